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
    /// <param name="mask">Nonzero where a key may be seen, [S] or [L, S]; null where all may.</param>
    /// <param name="causal">Whether a query sees only keys that do not stand after it.</param>
    /// <param name="dropout">Makes some of the weights zero, in training; null where there is none.</param>
    /// <returns>[heads, L, e].</returns>
    public static Node Of(GraphBuilder graph, Node q, Node k, Node v, Node? mask, bool causal, Func<Node, Node>? dropout = null)
    {
        var weights = Weights(graph, q, k, mask, causal);
        return graph.BatchMatMul(dropout is null ? weights : dropout(weights), v);
    }

    /// <summary>The same with heads side by side, [L, heads · d] and so on; what is batched throughout is one primitive, which keeps no weights.</summary>
    public static Node OfJoined(GraphBuilder graph, Node q, Node k, Node v, Node? mask, int heads, bool causal) => q.Type.Batched && k.Type.Batched && v.Type.Batched
        ? graph.Attention(q, k, v, heads, causal, mask)
        : Join(graph, Of(graph, Split(graph, q, heads), Split(graph, k, heads), Split(graph, v, heads), mask, causal));

    /// <summary>The gradient by q, k or v, of the gradient by the result.</summary>
    /// <param name="graph">Gets the nodes.</param>
    /// <param name="q">Queries [heads, L, d].</param>
    /// <param name="k">Keys [heads, S, d].</param>
    /// <param name="v">Values [heads, S, e].</param>
    /// <param name="mask">Nonzero where a key may be seen, [S] or [L, S]; null where all may.</param>
    /// <param name="gradient">By the result, [heads, L, e].</param>
    /// <param name="causal">Whether a query sees only keys that do not stand after it.</param>
    /// <param name="input">0 for q, 1 for k, 2 for v.</param>
    public static Node Gradient(GraphBuilder graph, Node q, Node k, Node v, Node? mask, Node gradient, bool causal, int input)
    {
        var weights = Weights(graph, q, k, mask, causal);
        if (input == 2)
        {
            return graph.BatchMatMul(graph.TransposeLast(weights), gradient);
        }

        // P = softmax(S):  dS = P (dP − Σ P dP).
        var slopes = graph.BatchMatMul(gradient, graph.TransposeLast(v));
        var mean = graph.Reduce(Reduction.Sum, graph.Multiply(weights, slopes), Axis.Last);
        var scores = graph.Map(Scalar.X * (Scalar.Variable(1) - Scalar.Variable(2)) * Scalar.Constant(1 / Math.Sqrt(q.Type.Last)), weights, slopes, mean);
        return input == 0 ? graph.BatchMatMul(scores, k) : graph.BatchMatMul(graph.TransposeLast(scores), q);
    }

    private static Node Weights(GraphBuilder graph, Node q, Node k, Node? mask, bool causal)
    {
        var scores = graph.BatchMatMul(q, graph.TransposeLast(k));
        var scaled = graph.Map(Scalar.X * Scalar.Constant(1 / Math.Sqrt(q.Type.Last)), scores);
        if (mask is null)
        {
            return Softmax.Of(graph, causal ? HideLater(graph, scaled) : scaled);
        }

        // Where no key is seen all scores are equally low, and what softmax makes of them becomes zeros afterwards.
        var masked = Masked(scaled, Hidden);
        return Masked(Softmax.Of(graph, causal ? HideLater(graph, masked) : masked), 0);

        Node Masked(Node x, double otherwise) => graph.Map(new Select(Comparison.Equal, Scalar.Variable(1), Scalar.Constant(0), Scalar.Constant(otherwise), Scalar.X), x, mask);
    }

    /// <summary>The score of a key that a mask hides: lower than any other, and yet a number, so that rows of nothing else have a softmax.</summary>
    public const double Hidden = -1e30;

    /// <summary>[L, heads · d] becomes [heads, L, d].</summary>
    public static Node Split(GraphBuilder graph, Node x, int heads) =>
        graph.Transpose(graph.Reshape(x, new Shape(x.Type.Shape[0], heads, x.Type.Last / heads)), 1, 0, 2);

    /// <summary>[heads, L, e] becomes [L, heads · e].</summary>
    public static Node Join(GraphBuilder graph, Node x) =>
        graph.Reshape(graph.Transpose(x, 1, 0, 2), new Shape(x.Type.Shape[1], x.Type.Shape[0] * x.Type.Last));

    /// <summary>−∞ where the key stands after the query.</summary>
    private static Node HideLater(GraphBuilder graph, Node scores)
    {
        var (queries, keys) = (scores.Type.Shape[1], scores.Type.Shape[2]);
        var row = graph.Reshape(graph.Iota(new TensorType(false, new Shape(queries))), new Shape(queries, 1));
        var column = graph.Iota(new TensorType(false, new Shape(keys)));
        var mask = new Select(Comparison.Greater, Scalar.Variable(2), Scalar.Variable(1), Scalar.Constant(double.NegativeInfinity), Scalar.X);
        return graph.Map(mask, scores, row, column);
    }
}
