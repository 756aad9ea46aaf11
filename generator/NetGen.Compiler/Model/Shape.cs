namespace NetGen.Compiler.Model;

/// <summary>The shape of one sample; the batch is left out. Images are C, H, W.</summary>
public sealed record Shape(EquatableArray<int> Dims)
{
    public Shape(params int[] dims) : this(new EquatableArray<int>(dims))
    {
    }

    public int Rank => Dims.Count;

    /// <summary>The extent of the last axis, the one that Dense and the normalisations work on.</summary>
    public int Last => Dims.Count == 0 ? 1 : Dims[Dims.Count - 1];

    /// <summary>How many values a sample holds; <see cref="long.MaxValue"/> when that is more than a number can tell.</summary>
    public long Count => Dims.Aggregate(1L, (product, dim) => dim > 0 && product > long.MaxValue / dim ? long.MaxValue : product * dim);

    /// <summary>How many rows of length <see cref="Last"/> one sample holds.</summary>
    public int Rows => (int)(Count / Math.Max(1, Last));

    public int this[int axis] => Dims[axis];

    public Shape WithLast(int last) => new(Dims.Take(Rank - 1).Append(last).ToArray());

    /// <summary>The shape of one position of the first axis.</summary>
    public Shape WithoutFirst() => new(Dims.Skip(1).ToArray());

    public override string ToString() => "[" + string.Join(", ", Dims) + "]";
}
