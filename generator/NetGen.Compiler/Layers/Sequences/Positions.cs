using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>Numbers that depend on the position in a sequence and on the feature: angles whose sines and cosines tell one position from another.</summary>
internal static class Positions
{
    /// <summary>The base of the wave lengths, as Vaswani et al. and Su et al. have it.</summary>
    public const double Theta = 10000;

    /// <summary>
    /// Sines and cosines, added to a sequence [L, width]: feature 2i of position p gets sin(p / θ^(2i / width)), feature 2i + 1 the cosine. Vaswani et al. 2017, section 3.5.
    /// </summary>
    public static Node Sinusoids(GraphBuilder graph, int length, int width)
    {
        var angles = Angles(graph, length, [.. Enumerable.Range(0, width).Select(feature => Math.Pow(Theta, -(feature / 2 * 2.0) / width))]);
        var odd = graph.Constant([.. Enumerable.Range(0, width).Select(feature => (double)(feature % 2))]);
        var (angle, isOdd) = (Scalar.X, Scalar.Variable(1));
        return graph.Map(((1 - isOdd) * Scalar.Sin(angle)) + (isOdd * Scalar.Cos(angle)), angles, odd);
    }

    /// <summary>
    /// Turns pairs of features by angles that grow with the position: Su et al. 2021, in the order of GPT-NeoX and LLaMA. Feature i of the first half and feature i of the second
    /// are a pair, turned by p / θ^(2i / d): y = x cos + rotate_half(x) sin, rotate_half(x) = (−x₂, x₁).
    /// </summary>
    /// <param name="graph">Gets the nodes.</param>
    /// <param name="x">[.., L, d], d even.</param>
    /// <param name="theta">The base of the wave lengths.</param>
    public static Node Rotate(GraphBuilder graph, Node x, double theta) => Rotate(graph, x, theta, x.Type.Shape[x.Type.Shape.Rank - 2], angles => angles);

    /// <summary>The same in each head of [L, heads · d], whose features lie side by side.</summary>
    public static Node RotateHeads(GraphBuilder graph, Node x, int heads, double theta)
    {
        var (length, width) = (x.Type.Shape[0], x.Type.Last / heads);
        var rotated = Rotate(graph, graph.Reshape(x, new Shape(length, heads, width)), theta, length, angles => graph.Reshape(angles, new Shape(length, 1, width)));
        return graph.Reshape(rotated, x.Type.Shape);
    }

    private static Node Rotate(GraphBuilder graph, Node x, double theta, int length, Func<Node, Node> aligned)
    {
        var (axis, width) = (x.Type.Shape.Rank - 1, x.Type.Last);
        var half = width / 2;
        var angles = Angles(graph, length, [.. Enumerable.Range(0, width).Select(feature => Math.Pow(theta, -2.0 * (feature % half) / width))]);
        var sign = graph.Constant([.. Enumerable.Range(0, width).Select(feature => feature < half ? -1.0 : 1.0)]);
        var cosines = aligned(graph.Map(Scalar.Cos(Scalar.X), angles));
        var sines = aligned(graph.Map(Scalar.Sin(Scalar.X) * Scalar.Variable(1), angles, sign));
        var exchanged = graph.Concat(axis, [graph.Slice(x, axis, half, half), graph.Slice(x, axis, 0, half)]);
        return graph.Map((Scalar.X * Scalar.Variable(1)) + (Scalar.Variable(2) * Scalar.Variable(3)), x, cosines, exchanged, sines);
    }

    /// <summary>Position times frequency, [length, features], the same for all samples.</summary>
    private static Node Angles(GraphBuilder graph, int length, double[] frequencies)
    {
        var position = graph.Reshape(graph.Iota(new TensorType(false, new Shape(length))), new Shape(length, 1));
        return graph.Map(Scalar.X * Scalar.Variable(1), [position, graph.Constant(frequencies)], new TensorType(false, new Shape(length, frequencies.Length)));
    }
}
