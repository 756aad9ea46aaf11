namespace Edge;

/// <summary>Reads a line of pixels.</summary>
internal static class PixelLine
{
    /// <summary>Pixels of an image.</summary>
    public const int Count = 784;

    // Of the training set, as its metadata say; written out here, since reading them takes more code than all the rest.
    private const float Mean = 0.11840189f;
    private const float StandardDeviation = 0.23732421f;

    /// <summary>Reads numbers from 0 to 255, and prepares them as the training images were.</summary>
    /// <param name="line">The text.</param>
    /// <param name="pixels">Room for an image.</param>
    /// <param name="problem">What is wrong with the line; empty where nothing is.</param>
    /// <returns>Whether the line is an image.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, Span<float> pixels, out ReadOnlySpan<byte> problem)
    {
        var found = 0;
        for (var at = 0; at < line.Length;)
        {
            if (IsSeparator(line[at]))
            {
                at++;
                continue;
            }

            var (number, start) = (0, at);
            for (; at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9' && at - start < 3; at++)
            {
                number = (10 * number) + line[at] - '0';
            }

            if (at == start || number > byte.MaxValue || (at < line.Length && !IsSeparator(line[at])))
            {
                problem = "not whole numbers from 0 to 255 of up to three digits"u8;
                return false;
            }

            if (found == Count)
            {
                problem = "more than 784 pixels"u8;
                return false;
            }

            pixels[found++] = ((number / 255f) - Mean) / StandardDeviation;
        }

        problem = found == Count ? default : "fewer than 784 pixels"u8;
        return found == Count;
    }

    private static bool IsSeparator(byte value) => value is (byte)' ' or (byte)',' or (byte)'\t' or (byte)'\r';
}
