using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>What is remembered while a sequence comes one position at a time.</content>
public sealed partial class Pass<T>
{
    private nint _cache;

    /// <summary>Which position of the sequence this is.</summary>
    public nint Position { get; private set; }

    /// <summary>Numbers from one sequence's caches to the next's.</summary>
    public nint CacheStride { get; private set; }

    /// <summary>Keys and values of the positions before.</summary>
    /// <param name="offset">Which, in numbers per sequence.</param>
    /// <param name="sample">Which sequence.</param>
    /// <returns>The first number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Cache(int offset, int sample) => ref Unsafe.Add(ref Memory.At<T>(_cache), (sample * CacheStride) + offset);

    internal void SetCache(nint address, int stride) => (_cache, CacheStride) = (address, stride);

    internal void SetPosition(int position) => Position = position;
}
