using NetGen.Compiler.Emission.Reference;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>What the members of a network's surface do: run the compiled programs, or say why there are none.</summary>
internal abstract class SurfaceBodies
{
    public abstract void WriteConstructors(SourceWriter writer, NetworkSpec spec);

    /// <summary>The members that run the network plainly.</summary>
    public abstract void WriteReference(SourceWriter writer, NetworkSpec spec);

    public abstract string Info { get; }

    /// <summary>An expression for the call of a member of the core.</summary>
    public abstract string Call(string core);

    /// <summary>A property of the core.</summary>
    public abstract string Value(string core);

    /// <summary>True when single samples have a way of their own, <c>TryPredictOne</c>.</summary>
    public virtual bool HasSingleSample => false;

    /// <summary>What is said about threads where nothing changes.</summary>
    public virtual string Threads => "Safe to call from many threads at once.";

    /// <summary>True for the network itself, which is a module that can be run plainly, and false for its copy on a device.</summary>
    public virtual bool IsModule => true;

    /// <summary>True when every body throws.</summary>
    public virtual bool IsBroken => false;
}

/// <summary>Forwards to the compiled core.</summary>
internal sealed class CompiledBodies(bool hasSingleSample) : SurfaceBodies
{
    public override bool HasSingleSample => hasSingleSample;

    public override void WriteConstructors(SourceWriter writer, NetworkSpec spec) => new ReferenceMembers(spec).WriteConstructors(writer);

    public override void WriteReference(SourceWriter writer, NetworkSpec spec) => new ReferenceMembers(spec).WriteMembers(writer);

    public override string Info => "__info";

    public override string Call(string core) => "_netgen." + core;

    public override string Value(string core) => "_netgen." + core;
}

/// <summary>Throws: the declaration is wrong, an analyzer says where, and this keeps the compiler from reporting a cascade of missing members.</summary>
internal sealed class BrokenBodies(string message) : SurfaceBodies
{
    public override bool IsBroken => true;

    public override void WriteConstructors(SourceWriter writer, NetworkSpec spec)
    {
        writer.Line("/// <summary>The network was not compiled, because its declaration has errors.</summary>");
        writer.Line("/// <param name=\"seed\">Of the initial weights.</param>");
        writer.Line($"public {spec.Name}(ulong seed = 0) => {Throw};");
        writer.Line();
        writer.Line("/// <summary>The network was not compiled, because its declaration has errors.</summary>");
        writer.Line("/// <param name=\"scope\">Its place in another.</param>");
        using (writer.Block($"public {spec.Name}(global::NetGen.Runtime.ReferenceScope scope)"))
        {
            // Otherwise C# would say of each field that it is never assigned to (CS0649).
            foreach (var field in spec.Body?.Fields ?? EquatableArray<FieldSpec>.Empty)
            {
                writer.Line($"this.{SurfaceNames.Of(field.Name)} = default!;");
            }

            writer.Line($"{Throw};");
        }

        writer.Line();
    }

    public override void WriteReference(SourceWriter writer, NetworkSpec spec)
    {
        if (!spec.Inference)
        {
            writer.Line($"{ReferenceMembers.TracedHeader} => {Throw};");
            writer.Line();
        }

        writer.Line($"global::NetGen.Tensor[] global::NetGen.Runtime.IModule.Run(global::NetGen.Tensor[] inputs) => {Throw};");
    }

    public override string Info => Throw;

    private string Throw => $"throw new global::System.InvalidOperationException({StringLiteral.Of(message)})";

    public override string Call(string core) => Throw;

    public override string Value(string core) => Throw;
}
