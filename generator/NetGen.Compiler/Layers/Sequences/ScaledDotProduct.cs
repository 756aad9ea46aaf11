using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>
/// softmax(q kᵀ / √d) v in each head: Vaswani et al. 2017, <c>torch.nn.functional.scaled_dot_product_attention</c>. The one place where attention becomes primitives,
/// for the layer and for <c>Ops.Attention</c> alike.
/// </summary>
internal static class ScaledDotProduct
{
    /// <param name="graph">Gets the nodes.</param>
    /// <param name="q">Queries [heads, L, d].</param>
    /// <param name="k">Keys [heads, S, d].</param>
    /// <param name="v">Values [heads, S, e].</param>
    /// <param name="causal">Whether a query sees only keys that do not stand after it.</param>
    /// <param name="dropout">Makes some of the weights zero, in training; null where there is none.</param>
    /// <returns>[heads, L, e].</returns>
    public static Node Of(GraphBuilder graph, Node q, Node k, Node v, bool causal, Func<Node, Node>? dropout = null)
    {
        var scores = graph.BatchMatMul(q, graph.TransposeLast(k));
        var scaled = graph.Map(Scalar.X * Scalar.Constant(1 / Math.Sqrt(q.Type.Last)), scores);
        var weights = Softmax.Of(graph, causal ? Mask(graph, scaled) : scaled);
        return graph.BatchMatMul(dropout is null ? weights : dropout(weights), v);
    }

    /// <summary>[L, heads · d] becomes [heads, L, d].</summary>
    public static Node Split(GraphBuilder graph, Node x, int heads) =>
        graph.Transpose(graph.Reshape(x, new Shape(x.Type.Shape[0], heads, x.Type.Last / heads)), 1, 0, 2);

    /// <summary>[heads, L, e] becomes [L, heads · e].</summary>
    public static Node Join(GraphBuilder graph, Node x) =>
        graph.Reshape(graph.Transpose(x, 1, 0, 2), new Shape(x.Type.Shape[1], x.Type.Shape[0] * x.Type.Last));

    /// <summary>−∞ where the key stands after the query.</summary>
    private static Node Mask(GraphBuilder graph, Node scores)
    {
        var (queries, keys) = (scores.Type.Shape[1], scores.Type.Shape[2]);
        var row = graph.Reshape(graph.Iota(new TensorType(false, new Shape(queries))), new Shape(queries, 1));
        var column = graph.Iota(new TensorType(false, new Shape(keys)));
        var mask = new Select(Comparison.Greater, Scalar.Variable(2), Scalar.Variable(1), Scalar.Constant(double.NegativeInfinity), Scalar.X);
        return graph.Map(mask, scores, row, column);
    }
}
