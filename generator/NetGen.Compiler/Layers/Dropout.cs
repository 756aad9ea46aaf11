using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers;

/// <summary>Inverted dropout: in training each value is kept with probability 1 − rate and scaled by 1 / (1 − rate); <c>torch.nn.Dropout</c>.</summary>
internal sealed class Dropout : LayerDefinition
{
    public override string Kind => "Dropout";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override string Describe(LayerSpec layer) => Inv($"Dropout({Rate(layer)})");

    public override string? Signature(LayerSpec layer) => null;

    public override LayerOutline Outline(LayerSpec layer, Shape input) =>
        Rate(layer) is >= 0 and < 1
            ? new LayerOutline(input, input.Count)
            : LayerOutline.Refuse("NG0005", "Rate", Inv($"Dropout drops with a rate from 0 up to, but not including, 1, not {Rate(layer)}"));

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) =>
        lowering.Training && Rate(layer) > 0
            ? lowering.Graph.Beneath(x, value => lowering.Graph.Multiply(value, lowering.Graph.RandomMask(value.Type, Rate(layer), lowering.Stream)))
            : x;

    private static double Rate(LayerSpec layer) => layer.Number("Rate", 0.5);
}
