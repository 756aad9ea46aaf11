using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>
/// Transposes small blocks through registers: <c>to[c, r] = from[r, c]</c>. Sources are readable over whole vectors
/// (weight panels are padded) and so are targets writable; missing rows become zero lanes, missing columns are not written.
/// AggressiveOptimization, because a step calls this for each block of weights: tier 0 would cost ten times the step of a small network.
/// </summary>
internal static partial class Transposition
{
    internal static void Run<T>(ref T from, int fromStride, ref T to, int toStride, int rows, int columns)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Run(ref Unsafe.As<T, float>(ref from), fromStride, ref Unsafe.As<T, float>(ref to), toStride, rows, columns);
        }
        else
        {
            Run(ref Unsafe.As<T, double>(ref from), fromStride, ref Unsafe.As<T, double>(ref to), toStride, rows, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(ref float from, int fromStride, ref float to, int toStride, int rows, int columns)
    {
        if (!Avx.IsSupported)
        {
            RunScalar(ref from, fromStride, ref to, toStride, rows, columns);
            return;
        }

        int size = Avx512F.IsSupported ? 16 : 8;
        for (int row = 0; row < rows; row += size)
        {
            for (int column = 0; column < columns; column += size)
            {
                ref float source = ref Unsafe.Add(ref from, ((nint)row * fromStride) + column);
                ref float target = ref Unsafe.Add(ref to, ((nint)column * toStride) + row);
                if (Avx512F.IsSupported)
                {
                    Tile16(ref source, fromStride, ref target, toStride, rows - row, columns - column);
                }
                else
                {
                    Tile8(ref source, fromStride, ref target, toStride, rows - row, columns - column);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(ref double from, int fromStride, ref double to, int toStride, int rows, int columns)
    {
        if (!Avx.IsSupported)
        {
            RunScalar(ref from, fromStride, ref to, toStride, rows, columns);
            return;
        }

        int size = Avx512F.IsSupported ? 8 : 4;
        for (int row = 0; row < rows; row += size)
        {
            for (int column = 0; column < columns; column += size)
            {
                ref double source = ref Unsafe.Add(ref from, ((nint)row * fromStride) + column);
                ref double target = ref Unsafe.Add(ref to, ((nint)column * toStride) + row);
                if (Avx512F.IsSupported)
                {
                    Tile8(ref source, fromStride, ref target, toStride, rows - row, columns - column);
                }
                else
                {
                    Tile4(ref source, fromStride, ref target, toStride, rows - row, columns - column);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunScalar<T>(ref T from, int fromStride, ref T to, int toStride, int rows, int columns)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                Unsafe.Add(ref to, ((nint)column * toStride) + row) = Unsafe.Add(ref from, ((nint)row * fromStride) + column);
            }
        }
    }
}
