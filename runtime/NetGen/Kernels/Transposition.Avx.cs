using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <content>The AVX tiles: interleave pairs, then quarters, then exchange 128-bit lanes.</content>
internal static partial class Transposition
{
    // The low, or the high, lanes of both operands.
    private const byte Low = 0x20;
    private const byte High = 0x31;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8(ref float from, nint fromStride, ref float to, nint toStride, int rows, int columns)
    {
        Vector256<float> r0 = Row256(ref from, 0, fromStride, rows);
        Vector256<float> r1 = Row256(ref from, 1, fromStride, rows);
        Vector256<float> r2 = Row256(ref from, 2, fromStride, rows);
        Vector256<float> r3 = Row256(ref from, 3, fromStride, rows);
        Vector256<float> r4 = Row256(ref from, 4, fromStride, rows);
        Vector256<float> r5 = Row256(ref from, 5, fromStride, rows);
        Vector256<float> r6 = Row256(ref from, 6, fromStride, rows);
        Vector256<float> r7 = Row256(ref from, 7, fromStride, rows);

        Vector256<float> s0 = Avx.UnpackLow(r0, r1);
        Vector256<float> s1 = Avx.UnpackHigh(r0, r1);
        Vector256<float> s2 = Avx.UnpackLow(r2, r3);
        Vector256<float> s3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> s4 = Avx.UnpackLow(r4, r5);
        Vector256<float> s5 = Avx.UnpackHigh(r4, r5);
        Vector256<float> s6 = Avx.UnpackLow(r6, r7);
        Vector256<float> s7 = Avx.UnpackHigh(r6, r7);

        r0 = Avx.UnpackLow(s0.AsDouble(), s2.AsDouble()).AsSingle();
        r1 = Avx.UnpackHigh(s0.AsDouble(), s2.AsDouble()).AsSingle();
        r2 = Avx.UnpackLow(s1.AsDouble(), s3.AsDouble()).AsSingle();
        r3 = Avx.UnpackHigh(s1.AsDouble(), s3.AsDouble()).AsSingle();
        r4 = Avx.UnpackLow(s4.AsDouble(), s6.AsDouble()).AsSingle();
        r5 = Avx.UnpackHigh(s4.AsDouble(), s6.AsDouble()).AsSingle();
        r6 = Avx.UnpackLow(s5.AsDouble(), s7.AsDouble()).AsSingle();
        r7 = Avx.UnpackHigh(s5.AsDouble(), s7.AsDouble()).AsSingle();

        Column(ref to, 0, toStride, columns, Avx.Permute2x128(r0, r4, Low));
        Column(ref to, 1, toStride, columns, Avx.Permute2x128(r1, r5, Low));
        Column(ref to, 2, toStride, columns, Avx.Permute2x128(r2, r6, Low));
        Column(ref to, 3, toStride, columns, Avx.Permute2x128(r3, r7, Low));
        Column(ref to, 4, toStride, columns, Avx.Permute2x128(r0, r4, High));
        Column(ref to, 5, toStride, columns, Avx.Permute2x128(r1, r5, High));
        Column(ref to, 6, toStride, columns, Avx.Permute2x128(r2, r6, High));
        Column(ref to, 7, toStride, columns, Avx.Permute2x128(r3, r7, High));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4(ref double from, nint fromStride, ref double to, nint toStride, int rows, int columns)
    {
        Vector256<double> r0 = Row256(ref from, 0, fromStride, rows);
        Vector256<double> r1 = Row256(ref from, 1, fromStride, rows);
        Vector256<double> r2 = Row256(ref from, 2, fromStride, rows);
        Vector256<double> r3 = Row256(ref from, 3, fromStride, rows);

        Vector256<double> s0 = Avx.UnpackLow(r0, r1);
        Vector256<double> s1 = Avx.UnpackHigh(r0, r1);
        Vector256<double> s2 = Avx.UnpackLow(r2, r3);
        Vector256<double> s3 = Avx.UnpackHigh(r2, r3);

        Column(ref to, 0, toStride, columns, Avx.Permute2x128(s0, s2, Low));
        Column(ref to, 1, toStride, columns, Avx.Permute2x128(s1, s3, Low));
        Column(ref to, 2, toStride, columns, Avx.Permute2x128(s0, s2, High));
        Column(ref to, 3, toStride, columns, Avx.Permute2x128(s1, s3, High));
    }
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Row256<T>(ref T from, int row, nint stride, int rows)
        where T : unmanaged => row < rows ? Vector256.LoadUnsafe(ref Unsafe.Add(ref from, row * stride)) : Vector256<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<T>(ref T to, int column, nint stride, int columns, Vector256<T> value)
        where T : unmanaged
    {
        if (column < columns)
        {
            value.StoreUnsafe(ref Unsafe.Add(ref to, column * stride));
        }
    }
}
