using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Images;

/// <summary>What a layer says about its window, and what that makes of an image.</summary>
/// <param name="Layer">The name of the layer, for messages.</param>
/// <param name="Window">The window.</param>
/// <param name="Top">Rows added above.</param>
/// <param name="Bottom">Rows added below.</param>
/// <param name="Left">Columns added on the left.</param>
/// <param name="Right">Columns added on the right.</param>
internal sealed record WindowArguments(string Layer, Window Window, int Top, int Bottom, int Left, int Right)
{
    /// <summary>No window, stride or padding is larger than this: it keeps all that follows within an int.</summary>
    private const int Largest = 1024;

    private static readonly string[] Optional = ["Stride", "Padding", "Same", "OutputPadding", "Dilation", "Groups", "Bias", "Bilinear"];

    /// <summary>Reads the window of a layer on images [channels, height, width], or on sequences [channels, length].</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">The shape of its input.</param>
    /// <param name="defaultStride">The stride where none is given; 0 for that of the window's size, as pooling has it.</param>
    public static (WindowArguments? Arguments, LayerOutline? Refusal) Read(LayerSpec layer, Shape input, int defaultStride)
    {
        var isFlat = layer.Kind.EndsWith("1D", StringComparison.Ordinal);
        if (input.Rank != (isFlat ? 2 : 3))
        {
            return (null, LayerOutline.Refuse("NG1002", null, $"{layer.Kind} takes {(isFlat ? "a sequence [channels, length]" : "an image [channels, height, width]")}, but its input has shape {input}; put [Reshape] before it"));
        }

        var kernelWidth = layer.Int("Kernel", layer.Int("KernelWidth", 0));
        var kernelHeight = isFlat ? 1 : layer.Int("Kernel", layer.Int("KernelHeight", 0));
        var strideX = layer.Int("Stride", defaultStride == 0 ? kernelWidth : defaultStride);
        var strideY = isFlat ? 1 : layer.Int("Stride", defaultStride == 0 ? kernelHeight : defaultStride);
        var (padding, dilation) = (layer.Int("Padding", 0), layer.Int("Dilation", 1));
        foreach (var (name, value, least) in new[] { ("KernelHeight", kernelHeight, 1), ("KernelWidth", kernelWidth, 1), ("Stride", strideX, 1), ("Padding", padding, 0), ("Dilation", dilation, 1) })
        {
            if (value < least || value > Largest)
            {
                var argument = (name is "KernelHeight" or "KernelWidth") && layer.Find("Kernel") is not null ? "Kernel" : name;
                return (null, LayerOutline.Refuse("NG0005", argument, Inv($"{layer.Kind} needs a {argument} between {least} and {Largest}, not {value}")));
            }
        }

        var window = new Window(kernelHeight, kernelWidth, strideY, strideX, isFlat ? 1 : dilation, dilation);
        var (height, width) = isFlat ? (1, input[1]) : (input[1], input[2]);
        var arguments = layer.Flag("Same", false)
            ? Same(layer.Kind, window, height, width)
            : new WindowArguments(layer.Kind, window, isFlat ? 0 : padding, isFlat ? 0 : padding, padding, padding);
        return layer.Flag("Same", false) && padding > 0
            ? (null, LayerOutline.Refuse("NG0005", "Padding", Inv($"{layer.Kind} has both Same = true, which says how much padding it takes, and Padding = {padding}; leave one out")))
            : (arguments, null);
    }

    /// <summary>The padding that lets an image keep its size, or with a stride of s a part of 1/s, rounded up; the odd row or column goes to the end.</summary>
    private static WindowArguments Same(string layer, Window window, int height, int width)
    {
        int Total(int extent, int stride, int span) => Math.Max(0, (((extent + stride - 1) / stride) - 1) * stride + span - extent);
        var (rows, columns) = (Total(height, window.StrideY, window.SpanY), Total(width, window.StrideX, window.SpanX));
        return new WindowArguments(layer, window, rows / 2, rows - (rows / 2), columns / 2, columns - (columns / 2));
    }

    /// <summary>What is wrong with the window on this input, or null.</summary>
    public LayerOutline? Check(Shape input)
    {
        var (height, width) = (Height(input) + Top + Bottom, input.Last + Left + Right);
        return Window.SpanY <= height && Window.SpanX <= width ? null
            : LayerOutline.Refuse("NG1003", null, Inv($"the window of {Layer} spans {Window.SpanY} by {Window.SpanX} positions, but its input {input} has, with padding, {height} by {width}; use a smaller kernel or dilation, or Padding"));
    }

    /// <summary>
    /// A warning if the last rows or columns of the image are seen by no window, or null. Added zeros do not count; nor does a window that is smaller than its stride: it
    /// passes over positions all over the image, and is meant to.
    /// </summary>
    /// <param name="input">The shape of the input.</param>
    /// <param name="mostPadding">No padding beyond this is proposed.</param>
    public Complaint? Unseen(Shape input, int mostPadding)
    {
        var (height, width) = (Height(input), input.Last);
        int Rows(int before, int after) => Rest(height, before, after, Window.SpanY, Window.StrideY);
        int Columns(int before, int after) => Rest(width, before, after, Window.SpanX, Window.StrideX);
        var (rows, columns) = (Rows(Top, Bottom), Columns(Left, Right));
        if (rows == 0 && columns == 0)
        {
            return null;
        }

        var padding = Enumerable.Range(Left + 1, Math.Max(0, mostPadding - Left)).FirstOrDefault(candidate => Rows(Top + candidate - Left, Bottom + candidate - Left) + Columns(candidate, candidate) == 0);
        var unseen = string.Join(" and ", new[] { Counted(rows, "row"), Counted(columns, input.Rank == 2 ? "position" : "column") }.Where(text => text.Length > 0));
        var fitting = input.Rank == 2 ? Inv($"{width - columns} positions") : Inv($"{height - rows} by {width - columns} positions");
        return new Complaint("NG1004", "Stride", Inv($"no window of {Layer} sees the last {unseen} of its input {input}: the stride passes over them; an input of {fitting} has none to lose")
            + (padding > 0 ? Inv($", and Padding = {padding} reaches all of this one") : ""));
    }

    private static int Rest(int extent, int before, int after, int span, int stride) => stride > span ? 0 : Math.Max(0, ((extent + before + after - span) % stride) - after);

    private static string Counted(int count, string what) => count switch { 0 => "", 1 => what, _ => Inv($"{count} {what}s") };

    /// <summary>The result's axes without channels.</summary>
    public int[] Result(Shape input)
    {
        var (rows, columns) = (Window.ResultRows(Height(input) + Top + Bottom), Window.ResultColumns(input.Last + Left + Right));
        return input.Rank == 2 ? [columns] : [rows, columns];
    }

    /// <summary>The padding around an image, channels last.</summary>
    public Node Pad(GraphBuilder graph, Node image) => graph.Pad(graph.Pad(image, 0, Top, Bottom), 1, Left, Right);

    /// <summary>The arguments as written, but for the first ones.</summary>
    public static string Written(LayerSpec layer) => string.Concat(Optional
        .Where(name => layer.Find(name) is not null)
        .Select(name => name is "Same" or "Bias" or "Bilinear" ? $", {name} = {(layer.Flag(name, false) ? "true" : "false")}" : Inv($", {name} = {layer.Int(name, 0)}")));

    /// <summary>The kernel as written: one number, or height and width.</summary>
    public static string Kernel(LayerSpec layer) => layer.Find("Kernel") is null ? Inv($"{layer.Int("KernelHeight", 0)}, {layer.Int("KernelWidth", 0)}") : Inv($"{layer.Int("Kernel", 0)}");

    /// <summary>All that Predict depends on, defaults written out.</summary>
    public static string Signature(LayerSpec layer, int defaultStride) => Inv($"{Kernel(layer)}, Stride = {layer.Int("Stride", defaultStride)}, ")
        + (layer.Flag("Same", false) ? "Same = true" : Inv($"Padding = {layer.Int("Padding", 0)}")) + Inv($", Dilation = {layer.Int("Dilation", 1)}");

    private static int Height(Shape input) => input.Rank == 2 ? 1 : input[1];
}
