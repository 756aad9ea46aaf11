using System.Numerics.Tensors;
using NetGen.Runtime;

namespace NetGen;

/// <content>Products of matrices.</content>
public static partial class Ops
{
    /// <summary>
    /// The product of matrices: the last two axes are multiplied, those before are broadcast. A vector on the left is a row and one on the right a column; the result has
    /// no axis for it. <c>torch.matmul</c>.
    /// </summary>
    /// <param name="x">[..., m, k], or [k].</param>
    /// <param name="y">[..., k, n], or [k].</param>
    /// <returns>[..., m, n], without m or n where a vector stands.</returns>
    /// <exception cref="ArgumentException">The inner extents differ, or one operand is a single number.</exception>
    public static Tensor MatMul(Tensor x, Tensor y)
    {
        if (x.Extents.Rank == 0 || y.Extents.Rank == 0)
        {
            throw new ArgumentException($"MatMul of {x.Extents} and {y.Extents}: a single number is no matrix; multiply with *");
        }

        bool isRow = x.Extents.Rank == 1, isColumn = y.Extents.Rank == 1;
        var left = isRow ? Reshape(x, 1, -1) : x;
        var right = isColumn ? Reshape(y, -1, 1) : y;
        if (left.Extents.Shape[^1] != right.Extents.Shape[^2])
        {
            throw new ArgumentException($"MatMul of {x.Extents} and {y.Extents}: rows of {left.Extents.Shape[^1]} do not meet columns of {right.Extents.Shape[^2]}");
        }

        var product = Matrices(left, right);
        int[] shape = product.Extents.Shape;
        return isRow || isColumn ? Reshape(product, [.. shape[..^2], .. isRow ? [] : shape[^2..^1], .. isColumn ? [] : shape[^1..]]) : product;
    }

    /// <summary>
    /// Scaled dot-product attention: <c>softmax(q kᵀ / √d) v</c> with d = D / heads, in each head by itself. Vaswani et al. 2017;
    /// <c>torch.nn.functional.scaled_dot_product_attention</c>.
    /// </summary>
    /// <param name="q">Queries [L, D].</param>
    /// <param name="k">Keys [S, D].</param>
    /// <param name="v">Values [S, E].</param>
    /// <param name="heads">Into how many heads D and E are split (default: 1).</param>
    /// <param name="causal">True where position i attends to the positions 0 to i only.</param>
    /// <param name="mask">
    /// Which keys may be seen, nonzero where they may: [S] for all queries, or [L, S] for each; null (default) where all may. A query that sees no key gets zeros. No gradient flows to it.
    /// </param>
    /// <returns>For each query a mean of the values, [L, E].</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or the heads do not divide them.</exception>
    public static Tensor Attention(Tensor q, Tensor k, Tensor v, int heads = 1, bool causal = false, Tensor? mask = null)
    {
        if (q.Extents.Rank != 2 || k.Extents.Rank != 2 || v.Extents.Rank != 2 || q.Shape[1] != k.Shape[1] || k.Shape[0] != v.Shape[0])
        {
            throw new ArgumentException($"Attention of queries {q.Extents}, keys {k.Extents} and values {v.Extents}: expected [L, D], [S, D] and [S, E]");
        }

        if (heads < 1 || q.Shape[1] % heads != 0 || v.Shape[1] % heads != 0)
        {
            throw new ArgumentException($"{heads} heads do not divide {q.Shape[1]} features of queries and {v.Shape[1]} of values", nameof(heads));
        }

        if (mask is not null && (mask.Extents.Rank is not (1 or 2) || mask.Shape[^1] != k.Shape[0] || (mask.Extents.Rank == 2 && mask.Shape[0] != q.Shape[0])))
        {
            throw new ArgumentException($"A mask {mask.Extents} of {q.Shape[0]} queries and {k.Shape[0]} keys: expected [S] or [L, S]", nameof(mask));
        }

        var (queries, keys, values) = (Heads(q, heads), Heads(k, heads), Heads(v, heads));
        var scores = MatMul(queries, Transpose(keys)) / Math.Sqrt(q.Shape[1] / heads);
        if (mask is not null)
        {
            // Lower than any other, and yet a number: where no key is seen, what softmax makes of such a row becomes zeros afterwards.
            scores = Where(mask, scores, -1e30);
        }

        if (causal)
        {
            scores = Where(Past(q.Shape[0], k.Shape[0]), scores, double.NegativeInfinity);
        }

        var weights = mask is null ? Softmax(scores) : Where(mask, Softmax(scores), 0);
        return Reshape(Transpose(MatMul(weights, values), 0, 1), q.Shape[0], v.Shape[1]);
    }

    /// <summary>[L, D] as [heads, L, D / heads].</summary>
    private static Tensor Heads(Tensor x, int heads) => Transpose(Reshape(x, x.Shape[0], heads, -1), 0, 1);

    /// <summary>1 where the column is not after the row.</summary>
    private static Tensor Past(int rows, int columns) =>
        new([.. Enumerable.Range(0, rows * columns).Select(i => i % columns <= i / columns ? 1.0 : 0.0)], new Extents([rows, columns], 0), null);

    /// <summary>The product of matrices [..., m, k] and [..., k, n].</summary>
    private static Tensor Matrices(Tensor x, Tensor y)
    {
        var precision = Common(x, y);
        var (a, b) = (x.In(precision), y.In(precision));
        int m = x.Extents.Shape[^2], k = x.Extents.Shape[^1], n = y.Extents.Shape[^1];
        var (manyX, manyY) = (x.Extents.With(x.Extents.Shape[..^2]), y.Extents.With(y.Extents.Shape[..^2]));
        var many = Extents.Broadcast(manyX, manyY);
        var (placesX, placesY) = (Strides.Offsets(manyX, many), Strides.Offsets(manyY, many));
        var values = new double[checked(many.Length * m * n)];
        for (int matrix = 0; matrix < many.Length; matrix++)
        {
            var left = a.AsSpan(placesX[matrix] * m * k, m * k);
            var right = b.AsSpan(placesY[matrix] * k * n, k * n);
            for (int i = 0; i < m * k; i++)
            {
                var row = values.AsSpan(((matrix * m) + (i / k)) * n, n);
                TensorPrimitives.MultiplyAdd(right.Slice(i % k * n, n), left[i], row, row);
            }
        }

        return Tensor.Computed(
            values,
            many.With([.. many.Shape, m, n]),
            precision,
            new Dependence(x, (g, _) => Matrices(g, Transpose(y))),
            new Dependence(y, (g, _) => y.Extents is { Rank: 2, Batch: 0 } ? Matrices(Transpose(Rows(x)), Rows(g)) : Matrices(Transpose(x), g))).AlongWith(x);
    }

    /// <summary>All rows, of all samples, in one matrix: the gradient by a weight is then one product, and not one per sample that are summed.</summary>
    private static Tensor Rows(Tensor x) => Refit(x, new Extents([x.Length / x.Extents.Shape[^1], x.Extents.Shape[^1]], 0));
}
