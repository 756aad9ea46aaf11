using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Masks of 4 features at a time.</summary>
internal readonly struct MaskVector128 : IMaskVector<Vector128<uint>>
{
    public static int Lanes => Vector128<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Words(
        uint lane, uint row, uint layer, uint step, ulong seed, out Vector128<uint> word0, out Vector128<uint> word1, out Vector128<uint> word2, out Vector128<uint> word3)
    {
        word0 = Vector128.Create(lane) + Vector128<uint>.Indices;
        word1 = Vector128.Create(row);
        word2 = Vector128.Create(layer);
        word3 = Vector128.Create(step);
        Philox.Block(ref word0, ref word1, ref word2, ref word3, seed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> AtLeast(Vector128<uint> words, uint threshold) => Vector128.GreaterThanOrEqual(words, Vector128.Create(threshold));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> First(Vector128<uint> keep, int count) =>
        keep & Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<uint> keep, ref float destination, float scale) =>
        (keep.AsSingle() & Vector128.Create(scale)).StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<uint> keep, ref double destination, double scale, int count)
    {
        Vector128<double> factor = Vector128.Create(scale);
        (Vector128<long> lower, Vector128<long> upper) = Vector128.Widen(keep.AsInt32());
        (lower.AsDouble() & factor).StoreUnsafe(ref destination);
        if (count > Vector128<double>.Count)
        {
            (upper.AsDouble() & factor).StoreUnsafe(ref destination, (nuint)Vector128<double>.Count);
        }
    }
}
