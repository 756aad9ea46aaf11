using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// What an indexer of <see cref="Tensor"/> takes of one axis: an index picks one position, and the axis goes; a range keeps its positions, and the axis stays. It is
/// written as <c>x[0]</c>, <c>x[^1]</c>, <c>x[2..5]</c> or <c>x[.., 0]</c>: the conversions are implicit.
/// </summary>
public readonly struct Slice
{
    // A position below 0, for the message of whoever looks it up: conversions do not throw.
    private readonly int below;

    private Slice(Range range, bool isIndex, int below = 0) => (Range, IsIndex, this.below) = (range, isIndex, below);

    /// <summary>True for a single position.</summary>
    public bool IsIndex { get; }

    /// <summary>The positions; of a single one, the range starts there.</summary>
    public Range Range { get; }

    /// <summary>Picks a position.</summary>
    /// <param name="index">The position, from 0; a negative one is refused by the indexer: from the end, it is written <c>^1</c>.</param>
    public static implicit operator Slice(int index) => new(new Range(Math.Max(index, 0), Index.End), true, Math.Min(index, 0));

    /// <summary>Picks a position.</summary>
    /// <param name="index">The position, also from the end: <c>^1</c>.</param>
    public static implicit operator Slice(Index index) => new(new Range(index, Index.End), true);

    /// <summary>Keeps a range.</summary>
    /// <param name="range">The positions.</param>
    public static implicit operator Slice(Range range) => new(range, false);

    /// <summary>As it is written: <c>2..5</c> or <c>^1</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => below < 0 ? $"{below}" : IsIndex ? Range.Start.ToString() : Range.ToString();

    /// <summary>First position and number of positions on an axis of a tensor.</summary>
    internal (int Start, int Length) On(Extents extents, int axis)
    {
        if (below < 0)
        {
            throw new ArgumentException($"[{this}] on axis {axis} of {extents}: positions count from 0; from the end, write ^{-(long)below}");
        }

        int extent = extents.Shape[axis];
        int start = Range.Start.GetOffset(extent);
        int end = IsIndex ? start + 1 : Range.End.GetOffset(extent);
        return start >= 0 && end > start && end <= extent
            ? (start, end - start)
            : throw new ArgumentException($"[{this}] on axis {axis} of {extents}: " + (end > start || IsIndex
                ? $"the axis has the positions 0 to {extent - 1}"
                : "an axis keeps at least one position"));
    }
}
