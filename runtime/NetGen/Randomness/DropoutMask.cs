using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>
/// Masks of dropout. The value of a feature is a function of (seed, layer, step, row, feature) alone: word <c>feature / 16 % 4</c> of Philox4x32-10
/// with the seed as key and the counter <c>(feature / 64 · 16 + feature % 16, row, layer, step)</c>, kept where the word reaches the threshold. The order of
/// the counters makes one vector of 16 lanes yield 64 consecutive features.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DropoutMask
{
    /// <summary>Features per block of counters, and features per word of it.</summary>
    private const int BlockFeatures = 64;
    private const int WordFeatures = 16;

    /// <summary>The threshold of a rate: a word below it, of 2³², means zero.</summary>
    /// <param name="rate">The probability of a zero, in [0, 1).</param>
    /// <returns>The rate times 2³², rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not in [0, 1).</exception>
    public static uint Threshold(double rate) =>
        (uint)Math.Min(uint.MaxValue, Math.Round(Setting.Fraction(rate, nameof(rate)) * 4294967296.0));

    /// <summary>Writes the mask of one row in panels of 32 features; lanes that pad the features to a multiple of 16 become zero.</summary>
    /// <param name="mask">The row in the first panel.</param>
    /// <param name="panelStride">Values from one panel to the next.</param>
    /// <param name="features">The number of features.</param>
    /// <param name="threshold">See <see cref="Threshold"/>.</param>
    /// <param name="scale">What kept features get, <c>1 / (1 - rate)</c>.</param>
    /// <param name="seed">The seed of the network's dropout.</param>
    /// <param name="layer">The position of the layer among the dropout layers.</param>
    /// <param name="row">The row in the batch.</param>
    /// <param name="step">The training step.</param>
    public static void Row(
        ref float mask, nint panelStride, int features, uint threshold, float scale, ulong seed, uint layer, uint row, uint step)
    {
        if (Avx512F.IsSupported)
        {
            Row<MaskVector512, Vector512<uint>, float>(ref mask, panelStride, features, threshold, scale, seed, layer, row, step);
        }
        else if (Avx2.IsSupported)
        {
            Row<MaskVector256, Vector256<uint>, float>(ref mask, panelStride, features, threshold, scale, seed, layer, row, step);
        }
        else
        {
            Row<MaskVector128, Vector128<uint>, float>(ref mask, panelStride, features, threshold, scale, seed, layer, row, step);
        }
    }

    /// <summary>Writes the mask of one row in panels of 16 features; lanes that pad the features to a multiple of 8 become zero.</summary>
    /// <inheritdoc cref="Row(ref float, nint, int, uint, float, ulong, uint, uint, uint)"/>
    public static void Row(
        ref double mask, nint panelStride, int features, uint threshold, double scale, ulong seed, uint layer, uint row, uint step)
    {
        if (Avx512F.IsSupported)
        {
            Row<MaskVector512, Vector512<uint>, double>(ref mask, panelStride, features, threshold, scale, seed, layer, row, step);
        }
        else if (Avx2.IsSupported)
        {
            Row<MaskVector256, Vector256<uint>, double>(ref mask, panelStride, features, threshold, scale, seed, layer, row, step);
        }
        else
        {
            Row<MaskVector128, Vector128<uint>, double>(ref mask, panelStride, features, threshold, scale, seed, layer, row, step);
        }
    }

    /// <summary>The loop at one vector width; the tests run it at every width that the machine has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Row<TSimd, TVector, T>(
        ref T mask, nint panelStride, int features, uint threshold, T scale, ulong seed, uint layer, uint row, uint step)
        where TSimd : struct, IMaskVector<TVector>
        where TVector : struct
        where T : unmanaged
    {
        for (int first = 0; first < features; first += BlockFeatures)
        {
            for (int lane = 0; lane < WordFeatures; lane += TSimd.Lanes)
            {
                TSimd.Words(
                    (uint)((first / 4) + lane), row, layer, step, seed, out TVector word0, out TVector word1, out TVector word2, out TVector word3);
                int feature = first + lane;
                Put<TSimd, TVector, T>(word0, ref mask, panelStride, feature, features, threshold, scale);
                Put<TSimd, TVector, T>(word1, ref mask, panelStride, feature + WordFeatures, features, threshold, scale);
                Put<TSimd, TVector, T>(word2, ref mask, panelStride, feature + (2 * WordFeatures), features, threshold, scale);
                Put<TSimd, TVector, T>(word3, ref mask, panelStride, feature + (3 * WordFeatures), features, threshold, scale);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TSimd, TVector, T>(
        TVector words, ref T mask, nint panelStride, int feature, int features, uint threshold, T scale)
        where TSimd : struct, IMaskVector<TVector>
        where TVector : struct
        where T : unmanaged
    {
        int padded = Panels.RoundUp<T>(features);
        if (feature >= padded)
        {
            return;
        }

        TVector keep = TSimd.AtLeast(words, threshold);
        if (feature + TSimd.Lanes > features)
        {
            keep = TSimd.First(keep, features - feature);
        }

        ref T destination = ref Unsafe.Add(
            ref mask, (feature / Panels.Width<T>() * panelStride) + (feature % Panels.Width<T>()));
        if (typeof(T) == typeof(double))
        {
            TSimd.Store(keep, ref Unsafe.As<T, double>(ref destination), Unsafe.BitCast<T, double>(scale), padded - feature);
        }
        else
        {
            TSimd.Store(keep, ref Unsafe.As<T, float>(ref destination), Unsafe.BitCast<T, float>(scale));
        }
    }
}
