namespace NetGen;

/// <summary>A grey picture, ready for <see cref="ImagePrinter"/>.</summary>
/// <remarks>Any unit will do: the lowest finite value becomes black and the highest white, so normalised inputs need no way back.</remarks>
public sealed class GrayImage
{
    private readonly byte[] levels;

    /// <summary>Takes a copy of pixels.</summary>
    /// <param name="pixels">Row by row, <paramref name="height"/> × <paramref name="width"/> values. What is not finite is drawn black.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is less than 1.</exception>
    /// <exception cref="ArgumentException">The number of pixels is not height × width.</exception>
    public GrayImage(ReadOnlySpan<float> pixels, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (pixels.Length != (long)height * width)
        {
            throw new ArgumentException($"An image of {height} × {width} pixels has {(long)height * width} values; {pixels.Length} were given.", nameof(pixels));
        }

        Height = height;
        Width = width;
        levels = ToLevels(pixels);
    }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The brightness of a pixel, 0 black to 255 white; black beyond the picture's edge.</summary>
    internal byte Level(int row, int column) => row < Height && column < Width ? levels[(row * Width) + column] : (byte)0;

    private static byte[] ToLevels(ReadOnlySpan<float> pixels)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var pixel in pixels)
        {
            if (float.IsFinite(pixel))
            {
                low = Math.Min(low, pixel);
                high = Math.Max(high, pixel);
            }
        }

        var levels = new byte[pixels.Length];
        if (high > low)
        {
            for (var i = 0; i < levels.Length; i++)
            {
                levels[i] = float.IsFinite(pixels[i]) ? (byte)(((pixels[i] - low) / (high - low) * 255) + 0.5) : (byte)0;
            }
        }

        return levels;
    }
}
