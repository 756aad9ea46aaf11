using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Images;

/// <summary>
/// Images as the user counts their axes, [channels, height, width], and as windows want them, [height, width, channels]; a sequence [channels, length] is an image of
/// one row. Between two layers on images nothing is moved: one's way out cancels the other's way in.
/// </summary>
internal static class ImageAxes
{
    /// <summary>Says that a layer takes images, and perhaps sequences, and nothing else.</summary>
    public static LayerOutline RefuseRank(string kind, Shape input, bool sequences = false) => LayerOutline.Refuse("NG1002", null,
        $"{kind} takes an image [channels, height, width]{(sequences ? " or a sequence [channels, length]" : "")}, but its input has shape {input}");

    /// <summary>Channels last: [height, width, channels].</summary>
    public static Node ChannelsLast(GraphBuilder graph, Node x) => x.Type.Shape.Rank == 3
        ? graph.Transpose(x, 1, 2, 0)
        : graph.Reshape(graph.Transpose(x, 1, 0), new Shape(1, x.Type.Shape[1], x.Type.Shape[0]));

    /// <summary>Back to as many axes as <paramref name="like"/> has, channels first.</summary>
    public static Node ChannelsFirst(GraphBuilder graph, Node image, Node like) => like.Type.Shape.Rank == 3
        ? graph.Transpose(image, 2, 0, 1)
        : graph.Transpose(graph.Reshape(image, new Shape(image.Type.Shape[1], image.Type.Shape[2])), 1, 0);
}
