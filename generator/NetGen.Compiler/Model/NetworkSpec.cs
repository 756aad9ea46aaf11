namespace NetGen.Compiler.Model;

/// <summary>
/// What the user declared, and all that crosses the Roslyn pipeline: strings, numbers, enums, expressions. Everything after it is a pure function of it.
/// </summary>
/// <param name="Namespace">The namespace, or an empty string for the global one.</param>
/// <param name="ContainingTypes">Headers of the types around the network, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Name">The simple name of the class.</param>
/// <param name="Hint">The full metadata name, sanitised for a file name.</param>
/// <param name="Precision">The number type of the network.</param>
/// <param name="Inputs">One shape per input, in the order of the parameters of <c>Forward</c>.</param>
/// <param name="Layers">The layers of the class itself in the order of the source text; empty for a network in graph form.</param>
/// <param name="Losses">The losses in the order of the source text, those of methods last; empty for a network that can only predict.</param>
public sealed record NetworkSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string Hint,
    Precision Precision,
    EquatableArray<InputSpec> Inputs,
    EquatableArray<LayerSpec> Layers,
    EquatableArray<LayerSpec> Losses)
{
    public NetworkSpec(string space, EquatableArray<string> containingTypes, string name, string hint, Precision precision,
        EquatableArray<InputSpec> inputs, EquatableArray<LayerSpec> layers, LayerSpec? loss)
        : this(space, containingTypes, name, hint, precision, inputs, layers, loss is null ? EquatableArray<LayerSpec>.Empty : new([loss]))
    {
    }

    /// <summary>The first loss, or null.</summary>
    public LayerSpec? Loss => Losses.Count > 0 ? Losses[0] : null;

    /// <summary>The fields and the <c>Forward</c> of a network in graph form; null for a stack.</summary>
    public ModuleSpec? Body { get; init; }

    /// <summary>Whether the network only answers, so that nothing of training is compiled.</summary>
    public bool Inference { get; init; }

    /// <summary>The file of compiled weights that is part of the program, as <c>[Weights]</c> names it; null for none.</summary>
    public string? Weights { get; init; }

    /// <summary>Every block and every network that the declaration uses, directly or through another, each once.</summary>
    public EquatableArray<ModuleSpec> Modules { get; init; }

    /// <summary>The network's own fields and those of all that it uses; a stack has none of its own.</summary>
    public IEnumerable<ModuleSpec> AllModules => Body is null ? Modules : Modules.Append(Body);

    /// <summary>Every layer that is written anywhere in the declaration.</summary>
    public IEnumerable<LayerSpec> AllLayers => Layers.Concat(AllModules.SelectMany(module => module.Fields).SelectMany(each => each.Layers));

    /// <summary>The user's scalar functions.</summary>
    public EquatableArray<FunctionSpec> Functions { get; init; }

    /// <summary>The user's losses, by the argument <c>Method</c> of a <see cref="LayerSpec"/> of kind <c>Loss</c>.</summary>
    public EquatableArray<LossMethodSpec> LossMethods { get; init; }

    /// <summary>What could not be read of fields, blocks and methods. A network with any gets its surface alone: its graph has gaps.</summary>
    public EquatableArray<Problem> Problems { get; init; }
}

/// <summary>One <c>[Input(…)]</c> or <c>[TokenInput(…)]</c>.</summary>
/// <param name="Shape">The shape of a sample.</param>
public sealed record InputSpec(Shape Shape)
{
    /// <summary>How many tokens there are, which are whole numbers from 0; null for an input of values.</summary>
    public int? Vocabulary { get; init; }

    public bool IsTokens => Vocabulary is not null;

    /// <summary>The name of the parameter of <c>Forward</c>, for generated members and for the trace; empty for a stack, which has none.</summary>
    public string Name { get; init; } = "";
}
