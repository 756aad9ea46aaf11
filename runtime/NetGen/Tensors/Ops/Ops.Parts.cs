using NetGen.Runtime;

namespace NetGen;

/// <content>Parts put together and taken out.</content>
public static partial class Ops
{
    /// <summary>Puts tensors side by side along axis 0: the features of vectors, the channels of images. <c>torch.cat(tensors, dim=1)</c>, which counts the batch.</summary>
    /// <param name="tensors">At least one, equal in the other axes.</param>
    /// <returns>All of them in one.</returns>
    /// <exception cref="ArgumentException">The other axes differ.</exception>
    public static Tensor Concat(params Tensor[] tensors) => Concat(0, tensors);

    /// <summary>Puts tensors side by side along an axis. <c>torch.cat</c>.</summary>
    /// <param name="axis">The axis, without the batch.</param>
    /// <param name="tensors">At least one, equal in the other axes.</param>
    /// <returns>All of them in one.</returns>
    /// <exception cref="ArgumentException">The other axes differ.</exception>
    public static Tensor Concat(int axis, params Tensor[] tensors)
    {
        if (tensors.Length == 0)
        {
            throw new ArgumentException("nothing to concatenate: expected at least one tensor", nameof(tensors));
        }

        var first = tensors[0].Extents;
        int along = first.Axis(axis);
        foreach (var other in tensors.Select(tensor => tensor.Extents))
        {
            if (other.Rank != first.Rank || !other.With(along, first.Shape[along]).Shape.SequenceEqual(first.Shape))
            {
                throw new ArgumentException($"the shapes {first} and {other} cannot be concatenated along axis {along}: all other axes must be equal");
            }
        }

        int batch = tensors.Select(tensor => tensor.Extents).Aggregate((x, y) => new([], Extents.CommonBatch(x, y))).Batch;
        int length = tensors.Sum(tensor => tensor.Shape[along]);
        Tensor? sum = null;
        int before = 0;
        foreach (var tensor in tensors)
        {
            var part = Pad(BroadcastTo(tensor, new Extents(tensor.Extents.Shape, batch)), along, before, length);
            sum = sum is null ? part : sum + part;
            before += tensor.Shape[along];
        }

        return sum!;
    }

    /// <summary>The part that an indexer names.</summary>
    internal static Tensor Part(Tensor x, params ReadOnlySpan<Slice> slices)
    {
        if (slices.Length > x.Extents.Rank)
        {
            throw new ArgumentException($"an index with {slices.Length} axes into {x.Extents}, which has {x.Extents.Rank}");
        }

        var part = x;
        var kept = new List<int>();
        for (int axis = 0; axis < x.Extents.Rank; axis++)
        {
            var slice = axis < slices.Length ? slices[axis] : Range.All;
            var (start, length) = slice.On(x.Extents, axis);
            part = Cut(part, axis, start, length);
            if (!slice.IsIndex)
            {
                kept.Add(length);
            }
        }

        return kept.Count == x.Extents.Rank ? part : Reshape(part, [.. kept]);
    }

    /// <summary>The positions of an axis from <paramref name="start"/> on.</summary>
    private static Tensor Cut(Tensor x, int axis, int start, int length)
    {
        int extent = x.Extents.Shape[axis];
        if (length == extent)
        {
            return x;
        }

        var extents = x.Extents.With(axis, length);
        return new Tensor(
            Array.ConvertAll(Places(extents, x.Extents, axis, start), place => x.Values[place]),
            extents,
            x.Kind,
            new Dependence(x, (g, _) => Pad(g, axis, start, extent)));
    }

    /// <summary>Zeros before and behind along an axis, up to the given extent.</summary>
    private static Tensor Pad(Tensor x, int axis, int before, int extent)
    {
        int length = x.Extents.Shape[axis];
        if (length == extent)
        {
            return x;
        }

        var extents = x.Extents.With(axis, extent);
        var values = new double[extents.Length];
        int[] places = Places(x.Extents, extents, axis, before);
        for (int i = 0; i < places.Length; i++)
        {
            values[places[i]] = x.Values[i];
        }

        return new Tensor(values, extents, x.Kind, new Dependence(x, (g, _) => Cut(g, axis, before, length)));
    }

    /// <summary>Where the values of a part lie in the whole.</summary>
    private static int[] Places(Extents part, Extents whole, int axis, int start)
    {
        int[] strides = Strides.RowMajor(Strides.Full(whole, whole.Rank));
        int first = start * strides[axis + 1];
        return Array.ConvertAll(Strides.Walk(Strides.Full(part, part.Rank), strides), offset => first + offset);
    }
}
