namespace NetGen.Compiler.Model;

/// <summary>A block as its own class sees it.</summary>
/// <param name="Namespace">The namespace, or an empty string for the global one.</param>
/// <param name="ContainingTypes">Headers of the types around it, outermost first.</param>
/// <param name="Name">The simple name of the class.</param>
/// <param name="Hint">The full metadata name, sanitised for a file name.</param>
/// <param name="Module">Its fields and its <c>Forward</c>.</param>
/// <param name="IsValid">Whether it could be read whole.</param>
public sealed record BlockSpec(string Namespace, EquatableArray<string> ContainingTypes, string Name, string Hint, ModuleSpec Module, bool IsValid)
{
    /// <summary>The blocks and networks that it uses, parts first.</summary>
    public EquatableArray<ModuleSpec> Modules { get; init; }

    /// <summary>The user's scalar functions in it and in its parts.</summary>
    public EquatableArray<FunctionSpec> Functions { get; init; }
}
