using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>Values that lie in lanes: a block for as many samples as a vector holds, with all values of the program one after the other.</content>
public sealed partial class Pass<T>
{
    private nint _lanes;
    private nint _briefLanes;
    private nint _briefStride;

    /// <summary>Values from one block of samples to the next.</summary>
    public nint LaneStride { get; private set; }

    /// <summary>Blocks of samples.</summary>
    public int LaneBlocks => (Batch + Runtime.Lanes.Width<T>() - 1) / Runtime.Lanes.Width<T>();

    /// <summary>A value in lanes.</summary>
    /// <param name="unit">Its first vector.</param>
    /// <param name="sample">The first sample of the block.</param>
    /// <returns>The first vector of the block.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Lanes(int unit, int sample) => ref Unsafe.Add(ref Memory.At<T>(_lanes), (sample / Runtime.Lanes.Width<T>() * LaneStride) + ((nint)unit * Runtime.Lanes.Width<T>()));

    /// <summary>A value in lanes that lives for one block of samples: each chunk of a phase has room of its own.</summary>
    /// <param name="unit">Its first vector.</param>
    /// <param name="chunk">The chunk.</param>
    /// <returns>The first vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T BriefLanes(int unit, int chunk) => ref Unsafe.Add(ref Memory.At<T>(_briefLanes), (chunk * _briefStride) + ((nint)unit * Runtime.Lanes.Width<T>()));

    /// <summary>The most chunks that a phase of rows may have.</summary>
    internal int LaneChunks { get; private set; }

    /// <summary>Lays out the lanes, and returns how many bytes they take.</summary>
    private nint MeasureLanes(ProgramLayout program)
    {
        LaneStride = (nint)program.Lanes * Runtime.Lanes.Width<T>();
        LaneChunks = Math.Min(WorkerPool.MaxThreads, LaneBlocks);
        _briefStride = (nint)program.BriefLanes * Runtime.Lanes.Width<T>();
        return ((LaneStride * LaneBlocks) + (_briefStride * LaneChunks)) * Unsafe.SizeOf<T>();
    }

    private void PlaceLanes(nint address)
    {
        _lanes = address;
        _briefLanes = address + (LaneStride * LaneBlocks * Unsafe.SizeOf<T>());
    }
}
