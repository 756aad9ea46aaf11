using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <content>4 counters at a time.</content>
public static partial class Philox
{
    /// <summary>The blocks of 4 counters, one per lane.</summary>
    /// <param name="c0">First words of the counters; becomes the first words of the blocks.</param>
    /// <param name="c1">Second words.</param>
    /// <param name="c2">Third words.</param>
    /// <param name="c3">Fourth words.</param>
    /// <param name="key">The key of all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(
        ref Vector128<uint> c0, ref Vector128<uint> c1, ref Vector128<uint> c2, ref Vector128<uint> c3, ulong key)
    {
        // The multiplication reads the low half of a 64-bit lane: even and odd counters go in vectors of their own, with
        // whatever is left over in the high halves.
        Vector128<ulong> even0 = c0.AsUInt64(), even1 = c1.AsUInt64(), even2 = c2.AsUInt64(), even3 = c3.AsUInt64();
        Vector128<ulong> odd0 = even0 >>> 32, odd1 = even1 >>> 32, odd2 = even2 >>> 32, odd3 = even3 >>> 32;
        Vector128<uint> k0 = Vector128.Create((uint)key), k1 = Vector128.Create((uint)(key >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            Round(ref even0, ref even1, ref even2, ref even3, k0.AsUInt64(), k1.AsUInt64());
            Round(ref odd0, ref odd1, ref odd2, ref odd3, k0.AsUInt64(), k1.AsUInt64());
            k0 += Vector128.Create(Weyl0);
            k1 += Vector128.Create(Weyl1);
        }

        c0 = Merge(even0, odd0);
        c1 = Merge(even1, odd1);
        c2 = Merge(even2, odd2);
        c3 = Merge(even3, odd3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector128<ulong> c0, ref Vector128<ulong> c1, ref Vector128<ulong> c2, ref Vector128<ulong> c3, Vector128<ulong> k0, Vector128<ulong> k1)
    {
        Vector128<ulong> product0 = Widening(c0, Vector128.Create(Multiplier0));
        Vector128<ulong> product1 = Widening(c2, Vector128.Create(Multiplier1));
        c0 = (product1 >>> 32) ^ c1 ^ k0;
        c1 = product1;
        c2 = (product0 >>> 32) ^ c3 ^ k1;
        c3 = product0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Merge(Vector128<ulong> even, Vector128<ulong> odd) =>
        ((even & Vector128.Create((ulong)uint.MaxValue)) | (odd << 32)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Widening(Vector128<ulong> left, Vector128<uint> right) => Sse2.IsSupported
        ? Sse2.Multiply(left.AsUInt32(), right)
        : (left & Vector128.Create((ulong)uint.MaxValue)) * (right.AsUInt64() & Vector128.Create((ulong)uint.MaxValue));
}
