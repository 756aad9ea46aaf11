using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>x where x &gt; 0, else a x with a trainable slope; He, Zhang, Ren, Sun 2015, <c>torch.nn.PReLU</c>.</summary>
internal sealed class PReLU : LayerDefinition
{
    public override string Kind => "PReLU";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override bool IsActivation => true;

    public override string Describe(LayerSpec layer) => layer.Flag("PerFeature", false) ? "PReLU(PerFeature = true)" : Kind;

    public override string Signature(LayerSpec layer) => Describe(layer);

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var slope = layer.Number("Slope", 0.25);
        if (!(Math.Abs(slope) <= 100))
        {
            return LayerOutline.Refuse("NG0005", "Slope", Inv($"PReLU needs an initial Slope between -100 and 100, not {slope}"));
        }

        var width = layer.Flag("PerFeature", false) ? input.Last : 1;
        var weight = new ParameterSpec("weight", new Shape(width), Initializer.Ones, width, width) { Gain = slope };
        return new LayerOutline(input, new EquatableArray<ParameterSpec>([weight]), 2 * input.Count);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) => lowering.Graph.Map(Activations.PReLU, x, lowering.Parameter("weight"));
}
