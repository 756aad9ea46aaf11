using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>An instance of a module in its place.</summary>
/// <param name="Module">What is instantiated.</param>
/// <param name="Prefix">What the names of its parameters begin with: empty or ending in a dot.</param>
/// <param name="Holes">The values of its holes.</param>
/// <param name="Frozen">True inside a part whose user froze it.</param>
/// <param name="Path">The positions of the declarations that lead to it: the order of parameters in the file.</param>
/// <param name="Depth">How many modules it is nested in.</param>
internal sealed record Scope(ModuleSpec Module, string Prefix, HoleValues Holes, bool Frozen, EquatableArray<int> Path, int Depth)
{
    public static Scope Root(ModuleSpec module) => new(module, "", HoleValues.None, false, EquatableArray<int>.Empty, 0);

    public bool IsRoot => Depth == 0;

    /// <summary>The key of the module for problems: null for the network's own.</summary>
    public string? Key => IsRoot ? null : Module.Type;

    /// <summary>The instance of a module within this one.</summary>
    /// <param name="module">What is instantiated.</param>
    /// <param name="use">How it is used, its own holes filled.</param>
    /// <param name="name">The full name of the instance.</param>
    /// <param name="path">The place of its use.</param>
    public Scope Enter(ModuleSpec module, LayerSpec use, string name, EquatableArray<int> path) =>
        new(module, name + ".", new HoleValues(use.Ints("Holes")), Frozen || use.Frozen, path, Depth + 1);

    public EquatableArray<int> At(params int[] positions) => new(Path.Concat(positions));
}
