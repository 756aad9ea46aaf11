using NetGen.Runtime;

namespace NetGen;

/// <content>The same values in other shapes.</content>
public static partial class Ops
{
    /// <summary>The same values, in their order, in another shape. <c>torch.reshape</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="dims">The shape without the batch; one extent may be -1, and follows from the others.</param>
    /// <returns>The values in that shape.</returns>
    /// <exception cref="ArgumentException">The shape has not as many values.</exception>
    public static Tensor Reshape(Tensor x, params int[] dims)
    {
        int[] shape = [.. dims];
        int open = Array.IndexOf(shape, -1);
        if (open >= 0)
        {
            int others = shape.Where((_, axis) => axis != open).Aggregate(1, (product, extent) => product * extent);
            shape[open] = others > 0 && x.Extents.Size % others == 0 ? x.Extents.Size / others : -1;
        }

        return shape.All(extent => extent > 0) && new Extents(shape, 0).Size == x.Extents.Size
            ? Refit(x, x.Extents.With(shape))
            : throw new ArgumentException($"{x.Extents} has {x.Extents.Size} values{(x.IsBatched ? " per sample" : "")} and cannot be reshaped to [{string.Join(", ", dims)}]");
    }

    /// <summary>All values of a sample in one axis. <c>torch.flatten</c> from axis 1 on.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The values as [n].</returns>
    public static Tensor Flatten(Tensor x) => Reshape(x, x.Extents.Size);

    /// <summary>Exchanges the last two axes. <c>torch.transpose(x, -2, -1)</c>.</summary>
    /// <param name="x">A matrix [n, m], or several [..., n, m].</param>
    /// <returns>The transposed, [..., m, n].</returns>
    /// <exception cref="ArgumentException">There are no two axes.</exception>
    public static Tensor Transpose(Tensor x) => x.Extents.Rank >= 2
        ? Transpose(x, -2, -1)
        : throw new ArgumentException($"{x.Extents} cannot be transposed: it has not two axes");

    /// <summary>Exchanges two axes. <c>torch.transpose</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="first">An axis.</param>
    /// <param name="second">The axis that it changes places with.</param>
    /// <returns>The values with the axes exchanged.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor Transpose(Tensor x, int first, int second)
    {
        var (a, b) = (x.Extents.Axis(first), x.Extents.Axis(second));
        int[] dims = Strides.Full(x.Extents, x.Extents.Rank);
        int[] strides = Strides.RowMajor(dims);
        (dims[a + 1], dims[b + 1]) = (dims[b + 1], dims[a + 1]);
        (strides[a + 1], strides[b + 1]) = (strides[b + 1], strides[a + 1]);
        return new Tensor(
            Array.ConvertAll(Strides.Walk(dims, strides), offset => x.Values[offset]),
            x.Extents.With(dims[1..]),
            x.Kind,
            new Dependence(x, (g, _) => Transpose(g, first, second)));
    }

    /// <summary>The same values; no gradient flows back. <c>torch.Tensor.detach</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The values as a constant.</returns>
    public static Tensor Detach(Tensor x) => new Tensor(x.In(x.Kind), x.Extents, x.Kind).With(x.Mask);

    /// <summary>The same values with a mask [length] that says which of their positions are present.</summary>
    internal static Tensor Masked(Tensor x, Tensor mask) => Alias(x).With(Detach(mask));

    /// <summary>The same values as a tensor of its own, through which gradients flow.</summary>
    internal static Tensor Alias(Tensor x) => new(x.In(x.Kind), x.Extents, x.Kind, new Dependence(x, (g, _) => g));

    /// <summary>The same values as of other extents; the batch may become an axis, or an axis the batch.</summary>
    private static Tensor Refit(Tensor x, Extents extents) => new(x.In(x.Kind), extents, x.Kind, new Dependence(x, (g, _) => Refit(g, x.Extents)));

    /// <summary>The values repeated along the axes that are 1 or missing, and for every sample.</summary>
    internal static Tensor BroadcastTo(Tensor x, Extents extents) => x.Extents.Same(extents)
        ? x
        : new(Broadcast(x, extents, x.Kind), extents, x.Kind, new Dependence(x, (g, _) => SumTo(g, x.Extents)));
}
