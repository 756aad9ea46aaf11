using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Images;

/// <summary>
/// The transpose of a convolution: each position of the input puts a window of values into the output, where they add up. <c>torch.nn.ConvTranspose2d</c>;
/// output (in - 1) · stride - 2 · padding + dilation · (kernel - 1) + output padding + 1.
/// </summary>
internal sealed class ConvolutionTransposed() : ConvolutionLayer("ConvTranspose2D")
{
    public override string Signature(LayerSpec layer) =>
        Inv($"{Kind}({layer.Int("Channels", 0)}, {WindowArguments.Signature(layer, 1)}, OutputPadding = {layer.Int("OutputPadding", 0)}, Groups = {layer.Int("Groups", 1)}{(layer.Flag("Bias", true) ? "" : ", Bias = false")})");

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var (arguments, refusal) = WindowArguments.Read(layer, input, 1);
        if (refusal is not null || (refusal = Check(layer, input)) is not null)
        {
            return refusal;
        }

        var (window, extra) = (arguments!.Window, layer.Int("OutputPadding", 0));
        if (extra < 0 || extra >= Math.Max(window.StrideX, window.DilationX))
        {
            return LayerOutline.Refuse("NG0005", "OutputPadding", Inv($"{Kind} needs an OutputPadding from 0 to less than its Stride or Dilation, not {extra}"));
        }

        var (height, width) = (Extent(input[1], window.StrideY, window.SpanY, arguments.Top, extra), Extent(input[2], window.StrideX, window.SpanX, arguments.Left, extra));
        if (height < 1 || width < 1)
        {
            return LayerOutline.Refuse("NG1003", "Padding", Inv($"{Kind} makes {height} by {width} positions of {input}: its padding takes away more than there is"));
        }

        var (channels, groups) = (layer.Int("Channels", 0), layer.Int("Groups", 1));
        var outputs = channels / groups;
        var weight = new ParameterSpec("weight", new Shape(input[0], outputs, window.Height, window.Width), layer.Init, outputs * window.Taps, input[0] * window.Taps) { Taps = window.Taps };
        return OutlineOf(layer, new Shape(channels, height, width), weight, channels, 2L * input.Count * outputs * window.Taps);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var graph = lowering.Graph;
        var arguments = WindowArguments.Read(layer, x.Type.Shape, 1).Arguments!;
        var (window, extra, shape) = (arguments.Window, layer.Int("OutputPadding", 0), x.Type.Shape);
        var image = ImageAxes.ChannelsLast(graph, x);
        var windows = GroupedProducts.Spread(graph, image, lowering.Parameter("weight"), window, layer.Int("Channels", 0), layer.Int("Groups", 1));

        // Behind the last window there are positions that none reaches, if somebody asks for them.
        var (height, width) = (((shape[1] - 1) * window.StrideY) + window.SpanY, ((shape[2] - 1) * window.StrideX) + window.SpanX);
        var folded = graph.Pad(graph.Pad(graph.Fold(windows, window, height, width, joined: true), 0, 0, extra), 1, 0, extra);
        var cut = graph.Slice(graph.Slice(folded, 0, arguments.Top, height + extra - arguments.Top - arguments.Bottom), 1, arguments.Left, width + extra - arguments.Left - arguments.Right);
        return ImageAxes.ChannelsFirst(graph, layer.Flag("Bias", true) ? graph.Add(cut, lowering.Parameter("bias")) : cut, x);
    }

    private static int Extent(int extent, int stride, int span, int padding, int extra) => ((extent - 1) * stride) - (2 * padding) + span + extra;
}
