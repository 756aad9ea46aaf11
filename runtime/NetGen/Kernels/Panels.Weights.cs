namespace NetGen.Runtime;

public static partial class Panels
{
    /// <summary>Copies a weight from PyTorch's layout into panels, padding lanes included.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="file">Row-major <c>[n, k]</c>.</param>
    /// <param name="n">Outputs.</param>
    /// <param name="k">Inputs.</param>
    /// <param name="kernel">Receives the panels, <see cref="WeightLength{T}"/> elements.</param>
    /// <param name="taps">Taps of a window: inputs are [channels, taps] in the file, [taps, channels] in the panels.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void PackWeight<T>(ReadOnlySpan<T> file, int n, int k, Span<T> kernel, int taps = 1)
        where T : unmanaged
    {
        Require(file.Length, checked(n * k), nameof(file));
        Require(kernel.Length, WeightLength<T>(n, k), nameof(kernel));
        for (int column = 0; column < n; column += Width<T>())
        {
            int width = WidthAt<T>(column, n);
            int used = Math.Min(width, n - column);
            for (int row = 0; row < k; row++)
            {
                int inFile = (row % (k / taps) * taps) + (row / (k / taps));
                Span<T> to = kernel.Slice((column * k) + (row * width), width);
                for (int lane = 0; lane < used; lane++)
                {
                    to[lane] = file[((column + lane) * k) + inFile];
                }

                to[used..].Clear();
            }
        }
    }

    /// <summary>Copies a weight from panels into PyTorch's layout, the inverse of <see cref="PackWeight{T}"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="kernel">The panels, <see cref="WeightLength{T}"/> elements.</param>
    /// <param name="n">Outputs.</param>
    /// <param name="k">Inputs.</param>
    /// <param name="file">Receives row-major <c>[n, k]</c>.</param>
    /// <param name="taps">Taps of a window: inputs are [channels, taps] in the file, [taps, channels] in the panels.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void UnpackWeight<T>(ReadOnlySpan<T> kernel, int n, int k, Span<T> file, int taps = 1)
        where T : unmanaged
    {
        Require(file.Length, checked(n * k), nameof(file));
        Require(kernel.Length, WeightLength<T>(n, k), nameof(kernel));
        for (int column = 0; column < n; column += Width<T>())
        {
            int width = WidthAt<T>(column, n);
            int used = Math.Min(width, n - column);
            for (int row = 0; row < k; row++)
            {
                int inFile = (row % (k / taps) * taps) + (row / (k / taps));
                ReadOnlySpan<T> from = kernel.Slice((column * k) + (row * width), used);
                for (int lane = 0; lane < used; lane++)
                {
                    file[((column + lane) * k) + inFile] = from[lane];
                }
            }
        }
    }

    /// <summary>Copies a vector and sets the padding behind it to zero.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="file">The values.</param>
    /// <param name="kernel">Receives them, <see cref="RoundUp{T}"/> of their number.</param>
    /// <exception cref="ArgumentException"><paramref name="kernel"/> is too short.</exception>
    public static void PackVector<T>(ReadOnlySpan<T> file, Span<T> kernel)
        where T : unmanaged
    {
        int padded = RoundUp<T>(file.Length);
        Require(kernel.Length, padded, nameof(kernel));
        file.CopyTo(kernel);
        kernel[file.Length..padded].Clear();
    }

    /// <summary>Copies a vector without its padding, the inverse of <see cref="PackVector{T}"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="kernel">The padded values.</param>
    /// <param name="file">Receives as many values as it is long.</param>
    /// <exception cref="ArgumentException"><paramref name="kernel"/> is shorter than <paramref name="file"/>.</exception>
    public static void UnpackVector<T>(ReadOnlySpan<T> kernel, Span<T> file)
        where T : unmanaged
    {
        Require(kernel.Length, file.Length, nameof(kernel));
        kernel[..file.Length].CopyTo(file);
    }
}
