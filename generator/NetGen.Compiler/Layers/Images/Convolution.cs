using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Images;

/// <summary>
/// Each output channel is a sum over a window of all input channels of its group: what the window sees, times the weight. A cross-correlation, as everybody computes it.
/// <c>torch.nn.Conv1d</c>, <c>torch.nn.Conv2d</c>.
/// </summary>
/// <param name="kind">The attribute's name.</param>
internal sealed class Convolution(string kind) : ConvolutionLayer(kind)
{
    public override string Signature(LayerSpec layer) =>
        Inv($"{Kind}({layer.Int("Channels", 0)}, {WindowArguments.Signature(layer, 1)}, Groups = {layer.Int("Groups", 1)}{(layer.Flag("Bias", true) ? "" : ", Bias = false")})");

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var (arguments, refusal) = WindowArguments.Read(layer, input, 1);
        if (refusal is not null || (refusal = Check(layer, input)) is not null || (refusal = arguments!.Check(input)) is not null)
        {
            return refusal;
        }

        var (channels, groups, taps) = (layer.Int("Channels", 0), layer.Int("Groups", 1), arguments!.Window.Taps);
        var inputs = input[0] / groups;
        int[] kernel = input.Rank == 2 ? [arguments.Window.Width] : [arguments.Window.Height, arguments.Window.Width];
        var result = arguments.Result(input);
        var weight = new ParameterSpec("weight", new Shape([channels, inputs, .. kernel]), layer.Init, inputs * taps, channels * taps) { Taps = taps };
        var positions = result.Aggregate(1L, (product, extent) => product * extent);
        return OutlineOf(layer, new Shape([channels, .. result]), weight, channels, positions * channels * ((2L * inputs * taps) + (layer.Flag("Bias", true) ? 1 : 0)))
            with { Remark = arguments.Unseen(input, arguments.Window.SpanX - 1) };
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var graph = lowering.Graph;
        var arguments = WindowArguments.Read(layer, x.Type.Shape, 1).Arguments!;
        var image = arguments.Pad(graph, ImageAxes.ChannelsLast(graph, x));
        var product = GroupedProducts.Convolve(graph, image, lowering.Parameter("weight"), arguments.Window, layer.Int("Channels", 0), layer.Int("Groups", 1));
        return ImageAxes.ChannelsFirst(graph, layer.Flag("Bias", true) ? graph.Add(product, lowering.Parameter("bias")) : product, x);
    }
}
