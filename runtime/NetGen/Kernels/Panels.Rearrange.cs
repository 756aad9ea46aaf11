using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

// Between the layout of weights and that of activations, for weights that are computed with.
public static partial class Panels
{
    /// <summary>Copies a weight into panels of activations: <paramref name="n"/> rows of <paramref name="k"/> features. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="weight">First element of the weight.</param>
    /// <param name="n">Outputs.</param>
    /// <param name="k">Inputs.</param>
    /// <param name="panels">First element of the activation.</param>
    public static void WeightToRows<T>(ref T weight, int n, int k, ref T panels)
        where T : unmanaged
    {
        for (var feature = 0; feature < RoundUp<T>(k); feature++)
        {
            ref var column = ref Unsafe.Add(ref panels, ((nint)(feature / Width<T>()) * n * Width<T>()) + (feature % Width<T>()));
            for (var row = 0; row < n; row++)
            {
                var panel = row / Width<T>() * Width<T>();
                Unsafe.Add(ref column, (nint)row * Width<T>()) = feature < k
                    ? Unsafe.Add(ref weight, ((nint)panel * k) + ((nint)feature * WidthAt<T>(panel, n)) + (row - panel))
                    : default;
            }
        }
    }

    /// <summary>Copies a part of panels into a block of a weight: features of one panel become rows, rows become columns. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="panels">First element of the activation.</param>
    /// <param name="rows">Rows of the activation.</param>
    /// <param name="firstRow">The first row to copy.</param>
    /// <param name="panel">The panel to copy from.</param>
    /// <param name="block">First element of the block.</param>
    /// <param name="height">Features to copy.</param>
    /// <param name="width">Columns of the block; those without a row become zero.</param>
    public static void RowsToWeight<T>(ref T panels, int rows, int firstRow, int panel, ref T block, int height, int width)
        where T : unmanaged
    {
        ref var from = ref Unsafe.Add(ref panels, (((nint)panel * rows) + firstRow) * Width<T>());
        var used = Math.Min(width, rows - firstRow);
        for (var feature = 0; feature < height; feature++)
        {
            ref var to = ref Unsafe.Add(ref block, (nint)feature * width);
            for (var row = 0; row < width; row++)
            {
                Unsafe.Add(ref to, row) = row < used ? Unsafe.Add(ref from, ((nint)row * Width<T>()) + feature) : default;
            }
        }
    }

    /// <summary>Copies a range of panels in row-major order, with zeros behind the last value. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="panels">First element of the activation.</param>
    /// <param name="rows">Rows of the activation.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="first">The first value to copy.</param>
    /// <param name="values">First element of the copy.</param>
    /// <param name="count">How many elements to write.</param>
    public static void RowsToValues<T>(ref T panels, int rows, int features, int first, ref T values, int count)
        where T : unmanaged
    {
        var (row, feature) = (first / features, first % features);
        for (var i = 0; i < count; i++)
        {
            Unsafe.Add(ref values, i) = row < rows
                ? Unsafe.Add(ref panels, ((nint)(feature / Width<T>()) * rows * Width<T>()) + ((nint)row * Width<T>()) + (feature % Width<T>()))
                : default;
            if (++feature == features)
            {
                (row, feature) = (row + 1, 0);
            }
        }
    }

    /// <summary>Copies inputs whose samples lie apart, row-major, into panels. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="samples">First element of the first sample.</param>
    /// <param name="stride">Elements from one sample to the next.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="panels">First element of the activation.</param>
    /// <param name="first">First sample to copy.</param>
    /// <param name="last">Sample behind the last one to copy.</param>
    /// <param name="batch">Samples of the activation.</param>
    public static void PackSamples<T>(ref T samples, int stride, int rows, int features, ref T panels, int first, int last, int batch)
        where T : unmanaged
    {
        for (var sample = first; sample < last; sample++)
        {
            // The rows of one sample, as if they were those of a batch that begins with it.
            PackRows(
                ref Unsafe.Add(ref samples, (nint)sample * stride), rows, features,
                ref Unsafe.Add(ref panels, (nint)sample * rows * Width<T>()), 0, rows, batch * rows);
        }
    }
}
