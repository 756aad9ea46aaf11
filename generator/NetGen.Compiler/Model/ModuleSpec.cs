namespace NetGen.Compiler.Model;

/// <summary>
/// A part of a network with layers of its own: the body of a network in graph form, a block, or another network as a part of this one. Integers in it may
/// depend on the holes of its class, which get their values where it is used (<see cref="Argument.Holes"/>).
/// </summary>
/// <param name="Type">The full C# name of its class, <c>global::Shop.Residual</c>: its key in <see cref="NetworkSpec.Modules"/>.</param>
/// <param name="Fields">Its fields in the order of the source text. A class that carries a stack itself has one field without a name.</param>
/// <param name="Forward">What its <c>Forward</c> computes; for a stack, one call of the field without a name.</param>
public sealed record ModuleSpec(string Type, EquatableArray<FieldSpec> Fields, GraphSpec Forward)
{
    /// <summary>
    /// What each input behind the first is, for a cell: a <c>State</c> with <c>Dims</c>. Then <see cref="Forward"/> is the class's <c>Step</c>, whose outputs are the step's and what each state
    /// becomes. Empty for anything else.
    /// </summary>
    public EquatableArray<LayerSpec> States { get; init; }

    /// <summary>The name of the method that <see cref="Forward"/> was read from.</summary>
    public string Method => States.Count > 0 ? "Step" : "Forward";

    private static readonly GraphSpec CallOfTheStack = new(
        new(Enumerable.Repeat("x", 1)), new(Enumerable.Repeat(new Step("Call", [0], new Argument("Field", 0)), 1)), new(Enumerable.Repeat(1, 1)), new(Enumerable.Repeat("", 1)));

    /// <summary>A class that carries a stack itself.</summary>
    public static ModuleSpec OfStack(string type, EquatableArray<LayerSpec> layers) =>
        new(type, new([new FieldSpec("", FieldKind.Stack, layers)]), CallOfTheStack);
}

/// <summary>A field that carries layers or is a parameter.</summary>
/// <param name="Name">Its name; parameters are named after it: <c>stem.conv2d1.weight</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Layers">Its attributes in the order of the source text; one for everything but a stack.</param>
public sealed record FieldSpec(string Name, FieldKind Kind, EquatableArray<LayerSpec> Layers);

/// <summary>What a field of a module is.</summary>
public enum FieldKind
{
    /// <summary><c>Layer</c>: a stack, called with one tensor.</summary>
    Stack,

    /// <summary><c>Layer[]</c>: one <c>Block</c> with <c>Repeat</c>, each repetition called by itself.</summary>
    StackArray,

    /// <summary>A field of a block's or network's own type, with several inputs or outputs perhaps; its one layer is a <c>Block</c>.</summary>
    Module,

    /// <summary><c>Tensor</c>: its one layer is a <c>Parameter</c> with <c>Dims</c>.</summary>
    Parameter,
}

/// <summary>The user's loss, a method over <c>Ops</c>: all outputs and then, if it has one parameter more, a target; one value per sample out.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Body">What it computes. Its inputs are the outputs of the network and the target.</param>
/// <param name="HasTarget">Whether the last input is a target.</param>
/// <param name="Target">The shape of a target, if it was said; otherwise that of the first output.</param>
public sealed record LossMethodSpec(string Name, GraphSpec Body, bool HasTarget, Shape? Target);
