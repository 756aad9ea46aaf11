using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Images;

/// <summary>What all pooling with a window has in common.</summary>
internal abstract class Pooling : LayerDefinition
{
    public override string Describe(LayerSpec layer) => $"{Kind}({WindowArguments.Kernel(layer)}{WindowArguments.Written(layer)})";

    public override string Signature(LayerSpec layer) => $"{Kind}({WindowArguments.Signature(layer, 0)})";

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var (arguments, refusal) = WindowArguments.Read(layer, input, 0);
        if (refusal is not null || (refusal = arguments!.Check(input)) is not null)
        {
            return refusal;
        }

        var window = arguments!.Window;
        if (2 * arguments.Top > window.Height || 2 * arguments.Left > window.Width)
        {
            return LayerOutline.Refuse("NG0005", "Padding", Inv($"{layer.Kind} takes at most half of its window as padding, not {arguments.Left}: otherwise a window could see nothing of the image"));
        }

        var result = arguments.Result(input);
        return new LayerOutline(new Shape([input[0], .. result]), result.Aggregate((long)input[0] * window.Taps, (product, extent) => product * extent))
        {
            Remark = arguments.Unseen(input, Math.Min(window.Height, window.Width) / 2),
        };
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var arguments = WindowArguments.Read(layer, x.Type.Shape, 0).Arguments!;
        return ImageAxes.ChannelsFirst(lowering.Graph, Pool(lowering.Graph, ImageAxes.ChannelsLast(lowering.Graph, x), arguments), x);
    }

    /// <summary>From [height, width, channels] to [rows, columns, channels].</summary>
    protected abstract Node Pool(GraphBuilder graph, Node image, WindowArguments arguments);
}
