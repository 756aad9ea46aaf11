namespace NetGen.Runtime;

/// <summary>The axes of a tensor: its shape without the batch, and the number of samples, 0 without a batch.</summary>
internal sealed class Extents
{
    public Extents(int[] shape, int batch)
    {
        (Shape, Batch, Size) = (shape, batch, 1);
        foreach (int extent in shape)
        {
            if (extent < 1)
            {
                throw new ArgumentException($"the shape {this} has an axis of {extent} values; every axis holds at least one");
            }

            Size = checked(Size * extent);
        }
    }

    public int[] Shape { get; }

    public int Batch { get; }

    /// <summary>Values of one sample.</summary>
    public int Size { get; }

    public int Length => checked(Size * Samples);

    /// <summary>How many times <see cref="Size"/> values are stored: 1 without a batch.</summary>
    public int Samples => Math.Max(Batch, 1);

    public int Rank => Shape.Length;

    public bool Same(Extents other) => Batch == other.Batch && Shape.AsSpan().SequenceEqual(other.Shape);

    /// <summary>The axis as a number from 0, whether counted from the front or, negative, from the end.</summary>
    public int Axis(int axis) => axis >= -Rank && axis < Rank
        ? (axis + Rank) % Rank
        : throw new ArgumentOutOfRangeException(nameof(axis), axis, Rank == 0
            ? $"the shape {this} has no axis"
            : $"the shape {this} has the axes 0 to {Rank - 1}, or counted from the end -1 to {-Rank}");

    public Extents With(params int[] shape) => new(shape, Batch);

    /// <summary>The same with another extent of one axis.</summary>
    public Extents With(int axis, int extent)
    {
        int[] shape = [.. Shape];
        shape[axis] = extent;
        return With(shape);
    }

    /// <summary>
    /// The axes of an elementwise operation, as NumPy broadcasts: aligned at the right, extents are equal, or one of them is 1 or missing. Batched with unbatched is batched.
    /// </summary>
    public static Extents Broadcast(Extents left, Extents right)
    {
        var shape = new int[Math.Max(left.Rank, right.Rank)];
        for (int fromEnd = 1; fromEnd <= shape.Length; fromEnd++)
        {
            int a = fromEnd <= left.Rank ? left.Shape[^fromEnd] : 1;
            int b = fromEnd <= right.Rank ? right.Shape[^fromEnd] : 1;
            shape[^fromEnd] = a == b || b == 1 ? a : a == 1 ? b : throw new ArgumentException(
                $"the shapes {left} and {right} do not fit together: aligned at the right, {a} stands against {b}; extents must be equal, or one of them 1");
        }

        return new(shape, CommonBatch(left, right));
    }

    /// <summary>The number of samples of a result.</summary>
    public static int CommonBatch(Extents left, Extents right) => left.Batch == right.Batch || left.Batch == 0 || right.Batch == 0
        ? Math.Max(left.Batch, right.Batch)
        : throw new ArgumentException($"{left} has {left.Batch} samples and {right} has {right.Batch}; all batches of a network are of one size");

    /// <summary><c>[B, 3, 4]</c>, or <c>[3, 4]</c> without a batch.</summary>
    public override string ToString() => $"[{string.Join(", ", Shape.Select(extent => $"{extent}").Prepend("B").Skip(Batch > 0 ? 0 : 1))}]";
}
