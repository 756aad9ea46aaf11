using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Raw memory for emitted code, which is compiled without <c>AllowUnsafeBlocks</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Memory
{
    /// <summary>The value at an address. The caller vouches that the memory is pinned and outlives the reference.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="address">An address, such as <see cref="AlignedBuffer.Address"/> plus an offset in bytes.</param>
    /// <returns>A reference to the value; nothing is checked.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref T At<T>(nint address)
        where T : unmanaged => ref *(T*)address;

    /// <summary>The address of a value in pinned memory (for any other memory it is stale at once).</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">A reference into pinned memory.</param>
    /// <returns>The address in bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe nint AddressOf<T>(ref T value)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref value);

    /// <summary>Asks for the cache line of <paramref name="value"/>, into all levels; never faults, does nothing on machines without SSE.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">A reference, which may point past the end of its buffer: it is not read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref T value)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref value));
        }
    }
}
