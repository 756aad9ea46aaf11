using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Masks of 8 features at a time.</summary>
internal readonly struct MaskVector256 : IMaskVector<Vector256<uint>>
{
    public static int Lanes => Vector256<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Words(
        uint lane, uint row, uint layer, uint step, ulong seed, out Vector256<uint> word0, out Vector256<uint> word1, out Vector256<uint> word2, out Vector256<uint> word3)
    {
        word0 = Vector256.Create(lane) + Vector256<uint>.Indices;
        word1 = Vector256.Create(row);
        word2 = Vector256.Create(layer);
        word3 = Vector256.Create(step);
        Philox.Block(ref word0, ref word1, ref word2, ref word3, seed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> AtLeast(Vector256<uint> words, uint threshold) => Vector256.GreaterThanOrEqual(words, Vector256.Create(threshold));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> First(Vector256<uint> keep, int count) =>
        keep & Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<uint> keep, ref float destination, float scale) =>
        (keep.AsSingle() & Vector256.Create(scale)).StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<uint> keep, ref double destination, double scale, int count)
    {
        Vector256<double> factor = Vector256.Create(scale);
        (Vector256<long> lower, Vector256<long> upper) = Vector256.Widen(keep.AsInt32());
        (lower.AsDouble() & factor).StoreUnsafe(ref destination);
        if (count > Vector256<double>.Count)
        {
            (upper.AsDouble() & factor).StoreUnsafe(ref destination, (nuint)Vector256<double>.Count);
        }
    }
}
