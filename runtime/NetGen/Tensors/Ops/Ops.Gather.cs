using NetGen.Runtime;

namespace NetGen;

/// <content>Rows by their numbers.</content>
public static partial class Ops
{
    /// <summary>Rows by their numbers, as an embedding takes them from its table. No gradient flows to the numbers. Compare <c>torch.index_select</c>.</summary>
    /// <param name="x">The rows [n, ...], those of each sample or of all.</param>
    /// <param name="indices">Numbers from 0 to n - 1, [k]; one that is no such number gives a row of zeros.</param>
    /// <returns>The rows [k, ...].</returns>
    /// <exception cref="ArgumentException">There is no axis to choose from.</exception>
    public static Tensor Gather(Tensor x, Tensor indices)
    {
        if (x.Extents.Rank == 0)
        {
            throw new ArgumentException($"Gather takes rows along axis 0, and {x.Extents} has no axes", nameof(x));
        }

        var precision = Common(x, indices);
        var rows = Rows(x.Extents, indices);
        double[] table = x.In(precision);
        var values = new double[rows.Result.Length];
        foreach (var (from, to) in rows.Pairs)
        {
            table.AsSpan(from, rows.Width).CopyTo(values.AsSpan(to));
        }

        return new Tensor(values, rows.Result, precision, new Dependence(x, (g, _) => Scatter(g, indices, x.Extents)));
    }

    /// <summary>What <see cref="Gather"/> takes from a tensor of the given extents, put back: rows that were taken more than once add up.</summary>
    internal static Tensor Scatter(Tensor x, Tensor indices, Extents extents)
    {
        var rows = Rows(extents, indices);
        var values = new double[extents.Length];
        foreach (var (to, from) in rows.Pairs)
        {
            for (int i = 0; i < rows.Width; i++)
            {
                values[to + i] += x.Values[from + i];
            }
        }

        return Tensor.Computed(values, extents, x.Kind, new Dependence(x, (g, _) => Gather(g, indices)));
    }

    /// <summary>Where each row that is taken begins in the whole and in the result.</summary>
    private static (Extents Result, int Width, List<(int Whole, int Result)> Pairs) Rows(Extents whole, Tensor indices)
    {
        int count = indices.Extents.Size;
        int width = whole.Size / whole.Shape[0];
        var result = new Extents([.. indices.Extents.Shape, .. whole.Shape[1..]], Extents.CommonBatch(whole, indices.Extents));
        var pairs = new List<(int Whole, int Result)>();
        for (int sample = 0; sample < result.Samples; sample++)
        {
            for (int i = 0; i < count; i++)
            {
                double row = indices.Values[indices.IsBatched ? (sample * count) + i : i];
                if (row >= 0 && row < whole.Shape[0] && row == Math.Floor(row))
                {
                    pairs.Add(((whole.Batch > 0 ? sample * whole.Size : 0) + ((int)row * width), (sample * result.Size) + (i * width)));
                }
            }
        }

        return (result, width, pairs);
    }
}
