using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers;

/// <summary>y = x Wᵀ + b over the last axis; <c>torch.nn.Linear</c>.</summary>
internal sealed class Dense : LayerDefinition
{
    /// <summary>Wider layers than this are a slip of the finger: one weight matrix would no longer fit in an array.</summary>
    private const int MaxUnits = 1 << 20;

    public override string Kind => "Dense";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override bool MixesFeatures => true;

    public override string Describe(LayerSpec layer) =>
        Inv($"Dense({layer.Int("Units", 0)}{(layer.Flag("Bias", true) ? "" : ", Bias = false")})");

    public override string Signature(LayerSpec layer) => Describe(layer);

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var units = layer.Int("Units", 0);
        if (units is < 1 or > MaxUnits)
        {
            return LayerOutline.Refuse("NG0005", "Units", Inv($"Dense needs between 1 and {MaxUnits} units, not {units}"));
        }

        if (input.Rank is not (1 or 2))
        {
            return LayerOutline.Refuse(new Complaint("NG1002", null, Inv($"Dense takes a vector [features] or a sequence [length, features], but its input has shape {input}; put [Flatten] before it")) { Cure = "Flatten" });
        }

        var k = input.Last;
        if ((long)k * units > int.MaxValue / 16)
        {
            return LayerOutline.Refuse("NG0005", "Units", Inv($"Dense({units}) on {k} features needs {(long)k * units} weights; one matrix holds at most {int.MaxValue / 16}"));
        }

        var parameters = new List<ParameterSpec> { new("weight", new Shape(units, k), layer.Init, k, units) };
        if (layer.Flag("Bias", true))
        {
            parameters.Add(new ParameterSpec("bias", new Shape(units), Initializer.Zeros, k, units));
        }

        var flops = input.Rows * ((2L * k * units) + (parameters.Count > 1 ? units : 0));
        return new LayerOutline(input.WithLast(units), new EquatableArray<ParameterSpec>(parameters), flops);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var product = lowering.Graph.MatMul(x, lowering.Parameter("weight"), transposeRight: true);
        return layer.Flag("Bias", true) ? lowering.Graph.Add(product, lowering.Parameter("bias")) : product;
    }
}
