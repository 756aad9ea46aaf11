namespace NetGen.Compiler.Emission;

/// <summary>What the members of a network's surface do: run the compiled programs, or say why there are none.</summary>
internal abstract class SurfaceBodies
{
    public abstract string Construct { get; }

    public abstract string Info { get; }

    /// <summary>An expression for the call of a member of the core.</summary>
    public abstract string Call(string core);

    /// <summary>A property of the core.</summary>
    public abstract string Value(string core);

    /// <summary>True when single samples have a way of their own, <c>TryPredictOne</c>.</summary>
    public virtual bool HasSingleSample => false;
}

/// <summary>Forwards to the compiled core.</summary>
internal sealed class CompiledBodies(bool hasSingleSample) : SurfaceBodies
{
    public override bool HasSingleSample => hasSingleSample;

    public override string Construct => "_netgen = new NetGenCore(seed)";

    public override string Info => "__info";

    public override string Call(string core) => "_netgen." + core;

    public override string Value(string core) => "_netgen." + core;
}

/// <summary>Throws: the declaration is wrong, an analyzer says where, and this keeps the compiler from reporting a cascade of missing members.</summary>
internal sealed class BrokenBodies(string message) : SurfaceBodies
{
    public override string Construct => Throw;

    public override string Info => Throw;

    private string Throw => $"throw new global::System.InvalidOperationException({StringLiteral.Of(message)})";

    public override string Call(string core) => Throw;

    public override string Value(string core) => Throw;
}
