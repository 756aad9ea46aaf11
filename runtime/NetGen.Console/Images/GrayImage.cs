namespace NetGen;

/// <summary>A grey picture, ready for <see cref="ImagePrinter"/> and for <see cref="ColorImage"/>.</summary>
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
        Require(pixels, height, width);
        (Height, Width) = (height, width);
        levels = ToLevels(pixels);
    }

    /// <summary>Takes a copy of pixels whose black and white are known, so that several pictures can be compared.</summary>
    /// <param name="pixels">Row by row, <paramref name="height"/> × <paramref name="width"/> values. What is not finite is drawn black.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="black">What becomes black, and whatever is below it; finite.</param>
    /// <param name="white">What becomes white, and whatever is above it; finite and above <paramref name="black"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is less than 1, or white is not above black.</exception>
    /// <exception cref="ArgumentException">The number of pixels is not height × width.</exception>
    public GrayImage(ReadOnlySpan<float> pixels, int height, int width, float black, float white)
    {
        Require(pixels, height, width);
        if (!(white > black && float.IsFinite(white - black)))
        {
            throw new ArgumentOutOfRangeException(nameof(white), white, FormattableString.Invariant($"White is above black and both are finite, but black is {black} and white is {white}."));
        }

        (Height, Width) = (height, width);
        levels = ToLevels(pixels, black, white);
    }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The brightness of a pixel, 0 black to 255 white; black beyond the picture's edge.</summary>
    internal byte Level(int row, int column) => row < Height && column < Width ? levels[(row * Width) + column] : (byte)0;

    private static void Require(ReadOnlySpan<float> pixels, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (pixels.Length != (long)height * width)
        {
            throw new ArgumentException($"An image of {height} × {width} pixels has {(long)height * width} values; {pixels.Length} were given.", nameof(pixels));
        }
    }

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

        return high > low ? ToLevels(pixels, low, high) : new byte[pixels.Length];
    }

    private static byte[] ToLevels(ReadOnlySpan<float> pixels, double black, double white)
    {
        var levels = new byte[pixels.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = float.IsFinite(pixels[i]) ? (byte)((Math.Clamp((pixels[i] - black) / (white - black), 0, 1) * 255) + 0.5) : (byte)0;
        }

        return levels;
    }
}
