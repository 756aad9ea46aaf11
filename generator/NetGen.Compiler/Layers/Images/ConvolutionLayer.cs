using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Images;

/// <summary>What convolutions and their transposes have in common: channels, groups and the bias.</summary>
/// <param name="kind">The attribute's name.</param>
internal abstract class ConvolutionLayer(string kind) : LayerDefinition
{
    private const int MaxChannels = 1 << 16;

    public override string Kind => kind;

    public override bool MixesFeatures => true;

    public override string Describe(LayerSpec layer) => Inv($"{kind}({layer.Int("Channels", 0)}, {WindowArguments.Kernel(layer)}{WindowArguments.Written(layer)})");

    /// <summary>What is wrong with channels and groups, or null.</summary>
    protected static LayerOutline? Check(LayerSpec layer, Shape input)
    {
        var (channels, groups) = (layer.Int("Channels", 0), layer.Int("Groups", 1));
        return channels is < 1 or > MaxChannels ? LayerOutline.Refuse("NG0005", "Channels", Inv($"{layer.Kind} needs between 1 and {MaxChannels} channels, not {channels}"))
            : groups < 1 || channels % groups != 0 || input[0] % groups != 0 ? LayerOutline.Refuse("NG0005", "Groups", Inv($"{layer.Kind} has {groups} groups, which must divide both the {input[0]} channels of its input and its own {channels}"))
            : layer.Flag("Same", false) && layer.Kind == "ConvTranspose2D" ? LayerOutline.Refuse("NG0005", "Same", $"{layer.Kind} has no Same: its output is larger than its input; give Padding and OutputPadding")
            : null;
    }

    protected static LayerOutline OutlineOf(LayerSpec layer, Shape output, ParameterSpec weight, int channels, long flops)
    {
        if (weight.Shape.Count > int.MaxValue / 16 || output.Count > int.MaxValue / 16)
        {
            return LayerOutline.Refuse("NG0005", "Channels", Inv($"{layer.Kind} needs {weight.Shape.Count} weights and makes {output.Count} values; both are at most {int.MaxValue / 16}"));
        }

        var parameters = new List<ParameterSpec> { weight };
        if (layer.Flag("Bias", true))
        {
            parameters.Add(new ParameterSpec("bias", new Shape(channels), Initializer.Zeros, weight.FanIn, weight.FanOut));
        }

        return new LayerOutline(output, new EquatableArray<ParameterSpec>(parameters), flops);
    }
}
