using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <content>16 counters at a time.</content>
public static partial class Philox
{
    /// <summary>The blocks of 16 counters, one per lane.</summary>
    /// <param name="c0">First words of the counters; becomes the first words of the blocks.</param>
    /// <param name="c1">Second words.</param>
    /// <param name="c2">Third words.</param>
    /// <param name="c3">Fourth words.</param>
    /// <param name="key">The key of all lanes.</param>
    /// <exception cref="PlatformNotSupportedException">The processor lacks AVX-512.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(
        ref Vector512<uint> c0, ref Vector512<uint> c1, ref Vector512<uint> c2, ref Vector512<uint> c3, ulong key)
    {
        // The multiplication reads the low half of a 64-bit lane: even and odd counters go in vectors of their own, with
        // whatever is left over in the high halves.
        Vector512<ulong> even0 = c0.AsUInt64(), even1 = c1.AsUInt64(), even2 = c2.AsUInt64(), even3 = c3.AsUInt64();
        Vector512<ulong> odd0 = even0 >>> 32, odd1 = even1 >>> 32, odd2 = even2 >>> 32, odd3 = even3 >>> 32;
        Vector512<uint> k0 = Vector512.Create((uint)key), k1 = Vector512.Create((uint)(key >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            Round(ref even0, ref even1, ref even2, ref even3, k0.AsUInt64(), k1.AsUInt64());
            Round(ref odd0, ref odd1, ref odd2, ref odd3, k0.AsUInt64(), k1.AsUInt64());
            k0 += Vector512.Create(Weyl0);
            k1 += Vector512.Create(Weyl1);
        }

        c0 = Merge(even0, odd0);
        c1 = Merge(even1, odd1);
        c2 = Merge(even2, odd2);
        c3 = Merge(even3, odd3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3, Vector512<ulong> k0, Vector512<ulong> k1)
    {
        Vector512<ulong> product0 = Widening(c0, Vector512.Create(Multiplier0));
        Vector512<ulong> product1 = Widening(c2, Vector512.Create(Multiplier1));
        c0 = (product1 >>> 32) ^ c1 ^ k0;
        c1 = product1;
        c2 = (product0 >>> 32) ^ c3 ^ k1;
        c3 = product0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Merge(Vector512<ulong> even, Vector512<ulong> odd) =>
        ((even & Vector512.Create((ulong)uint.MaxValue)) | (odd << 32)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Widening(Vector512<ulong> left, Vector512<uint> right) => Avx512F.Multiply(left.AsUInt32(), right);
}
