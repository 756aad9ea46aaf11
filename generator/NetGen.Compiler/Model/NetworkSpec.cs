namespace NetGen.Compiler.Model;

/// <summary>
/// What the user declared, and all that crosses the Roslyn pipeline: strings, numbers, enums. Everything after it is a pure function of it.
/// </summary>
/// <param name="Namespace">The namespace, or an empty string for the global one.</param>
/// <param name="ContainingTypes">Headers of the types around the network, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Name">The simple name of the class.</param>
/// <param name="Hint">The full metadata name, sanitised for a file name.</param>
/// <param name="Precision">The number type of the network.</param>
/// <param name="Inputs">One shape per input.</param>
/// <param name="Layers">The layers in the order of the source text, without the loss.</param>
/// <param name="Loss">The loss, or null for a network that can only predict.</param>
public sealed record NetworkSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string Hint,
    Precision Precision,
    EquatableArray<InputSpec> Inputs,
    EquatableArray<LayerSpec> Layers,
    LayerSpec? Loss);

/// <summary>One <c>[Input(…)]</c>.</summary>
public sealed record InputSpec(Shape Shape);
