using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Reference;

/// <content>Attention, one sample and head after the other.</content>
internal sealed partial class Interpreter
{
    private Matrix Attention(AttentionOperation attention, Node node)
    {
        var (q, k, v) = (this[node.Inputs[0]], this[node.Inputs[1]], this[node.Inputs[2]]);
        var (queries, keys, width) = (node.Inputs[0].Type.Rows, node.Inputs[1].Type.Rows, v.Columns / attention.Heads);
        var weights = Weights(q, k, Mask(attention, node), queries, keys, attention.Heads, attention.Causal);
        return Each(q.Rows, v.Columns, (row, column) => Sum(keys, key => weights(row, column / width, key) * v[(row / queries * keys) + key, column]));
    }

    // S = q kᵀ / √d, P = softmax(S), dP = dO vᵀ, dS = P (dP − Σ P dP).
    private Matrix AttentionGradient(AttentionGradientOperation attention, Node node)
    {
        var (q, k, v, dy) = (this[node.Inputs[0]], this[node.Inputs[1]], this[node.Inputs[2]], this[node.Inputs[node.Inputs.Count - 1]]);
        var (queries, keys, heads) = (node.Inputs[0].Type.Rows, node.Inputs[1].Type.Rows, attention.Heads);
        var (features, width) = (q.Columns / heads, v.Columns / heads);
        var weights = Weights(q, k, Mask(attention, node), queries, keys, heads, attention.Causal);
        var slopes = Kept(q.Rows, heads, keys, (row, head, key) => Sum(width, value => dy[row, (head * width) + value] * v[(row / queries * keys) + key, (head * width) + value]));
        var means = Kept(q.Rows, heads, 1, (row, head, _) => Sum(keys, key => weights(row, head, key) * slopes(row, head, key)));
        double Score(int row, int head, int key) => weights(row, head, key) * (slopes(row, head, key) - means(row, head, 0)) / Math.Sqrt(features);
        return attention.Input switch
        {
            0 => Each(q.Rows, q.Columns, (row, column) => Sum(keys, key => Score(row, column / features, key) * k[(row / queries * keys) + key, column])),
            1 => Each(k.Rows, k.Columns, (row, column) => Sum(queries, query => Score((row / keys * queries) + query, column / features, row % keys) * q[(row / keys * queries) + query, column])),
            _ => Each(v.Rows, v.Columns, (row, column) => Sum(queries, query => weights((row / keys * queries) + query, column / width, row % keys) * dy[(row / keys * queries) + query, column])),
        };
    }

    /// <summary>Whether the query in a row may see a key.</summary>
    private Func<int, int, bool> Mask(Operation operation, Node node)
    {
        if (AttentionInputs.Of(operation, node.Inputs).Mask is not { } mask)
        {
            return (_, _) => true;
        }

        var (values, queries) = (this[mask], node.Inputs[0].Type.Rows);
        return (row, key) => values[mask.Type.Rows == 1 ? row / queries : row, key] != 0;
    }

    private static Func<int, int, int, double> Weights(Matrix q, Matrix k, Func<int, int, bool> mask, int queries, int keys, int heads, bool causal)
    {
        var features = q.Columns / heads;
        var powers = Kept(q.Rows, heads, keys, (row, head, key) => (causal && key > row % queries) || !mask(row, key) ? 0
            : Math.Exp(Sum(features, feature => q[row, (head * features) + feature] * k[(row / queries * keys) + key, (head * features) + feature]) / Math.Sqrt(features)));
        var sums = Kept(q.Rows, heads, 1, (row, head, _) => Sum(keys, key => powers(row, head, key)));
        return (row, head, key) => sums(row, head, 0) == 0 ? 0 : powers(row, head, key) / sums(row, head, 0);
    }

    private static Func<int, int, int, double> Kept(int rows, int heads, int keys, Func<int, int, int, double> value)
    {
        var values = new double[rows, heads, keys];
        for (var row = 0; row < rows; row++)
        {
            for (var head = 0; head < heads; head++)
            {
                for (var key = 0; key < keys; key++)
                {
                    values[row, head, key] = value(row, head, key);
                }
            }
        }

        return (row, head, key) => values[row, head, key];
    }
}
