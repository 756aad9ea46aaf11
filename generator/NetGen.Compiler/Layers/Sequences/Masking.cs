using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>Marks positions as absent: tokens of a value, or steps whose features all have it. Keras's Masking; the elaborator carries the mask on.</summary>
internal sealed class Masking : LayerDefinition
{
    public override string Kind => "Masking";

    public override string Describe(LayerSpec layer) => Signature(layer);

    public override string Signature(LayerSpec layer) => $"Masking({NumberText.Shortest(Value(layer))})";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override LayerOutline Outline(LayerSpec layer, Shape input) => input.Rank is not (1 or 2)
        ? LayerOutline.Refuse("NG1002", null, Inv($"Masking takes tokens [length] or a sequence [length, features], but its input has shape {input}"))
        : double.IsNaN(Value(layer)) || double.IsInfinity(Value(layer))
            ? LayerOutline.Refuse("NG0005", "Value", Inv($"Masking marks positions by a number, not {Value(layer)}"))
            : new LayerOutline(input, 0);

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var graph = lowering.Graph;
        x = graph.BroadcastTo(x, x.Type with { Batched = true });
        var differs = graph.Map(new Select(Comparison.NotEqual, Scalar.X, Scalar.Constant(Value(layer)), Scalar.Constant(1), Scalar.Constant(0)), x);
        var mask = graph.Detach(x.Type.Shape.Rank == 1 ? differs : graph.Reshape(graph.Reduce(Reduction.Max, differs, Axis.Last), new Shape(x.Type.Shape[0])));
        return graph.Masked(x, lowering.Mask is { } before ? graph.Multiply(before, mask) : mask);
    }

    private static double Value(LayerSpec layer) => layer.Number("Value", 0);
}
