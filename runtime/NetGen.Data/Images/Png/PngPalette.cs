using System.Buffers.Binary;

namespace NetGen.Png;

/// <summary>The colours of a palette and what is transparent: the PLTE and tRNS chunks.</summary>
internal sealed class PngPalette
{
    private byte[] _colours = [];
    private byte[] _transparency = [];
    private PngFormat _format;

    /// <summary>How many colours there are.</summary>
    public int Count => _colours.Length / 3;

    /// <summary>Whether some pixels may be transparent by what stands here.</summary>
    public bool IsTransparent => _transparency.Length > 0;

    /// <summary>The value of a sample of the transparent colour, of images without palette.</summary>
    public int TransparentSample(int sample) => BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(2 * sample));

    /// <summary>Red, green, blue or opacity of a colour.</summary>
    public byte this[int colour, int channel] => channel < 3 ? _colours[(3 * colour) + channel]
        : colour < _transparency.Length ? _transparency[colour]
        : (byte)255;

    public void AddColours(PngFormat format, ReadOnlySpan<byte> data)
    {
        int count = data.Length / 3;
        if (data.Length % 3 != 0 || count is 0 or > 256 || (format.ColourType == PngFormat.Indexed && count > format.Maximum + 1))
        {
            throw new InvalidDataException($"its palette has {data.Length} bytes; three for each of at most {Math.Min(256, format.Maximum + 1)} colours are expected");
        }

        // For other colour types it is a hint for displays.
        _colours = format.ColourType == PngFormat.Indexed ? data.ToArray() : [];
    }

    public void AddTransparency(PngFormat format, ReadOnlySpan<byte> data)
    {
        _format = format;
        bool fits = _format.ColourType switch
        {
            PngFormat.Indexed => data.Length > 0 && data.Length <= Count,
            PngFormat.Grey or PngFormat.Rgb => data.Length == 2 * _format.Samples,
            _ => false,
        };
        _transparency = fits
            ? data.ToArray()
            : throw new InvalidDataException($"its chunk of transparent colours has {data.Length} bytes, which does not fit colour type {_format.ColourType} with {Count} colours");
    }
}
