using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <content>The AVX-512 tiles: interleave pairs, then quarters, then exchange 128-bit lanes twice.</content>
internal static partial class Transposition
{
    // Lanes 0 and 2, or 1 and 3, of both operands.
    private const byte Even = 0x88;
    private const byte Odd = 0xDD;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile16(ref float from, nint fromStride, ref float to, nint toStride, int rows, int columns)
    {
        Vector512<float> r0 = Row512(ref from, 0, fromStride, rows);
        Vector512<float> r1 = Row512(ref from, 1, fromStride, rows);
        Vector512<float> r2 = Row512(ref from, 2, fromStride, rows);
        Vector512<float> r3 = Row512(ref from, 3, fromStride, rows);
        Vector512<float> r4 = Row512(ref from, 4, fromStride, rows);
        Vector512<float> r5 = Row512(ref from, 5, fromStride, rows);
        Vector512<float> r6 = Row512(ref from, 6, fromStride, rows);
        Vector512<float> r7 = Row512(ref from, 7, fromStride, rows);
        Vector512<float> r8 = Row512(ref from, 8, fromStride, rows);
        Vector512<float> r9 = Row512(ref from, 9, fromStride, rows);
        Vector512<float> r10 = Row512(ref from, 10, fromStride, rows);
        Vector512<float> r11 = Row512(ref from, 11, fromStride, rows);
        Vector512<float> r12 = Row512(ref from, 12, fromStride, rows);
        Vector512<float> r13 = Row512(ref from, 13, fromStride, rows);
        Vector512<float> r14 = Row512(ref from, 14, fromStride, rows);
        Vector512<float> r15 = Row512(ref from, 15, fromStride, rows);

        Vector512<float> s0 = Avx512F.UnpackLow(r0, r1);
        Vector512<float> s1 = Avx512F.UnpackHigh(r0, r1);
        Vector512<float> s2 = Avx512F.UnpackLow(r2, r3);
        Vector512<float> s3 = Avx512F.UnpackHigh(r2, r3);
        Vector512<float> s4 = Avx512F.UnpackLow(r4, r5);
        Vector512<float> s5 = Avx512F.UnpackHigh(r4, r5);
        Vector512<float> s6 = Avx512F.UnpackLow(r6, r7);
        Vector512<float> s7 = Avx512F.UnpackHigh(r6, r7);
        Vector512<float> s8 = Avx512F.UnpackLow(r8, r9);
        Vector512<float> s9 = Avx512F.UnpackHigh(r8, r9);
        Vector512<float> s10 = Avx512F.UnpackLow(r10, r11);
        Vector512<float> s11 = Avx512F.UnpackHigh(r10, r11);
        Vector512<float> s12 = Avx512F.UnpackLow(r12, r13);
        Vector512<float> s13 = Avx512F.UnpackHigh(r12, r13);
        Vector512<float> s14 = Avx512F.UnpackLow(r14, r15);
        Vector512<float> s15 = Avx512F.UnpackHigh(r14, r15);

        r0 = Avx512F.UnpackLow(s0.AsDouble(), s2.AsDouble()).AsSingle();
        r1 = Avx512F.UnpackHigh(s0.AsDouble(), s2.AsDouble()).AsSingle();
        r2 = Avx512F.UnpackLow(s1.AsDouble(), s3.AsDouble()).AsSingle();
        r3 = Avx512F.UnpackHigh(s1.AsDouble(), s3.AsDouble()).AsSingle();
        r4 = Avx512F.UnpackLow(s4.AsDouble(), s6.AsDouble()).AsSingle();
        r5 = Avx512F.UnpackHigh(s4.AsDouble(), s6.AsDouble()).AsSingle();
        r6 = Avx512F.UnpackLow(s5.AsDouble(), s7.AsDouble()).AsSingle();
        r7 = Avx512F.UnpackHigh(s5.AsDouble(), s7.AsDouble()).AsSingle();
        r8 = Avx512F.UnpackLow(s8.AsDouble(), s10.AsDouble()).AsSingle();
        r9 = Avx512F.UnpackHigh(s8.AsDouble(), s10.AsDouble()).AsSingle();
        r10 = Avx512F.UnpackLow(s9.AsDouble(), s11.AsDouble()).AsSingle();
        r11 = Avx512F.UnpackHigh(s9.AsDouble(), s11.AsDouble()).AsSingle();
        r12 = Avx512F.UnpackLow(s12.AsDouble(), s14.AsDouble()).AsSingle();
        r13 = Avx512F.UnpackHigh(s12.AsDouble(), s14.AsDouble()).AsSingle();
        r14 = Avx512F.UnpackLow(s13.AsDouble(), s15.AsDouble()).AsSingle();
        r15 = Avx512F.UnpackHigh(s13.AsDouble(), s15.AsDouble()).AsSingle();

        s0 = Avx512F.Shuffle4x128(r0, r4, Even);
        s4 = Avx512F.Shuffle4x128(r0, r4, Odd);
        s1 = Avx512F.Shuffle4x128(r1, r5, Even);
        s5 = Avx512F.Shuffle4x128(r1, r5, Odd);
        s2 = Avx512F.Shuffle4x128(r2, r6, Even);
        s6 = Avx512F.Shuffle4x128(r2, r6, Odd);
        s3 = Avx512F.Shuffle4x128(r3, r7, Even);
        s7 = Avx512F.Shuffle4x128(r3, r7, Odd);
        s8 = Avx512F.Shuffle4x128(r8, r12, Even);
        s12 = Avx512F.Shuffle4x128(r8, r12, Odd);
        s9 = Avx512F.Shuffle4x128(r9, r13, Even);
        s13 = Avx512F.Shuffle4x128(r9, r13, Odd);
        s10 = Avx512F.Shuffle4x128(r10, r14, Even);
        s14 = Avx512F.Shuffle4x128(r10, r14, Odd);
        s11 = Avx512F.Shuffle4x128(r11, r15, Even);
        s15 = Avx512F.Shuffle4x128(r11, r15, Odd);

        Column(ref to, 0, toStride, columns, Avx512F.Shuffle4x128(s0, s8, Even));
        Column(ref to, 1, toStride, columns, Avx512F.Shuffle4x128(s1, s9, Even));
        Column(ref to, 2, toStride, columns, Avx512F.Shuffle4x128(s2, s10, Even));
        Column(ref to, 3, toStride, columns, Avx512F.Shuffle4x128(s3, s11, Even));
        Column(ref to, 4, toStride, columns, Avx512F.Shuffle4x128(s4, s12, Even));
        Column(ref to, 5, toStride, columns, Avx512F.Shuffle4x128(s5, s13, Even));
        Column(ref to, 6, toStride, columns, Avx512F.Shuffle4x128(s6, s14, Even));
        Column(ref to, 7, toStride, columns, Avx512F.Shuffle4x128(s7, s15, Even));
        Column(ref to, 8, toStride, columns, Avx512F.Shuffle4x128(s0, s8, Odd));
        Column(ref to, 9, toStride, columns, Avx512F.Shuffle4x128(s1, s9, Odd));
        Column(ref to, 10, toStride, columns, Avx512F.Shuffle4x128(s2, s10, Odd));
        Column(ref to, 11, toStride, columns, Avx512F.Shuffle4x128(s3, s11, Odd));
        Column(ref to, 12, toStride, columns, Avx512F.Shuffle4x128(s4, s12, Odd));
        Column(ref to, 13, toStride, columns, Avx512F.Shuffle4x128(s5, s13, Odd));
        Column(ref to, 14, toStride, columns, Avx512F.Shuffle4x128(s6, s14, Odd));
        Column(ref to, 15, toStride, columns, Avx512F.Shuffle4x128(s7, s15, Odd));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8(ref double from, nint fromStride, ref double to, nint toStride, int rows, int columns)
    {
        Vector512<double> r0 = Row512(ref from, 0, fromStride, rows);
        Vector512<double> r1 = Row512(ref from, 1, fromStride, rows);
        Vector512<double> r2 = Row512(ref from, 2, fromStride, rows);
        Vector512<double> r3 = Row512(ref from, 3, fromStride, rows);
        Vector512<double> r4 = Row512(ref from, 4, fromStride, rows);
        Vector512<double> r5 = Row512(ref from, 5, fromStride, rows);
        Vector512<double> r6 = Row512(ref from, 6, fromStride, rows);
        Vector512<double> r7 = Row512(ref from, 7, fromStride, rows);

        Vector512<double> s0 = Avx512F.UnpackLow(r0, r1);
        Vector512<double> s1 = Avx512F.UnpackHigh(r0, r1);
        Vector512<double> s2 = Avx512F.UnpackLow(r2, r3);
        Vector512<double> s3 = Avx512F.UnpackHigh(r2, r3);
        Vector512<double> s4 = Avx512F.UnpackLow(r4, r5);
        Vector512<double> s5 = Avx512F.UnpackHigh(r4, r5);
        Vector512<double> s6 = Avx512F.UnpackLow(r6, r7);
        Vector512<double> s7 = Avx512F.UnpackHigh(r6, r7);

        r0 = Avx512F.Shuffle4x128(s0, s2, Even);
        r2 = Avx512F.Shuffle4x128(s0, s2, Odd);
        r4 = Avx512F.Shuffle4x128(s4, s6, Even);
        r6 = Avx512F.Shuffle4x128(s4, s6, Odd);
        r1 = Avx512F.Shuffle4x128(s1, s3, Even);
        r3 = Avx512F.Shuffle4x128(s1, s3, Odd);
        r5 = Avx512F.Shuffle4x128(s5, s7, Even);
        r7 = Avx512F.Shuffle4x128(s5, s7, Odd);

        Column(ref to, 0, toStride, columns, Avx512F.Shuffle4x128(r0, r4, Even));
        Column(ref to, 1, toStride, columns, Avx512F.Shuffle4x128(r1, r5, Even));
        Column(ref to, 2, toStride, columns, Avx512F.Shuffle4x128(r2, r6, Even));
        Column(ref to, 3, toStride, columns, Avx512F.Shuffle4x128(r3, r7, Even));
        Column(ref to, 4, toStride, columns, Avx512F.Shuffle4x128(r0, r4, Odd));
        Column(ref to, 5, toStride, columns, Avx512F.Shuffle4x128(r1, r5, Odd));
        Column(ref to, 6, toStride, columns, Avx512F.Shuffle4x128(r2, r6, Odd));
        Column(ref to, 7, toStride, columns, Avx512F.Shuffle4x128(r3, r7, Odd));
    }
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Row512<T>(ref T from, int row, nint stride, int rows)
        where T : unmanaged => row < rows ? Vector512.LoadUnsafe(ref Unsafe.Add(ref from, row * stride)) : Vector512<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<T>(ref T to, int column, nint stride, int columns, Vector512<T> value)
        where T : unmanaged
    {
        if (column < columns)
        {
            value.StoreUnsafe(ref Unsafe.Add(ref to, column * stride));
        }
    }
}
