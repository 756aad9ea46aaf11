using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>Values that lie in lanes: a block for as many samples as a vector holds, with all values of the program one after the other.</content>
public sealed partial class Pass<T>
{
    private nint _lanes;

    /// <summary>Values from one block of samples to the next.</summary>
    public nint LaneStride { get; private set; }

    /// <summary>Blocks of samples.</summary>
    public int LaneBlocks => (Batch + Runtime.Lanes.Width<T>() - 1) / Runtime.Lanes.Width<T>();

    /// <summary>Lanes of the last block behind the last sample.</summary>
    public int AbsentLanes => (LaneBlocks * Runtime.Lanes.Width<T>()) - Batch;

    /// <summary>A value in lanes.</summary>
    /// <param name="unit">Its first vector.</param>
    /// <param name="sample">The first sample of the block.</param>
    /// <returns>The first vector of the block.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Lanes(int unit, int sample) => ref Unsafe.Add(ref Memory.At<T>(_lanes), (sample / Runtime.Lanes.Width<T>() * LaneStride) + ((nint)unit * Runtime.Lanes.Width<T>()));

    /// <summary>Makes zero, in sums of the last block, what comes from behind the last sample.</summary>
    /// <param name="sums">Vectors.</param>
    public void DropAbsent(Span<T> sums)
    {
        var (width, absent) = (Runtime.Lanes.Width<T>(), AbsentLanes);
        for (var first = width - absent; absent > 0 && first < sums.Length; first += width)
        {
            sums.Slice(first, absent).Clear();
        }
    }
}
