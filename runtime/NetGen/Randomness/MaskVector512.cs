using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Masks of 16 features at a time.</summary>
internal readonly struct MaskVector512 : IMaskVector<Vector512<uint>>
{
    public static int Lanes => Vector512<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Words(
        uint lane, uint row, uint layer, uint step, ulong seed, out Vector512<uint> word0, out Vector512<uint> word1, out Vector512<uint> word2, out Vector512<uint> word3)
    {
        word0 = Vector512.Create(lane) + Vector512<uint>.Indices;
        word1 = Vector512.Create(row);
        word2 = Vector512.Create(layer);
        word3 = Vector512.Create(step);
        Philox.Block(ref word0, ref word1, ref word2, ref word3, seed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> AtLeast(Vector512<uint> words, uint threshold) => Vector512.GreaterThanOrEqual(words, Vector512.Create(threshold));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> First(Vector512<uint> keep, int count) =>
        keep & Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<uint> keep, ref float destination, float scale) =>
        (keep.AsSingle() & Vector512.Create(scale)).StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<uint> keep, ref double destination, double scale, int count)
    {
        Vector512<double> factor = Vector512.Create(scale);
        (Vector512<long> lower, Vector512<long> upper) = Vector512.Widen(keep.AsInt32());
        (lower.AsDouble() & factor).StoreUnsafe(ref destination);
        if (count > Vector512<double>.Count)
        {
            (upper.AsDouble() & factor).StoreUnsafe(ref destination, (nuint)Vector512<double>.Count);
        }
    }
}
