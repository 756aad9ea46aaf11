using NetGen.Runtime;

namespace NetGen;

/// <content>Sums, means and extrema.</content>
public static partial class Ops
{
    /// <summary>The sum of all values of each sample.</summary>
    /// <param name="x">The values.</param>
    /// <returns>One number (per sample).</returns>
    public static Tensor Sum(Tensor x) => Sum(Flatten(x), 0);

    /// <summary>The sum along an axis. <c>torch.sum</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="axis">The axis, without the batch.</param>
    /// <param name="keep">True to keep the axis, with the extent 1.</param>
    /// <returns>The sums.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor Sum(Tensor x, int axis, bool keep = false) =>
        Drop(SumTo(x, x.Extents.With(x.Extents.Axis(axis), 1)), axis, keep);

    /// <summary>The mean of all values of each sample.</summary>
    /// <param name="x">The values.</param>
    /// <returns>One number (per sample).</returns>
    public static Tensor Mean(Tensor x) => Mean(Flatten(x), 0);

    /// <summary>The mean along an axis. <c>torch.mean</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="axis">The axis, without the batch.</param>
    /// <param name="keep">True to keep the axis, with the extent 1.</param>
    /// <returns>The means.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor Mean(Tensor x, int axis, bool keep = false) => Sum(x, axis, keep) / x.Extents.Shape[x.Extents.Axis(axis)];

    /// <summary>The largest value of each sample. All that attain it share the gradient, as in <c>torch.amax</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>One number (per sample).</returns>
    public static Tensor Max(Tensor x) => Max(Flatten(x), 0);

    /// <summary>The largest values along an axis. All that attain one share its gradient. <c>torch.amax</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="axis">The axis, without the batch.</param>
    /// <param name="keep">True to keep the axis, with the extent 1.</param>
    /// <returns>The largest values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor Max(Tensor x, int axis, bool keep = false) => Drop(Extremum(x, x.Extents.Axis(axis), Math.Max), axis, keep);

    /// <summary>The smallest value of each sample. All that attain it share the gradient, as in <c>torch.amin</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>One number (per sample).</returns>
    public static Tensor Min(Tensor x) => Min(Flatten(x), 0);

    /// <summary>The smallest values along an axis. All that attain one share its gradient. <c>torch.amin</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="axis">The axis, without the batch.</param>
    /// <param name="keep">True to keep the axis, with the extent 1.</param>
    /// <returns>The smallest values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor Min(Tensor x, int axis, bool keep = false) => Drop(Extremum(x, x.Extents.Axis(axis), Math.Min), axis, keep);

    /// <summary>The sum over all axes, and over the samples, along which the given extents would be broadcast to those of <paramref name="x"/>.</summary>
    internal static Tensor SumTo(Tensor x, Extents extents)
    {
        if (x.Extents.Same(extents))
        {
            return x;
        }

        var sums = new double[extents.Length];
        int[] places = Strides.Offsets(extents, x.Extents);
        for (int i = 0; i < places.Length; i++)
        {
            sums[places[i]] += x.Values[i];
        }

        return Tensor.Computed(sums, extents, x.Kind, new Dependence(x, (g, _) => BroadcastTo(g, x.Extents)));
    }

    /// <summary>The extremum along an axis, which keeps the extent 1.</summary>
    private static Tensor Extremum(Tensor x, int axis, Func<double, double, double> better)
    {
        var extents = x.Extents.With(axis, 1);
        var values = new double[extents.Length];
        int[] places = Strides.Offsets(extents, x.Extents);
        var seen = new bool[values.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int place = places[i];
            values[place] = seen[place] ? better(values[place], x.Values[i]) : x.Values[i];
            seen[place] = true;
        }

        return new Tensor(values, extents, x.Kind, new Dependence(x, (g, extremum) =>
        {
            var attained = Equal(x, extremum);
            return g * (attained / SumTo(attained, extents));
        }));
    }

    private static Tensor Drop(Tensor x, int axis, bool keep)
    {
        int dropped = x.Extents.Axis(axis);
        return keep ? x : Reshape(x, [.. x.Extents.Shape.Where((_, i) => i != dropped)]);
    }
}
