using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <content>Windows that move over images. Images are [height, width, channels] here: a position is a row, as the kernels like it.</content>
public sealed partial class GraphBuilder
{
    /// <summary>What each position of the result sees of an image: [rows, columns, taps, channels], or with <paramref name="joined"/> [rows, columns, taps · channels].</summary>
    public Node Patches(Node x, Window window, bool joined)
    {
        var (height, width, channels) = (x.Type.Shape[0], x.Type.Shape[1], x.Type.Last);
        var (rows, columns) = (window.ResultRows(height), window.ResultColumns(width));
        return Add(new PatchesOperation(window, joined), x.Type with { Shape = joined ? new Shape(rows, columns, window.Taps * channels) : new Shape(rows, columns, window.Taps, channels) }, x);
    }

    /// <summary>The transpose of <see cref="Patches"/>: each position of an image is the sum of all that was made of it.</summary>
    public Node Fold(Node x, Window window, int height, int width, bool joined) =>
        Add(new FoldOperation(window, height, width, joined), x.Type with { Shape = new Shape(height, width, joined ? x.Type.Last / window.Taps : x.Type.Last) }, x);
}
