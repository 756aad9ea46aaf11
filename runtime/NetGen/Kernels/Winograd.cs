using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Weights of 3x3 convolutions as minimal filtering F(2x2, 3x3) multiplies by them: U = G g Gᵀ for the taps g of each channel and output, with
/// G = [1 0 0; ½ ½ ½; ½ −½ ½; 0 0 1] (Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2016).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd
{
    private const int Taps = 9;
    private const int Numbers = 16;

    // Channels whose filters are transposed together.
    private const int Block = 16;

    /// <summary>The filter of a convolution. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="weight">The weight in panels, [outputs, 9 · channels], taps before channels.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="filter">Gets rows of panels, [16 · channels, outputs].</param>
    public static void Filter<T>(ref T weight, int outputs, int channels, ref T filter)
        where T : unmanaged, IFloatingPoint<T>
    {
        for (var first = 0; first < outputs; first += Panels.Width<T>())
        {
            var width = outputs - first <= Panels.Half<T>() ? Panels.Half<T>() : Panels.Width<T>();
            ref var panel = ref Unsafe.Add(ref weight, (nint)first * Taps * channels);
            ref var target = ref Unsafe.Add(ref filter, (nint)first * Numbers * channels);
            for (nint channel = 0; channel < channels; channel++)
            {
                Transform(ref Unsafe.Add(ref panel, channel * width), (nint)channels * width, false, ref Unsafe.Add(ref target, channel * Panels.Width<T>()), (nint)channels * Panels.Width<T>(), width);
            }
        }
    }

    /// <summary>The filter of the gradient by the image: taps are turned, and channels and outputs exchange their parts. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="weight">The weight in panels, [outputs, 9 · channels], taps before channels.</param>
    /// <param name="outputs">Outputs of the convolution.</param>
    /// <param name="channels">Channels of its image.</param>
    /// <param name="filter">Gets rows of panels, [16 · outputs, channels].</param>
    public static void TransposedFilter<T>(ref T weight, int outputs, int channels, ref T filter)
        where T : unmanaged, IFloatingPoint<T>
    {
        Span<T> space = stackalloc T[Numbers * Block * Panels.Width<T>()];
        ref var block = ref MemoryMarshal.GetReference(space);
        for (var first = 0; first < outputs; first += Panels.Width<T>())
        {
            var width = outputs - first <= Panels.Half<T>() ? Panels.Half<T>() : Panels.Width<T>();
            ref var panel = ref Unsafe.Add(ref weight, (nint)first * Taps * channels);
            for (var from = 0; from < channels; from += Block)
            {
                var count = Math.Min(Block, channels - from);
                for (nint channel = 0; channel < count; channel++)
                {
                    Transform(ref Unsafe.Add(ref panel, (from + channel) * width), (nint)channels * width, true, ref Unsafe.Add(ref block, channel * width), Block * width, width);
                }

                var column = from % Panels.Width<T>();
                ref var target = ref Unsafe.Add(ref filter, ((nint)(from - column) * Numbers * outputs) + ((nint)first * Panels.Width<T>()) + column);
                for (nint number = 0; number < Numbers; number++)
                {
                    Transposition.Run(ref Unsafe.Add(ref block, number * Block * width), width, ref Unsafe.Add(ref target, number * outputs * Panels.Width<T>()), Panels.Width<T>(), count, Math.Min(width, outputs - first));
                }
            }
        }
    }

    /// <summary>U of one channel, for neighbouring outputs.</summary>
    private static void Transform<T>(ref T taps, nint tap, bool turned, ref T numbers, nint number, int count)
        where T : unmanaged, IFloatingPoint<T>
    {
        var half = new Vector<T>(T.One / (T.One + T.One));
        var (start, step) = turned ? (8 * tap, -tap) : (0, tap);
        for (nint lane = 0; lane < count; lane += Vector<T>.Count)
        {
            ref var g = ref Unsafe.Add(ref taps, start + lane);
            ref var u = ref Unsafe.Add(ref numbers, lane);
            for (nint row = 0; row < 4; row++)
            {
                var (left, middle, right) = (Row(ref g, step, row, half), Row(ref Unsafe.Add(ref g, step), step, row, half), Row(ref Unsafe.Add(ref g, 2 * step), step, row, half));
                ref var to = ref Unsafe.Add(ref u, 4 * row * number);
                left.StoreUnsafe(ref to);
                ((left + middle + right) * half).StoreUnsafe(ref Unsafe.Add(ref to, number));
                ((left - middle + right) * half).StoreUnsafe(ref Unsafe.Add(ref to, 2 * number));
                right.StoreUnsafe(ref Unsafe.Add(ref to, 3 * number));
            }
        }
    }

    /// <summary>A row of G times a column of taps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Row<T>(ref T column, nint step, nint row, Vector<T> half)
        where T : unmanaged, IFloatingPoint<T>
    {
        var (top, middle, bottom) = (Vector.LoadUnsafe(ref column), Vector.LoadUnsafe(ref Unsafe.Add(ref column, 3 * step)), Vector.LoadUnsafe(ref Unsafe.Add(ref column, 6 * step)));
        return row switch
        {
            0 => top,
            1 => (top + middle + bottom) * half,
            2 => (top - middle + bottom) * half,
            _ => bottom,
        };
    }
}
