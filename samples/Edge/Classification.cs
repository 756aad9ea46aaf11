using Digits;

namespace Edge;

/// <summary>Answers each line of pixels with a line: the digit and its probability, or what is wrong with the line.</summary>
internal static class Classification
{
    /// <summary>Bytes of a line: 784 numbers of up to three digits, and as much again in white space.</summary>
    private const int LongestLine = 8192;

    private static ReadOnlySpan<byte> TooLong => "longer than 8192 bytes"u8;

    /// <summary>Reads lines to the end.</summary>
    /// <param name="net">The network.</param>
    /// <param name="input">Lines of 784 whole numbers from 0 to 255, separated by spaces, commas or tabs: an image of 28 × 28 pixels row by row, ink being 255.</param>
    /// <param name="output">A line for each.</param>
    /// <returns>The exit code: 0 if every line was an image.</returns>
    /// <exception cref="IOException">A stream fails.</exception>
    public static int Run(DigitNet net, Stream input, Stream output)
    {
        var (buffer, filled, exitCode, isSkipping) = (new byte[LongestLine + 1], 0, 0, false);
        var (pixels, probabilities) = (new float[PixelLine.Count], new float[DigitNet.Info.OutputSize]);
        while (true)
        {
            var read = input.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            var start = 0;
            for (int end; (end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n')) >= 0; start += end + 1)
            {
                exitCode |= isSkipping ? Refuse(output, TooLong) : Answer(net, buffer.AsSpan(start, end), pixels, probabilities, output);
                isSkipping = false;
            }

            if (read == 0)
            {
                return isSkipping ? exitCode | Refuse(output, TooLong)
                    : filled > start ? exitCode | Answer(net, buffer.AsSpan(start, filled - start), pixels, probabilities, output)
                    : exitCode;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length)
            {
                (isSkipping, filled) = (true, 0);
            }
        }
    }

    private static int Answer(DigitNet net, ReadOnlySpan<byte> line, float[] pixels, float[] probabilities, Stream output)
    {
        if (!PixelLine.TryRead(line, pixels, out var problem))
        {
            return Refuse(output, problem);
        }

        net.Predict(pixels, probabilities);
        var best = 0;
        for (var digit = 1; digit < probabilities.Length; digit++)
        {
            best = probabilities[digit] > probabilities[best] ? digit : best;
        }

        // The probability in ten-thousandths: four digits behind the point.
        var share = (int)MathF.Round(probabilities[best] * 10_000);
        output.Write([(byte)('0' + best), (byte)' ', (byte)('0' + (share / 10_000)), (byte)'.',
            (byte)('0' + (share / 1000 % 10)), (byte)('0' + (share / 100 % 10)), (byte)('0' + (share / 10 % 10)), (byte)('0' + (share % 10)), (byte)'\n']);
        return 0;
    }

    private static int Refuse(Stream output, ReadOnlySpan<byte> reason)
    {
        output.Write("error: "u8);
        output.Write(reason);
        output.Write("\n"u8);
        return 1;
    }
}
