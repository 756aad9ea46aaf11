using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

public static partial class Panels
{
    /// <summary>Recomputes the whole transposed copy of a weight.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="kernel">Weight of <paramref name="k"/> inputs and <paramref name="n"/> outputs in panels.</param>
    /// <param name="n">Outputs.</param>
    /// <param name="k">Inputs.</param>
    /// <param name="transposed">Receives the panels of <paramref name="n"/> inputs and <paramref name="k"/> outputs; its padding must be zero already.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void TransposeWeight<T>(ReadOnlySpan<T> kernel, int n, int k, Span<T> transposed)
        where T : unmanaged
    {
        Require(kernel.Length, WeightLength<T>(n, k), nameof(kernel));
        Require(transposed.Length, WeightLength<T>(k, n), nameof(transposed));
        ref T from = ref MemoryMarshal.GetReference(kernel);
        ref T to = ref MemoryMarshal.GetReference(transposed);
        for (int nPanel = 0; nPanel * Width<T>() < n; nPanel++)
        {
            for (int kPanel = 0; kPanel * Width<T>() < k; kPanel++)
            {
                TransposeBlock(ref from, k, n, kPanel, nPanel, ref to);
            }
        }
    }

    /// <summary>
    /// Copies one block of a weight, up to PW by PW, to its place in the transposed copy: inputs from <paramref name="kPanel"/>
    /// times PW, outputs of panel <paramref name="nPanel"/>. Nothing is checked.
    /// </summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="weight">First element of the weight.</param>
    /// <param name="k">Inputs.</param>
    /// <param name="n">Outputs.</param>
    /// <param name="kPanel">Block of inputs, the panel in the transposed copy.</param>
    /// <param name="nPanel">Panel of the weight.</param>
    /// <param name="transposed">First element of the transposed copy.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeBlock<T>(ref T weight, int k, int n, int kPanel, int nPanel, ref T transposed)
        where T : unmanaged
    {
        int firstRow = kPanel * Width<T>();
        int firstColumn = nPanel * Width<T>();
        int fromStride = WidthAt<T>(firstColumn, n);
        int toStride = WidthAt<T>(firstRow, k);
        ref T from = ref Unsafe.Add(ref weight, ((nint)firstColumn * k) + ((nint)firstRow * fromStride));
        ref T to = ref Unsafe.Add(ref transposed, ((nint)firstRow * n) + ((nint)firstColumn * toStride));
        int rows = Math.Min(Width<T>(), k - firstRow);
        int columns = Math.Min(Width<T>(), n - firstColumn);
        Transposition.Run(ref from, fromStride, ref to, toStride, rows, columns);
    }
}
