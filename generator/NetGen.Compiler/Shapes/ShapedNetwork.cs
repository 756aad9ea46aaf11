using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Shapes;

/// <summary>A declaration with every shape known, as far as it is right; and what is wrong with it.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Layers">One entry per layer up to the first that has no output shape.</param>
/// <param name="Output">The shape of the last layer's output.</param>
/// <param name="Problems">What keeps the network from being compiled; empty for a valid one.</param>
public sealed record ShapedNetwork(NetworkSpec Spec, EquatableArray<LayerShape> Layers, Shape Output, EquatableArray<Problem> Problems)
{
    public bool IsValid => Problems.Count == 0;

    public int ParameterCount => (int)Layers.Sum(layer => layer.ParameterCount);

    public long Flops => Layers.Sum(layer => layer.Flops);

    public IEnumerable<(LayerShape Layer, ParameterSpec Parameter)> Parameters =>
        Layers.SelectMany(layer => layer.Parameters, (layer, parameter) => (layer, parameter));
}

/// <summary>One layer in its place.</summary>
/// <param name="Index">Position among the layers.</param>
/// <param name="Name">The user's name, or kind and position among its kind.</param>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Description">The layer as written, for tables.</param>
/// <param name="Input">Shape of a sample that goes in.</param>
/// <param name="Output">Shape of a sample that comes out.</param>
/// <param name="Parameters">The trainable tensors.</param>
/// <param name="FirstParameter">Index of the first of them in the network.</param>
/// <param name="Flops">Floating-point operations of one sample, forward.</param>
public sealed record LayerShape(
    int Index,
    string Name,
    string Kind,
    string Description,
    Shape Input,
    Shape Output,
    EquatableArray<ParameterSpec> Parameters,
    int FirstParameter,
    long Flops)
{
    public long ParameterCount => Parameters.Sum(parameter => parameter.Shape.Count);
}
