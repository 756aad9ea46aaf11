using System.Buffers.Binary;

namespace NetGen.Png;

/// <summary>Rows of bytes to pixels.</summary>
internal static class PngPixels
{
    /// <summary>Writes the pixels of a row of a pass where they belong.</summary>
    /// <exception cref="InvalidDataException">A pixel has a colour that the palette has not.</exception>
    public static void Write(ReadOnlySpan<byte> row, PngFile file, ImagePixels image, PngPass pass, int passRow)
    {
        var format = file.Header.Format;
        int start = ((pass.Top + (passRow * pass.Down)) * image.Width) + pass.Left, count = pass.Width(file.Header);
        if (format.ColourType == PngFormat.Indexed)
        {
            WriteColours(row, format, file.Palette, image, start, pass.Right, count);
            return;
        }

        float maximum = format.Maximum;
        for (int sample = 0; sample < format.Samples; sample++)
        {
            var channel = image.Channel(sample);
            for (int i = 0; i < count; i++)
            {
                channel[start + (i * pass.Right)] = Sample(row, format.BitDepth, (i * format.Samples) + sample) / maximum;
            }
        }

        if (file.Palette.IsTransparent)
        {
            WriteOpacity(row, format, file.Palette, image.Channel(format.Samples), start, pass.Right, count);
        }
    }

    private static void WriteColours(ReadOnlySpan<byte> row, PngFormat format, PngPalette palette, ImagePixels image, int start, int step, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int colour = Sample(row, format.BitDepth, i);
            if (colour >= palette.Count)
            {
                throw new InvalidDataException($"a pixel has colour {colour}; its palette has {palette.Count}");
            }

            for (int channel = 0; channel < image.Channels; channel++)
            {
                image.Channel(channel)[start + (i * step)] = palette[colour, channel] / 255f;
            }
        }
    }

    /// <summary>Opacity 0 where all samples are those of the transparent colour.</summary>
    private static void WriteOpacity(ReadOnlySpan<byte> row, PngFormat format, PngPalette palette, Span<float> opacity, int start, int step, int count)
    {
        for (int i = 0; i < count; i++)
        {
            bool isTransparent = true;
            for (int sample = 0; sample < format.Samples; sample++)
            {
                isTransparent &= Sample(row, format.BitDepth, (i * format.Samples) + sample) == palette.TransparentSample(sample);
            }

            opacity[start + (i * step)] = isTransparent ? 0 : 1;
        }
    }

    /// <summary>A sample by its number; small ones are packed, the first in the highest bits (7.2).</summary>
    private static int Sample(ReadOnlySpan<byte> row, int bits, int index) => bits switch
    {
        8 => row[index],
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]),
        _ => (row[index / (8 / bits)] >> (8 - (bits * ((index % (8 / bits)) + 1)))) & ((1 << bits) - 1),
    };
}
