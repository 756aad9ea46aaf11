using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>A block of zeroed memory that starts on a cache line and never moves; the garbage collector frees it with this object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AlignedBuffer
{
    /// <summary>Alignment in bytes: a cache line and one 512-bit vector.</summary>
    public const int Alignment = 64;

    // Whole lines as the element type: a byte array would end at 2 GiB.
    private readonly Line[] _lines;

    /// <summary>Allocates the block; every byte is zero.</summary>
    /// <param name="bytes">Size in bytes, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative, or more than an array of cache lines can hold (about 128 GiB).</exception>
    public AlignedBuffer(nint bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        nint lines = (bytes / Alignment) + (bytes % Alignment == 0 ? 0 : 1) + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lines, Array.MaxLength, nameof(bytes));
        _lines = GC.AllocateArray<Line>((int)lines, pinned: true);
        nint start = Memory.AddressOf(ref MemoryMarshal.GetArrayDataReference(_lines));
        Address = (start + Alignment - 1) & ~(nint)(Alignment - 1);
        Bytes = bytes;
    }

    /// <summary>Address of the first byte, a multiple of <see cref="Alignment"/>; valid as long as this object lives.</summary>
    public nint Address { get; }

    /// <summary>Size in bytes, as asked for.</summary>
    public nint Bytes { get; }

    /// <summary>A window on the block.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="offset">First element, counted in elements of <typeparamref name="T"/>.</param>
    /// <param name="length">Number of elements.</param>
    /// <returns>The window; keep this object alive while it is used.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The window is not inside the block.</exception>
    public unsafe Span<T> Span<T>(int offset, int length)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(((long)offset + length) * sizeof(T), Bytes, nameof(length));
        return new Span<T>((void*)(Address + ((nint)offset * sizeof(T))), length);
    }

    /// <summary>Sets every byte to zero.</summary>
    public void Clear() => Array.Clear(_lines);

    [StructLayout(LayoutKind.Sequential)]
    [InlineArray(Alignment / sizeof(ulong))]
    private struct Line
    {
        private ulong _first;
    }
}
