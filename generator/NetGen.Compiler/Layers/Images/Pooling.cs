using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Images;

/// <summary>What all pooling with a window has in common.</summary>
internal static class Pooling
{
    public static LayerOutline Outline(LayerSpec layer, Shape input)
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
}
