using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// The memory layouts of kernels. A panel is 128 bytes wide (two 512-bit vectors): 32 floats or 16 doubles, called PW below.
/// <list type="bullet">
/// <item>Activations of R rows and F features: <c>[F/PW][R][PW]</c>; the row stride is PW in every panel, the last one included.</item>
/// <item>Weights of K inputs and N outputs: <c>[N/PW][K][PW]</c>; the last panel is half as wide when its columns fit.</item>
/// <item>Transposed weights: the same with K and N exchanged. Vectors: padded to a multiple of half a panel.</item>
/// </list>
/// Padding lanes are zero and stay zero. Files and the public view of parameters use PyTorch's layout: weights <c>[N, K]</c>, row-major.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Panels
{
    /// <summary>Width of a panel in elements.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>32 for float, 16 for double.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Width<T>()
        where T : unmanaged => 128 / Unsafe.SizeOf<T>();

    /// <summary>Width of half a panel, one 512-bit vector.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>16 for float, 8 for double.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Half<T>()
        where T : unmanaged => 64 / Unsafe.SizeOf<T>();

    /// <summary>Rounds up to a multiple of half a panel.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="length">Number of elements, 0 or more.</param>
    /// <returns>The padded length.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int RoundUp<T>(int length)
        where T : unmanaged => (length + Half<T>() - 1) & -Half<T>();

    /// <summary>Elements of a weight matrix in panels.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="n">Outputs.</param>
    /// <param name="k">Inputs.</param>
    /// <returns>Inputs times padded outputs.</returns>
    public static int WeightLength<T>(int n, int k)
        where T : unmanaged => checked(k * RoundUp<T>(n));

    /// <summary>Elements of an activation in panels.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows.</param>
    /// <param name="features">Features of a row.</param>
    /// <returns>Rows times features, the latter rounded up to whole panels.</returns>
    public static int ActivationLength<T>(int rows, int features)
        where T : unmanaged => checked(rows * ((features + Width<T>() - 1) & -Width<T>()));

    // Width in memory of the weight panel that starts at `column` of `columns`.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WidthAt<T>(int column, int columns)
        where T : unmanaged => columns - column <= Half<T>() ? Half<T>() : Width<T>();

    private static void Require(int found, int least, string what)
    {
        if (found < least)
        {
            throw new ArgumentException($"{what} must hold at least {least} elements, it holds {found}; allocate it with the length that Panels computes.");
        }
    }
}
