using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Shapes;

/// <summary>A declaration with every shape known, as far as it is right; and what is wrong with it.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Layers">One entry per layer, in the order of application, up to the first that has no output shape.</param>
/// <param name="Outputs">The shapes that come out, before link functions.</param>
/// <param name="Problems">What keeps the network from being compiled; empty for a valid one.</param>
public sealed record ShapedNetwork(NetworkSpec Spec, EquatableArray<LayerShape> Layers, EquatableArray<Shape> Outputs, EquatableArray<Problem> Problems)
{
    /// <summary>What is valid and perhaps not meant: warnings.</summary>
    public IReadOnlyList<Problem> Remarks { get; init; } = [];

    /// <summary>The fewest samples that training takes: 2 where a batch norm has one value per channel in each of them.</summary>
    public int SmallestBatch { get; init; } = 1;

    /// <summary>The trainable tensors in the order of the file.</summary>
    public IReadOnlyList<NamedParameter> Parameters { get; init; } = [];

    /// <summary>Numbers that stateful recurrences leave to the next window, per sample; 0 without any.</summary>
    public int WindowStates { get; init; }

    /// <summary>Vectors that training gathers, in the order of the file.</summary>
    public IReadOnlyList<NamedParameter> Buffers { get; init; } = [];

    /// <summary>What is applied to what: the picture of the network.</summary>
    public IReadOnlyList<Application> Applications { get; init; } = [];

    /// <summary>The numbers of the outputs among the values of <see cref="Applications"/>.</summary>
    public IReadOnlyList<int> OutputNumbers { get; init; } = [];

    public bool IsValid => Problems.Count == 0;

    /// <summary>The shape of the first output.</summary>
    public Shape Output => Outputs.Count > 0 ? Outputs[0] : new Shape();

    public int ParameterCount => (int)Parameters.Sum(parameter => parameter.Spec.Shape.Count);

    public long Flops => Layers.Sum(layer => layer.Flops);
}

/// <summary>One layer in its place.</summary>
/// <param name="Index">Position among the layers.</param>
/// <param name="Name">The user's name, or kind and position among its kind, after the fields and blocks that it stands in.</param>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Description">The layer as written, for tables.</param>
/// <param name="Input">Shape of a sample that goes in.</param>
/// <param name="Output">Shape of a sample that comes out.</param>
/// <param name="Parameters">The trainable tensors.</param>
/// <param name="Flops">Floating-point operations of one sample, forward.</param>
public sealed record LayerShape(
    int Index,
    string Name,
    string Kind,
    string Description,
    Shape Input,
    Shape Output,
    EquatableArray<ParameterSpec> Parameters,
    long Flops)
{
    public long ParameterCount => Parameters.Sum(parameter => parameter.Shape.Count);
}
