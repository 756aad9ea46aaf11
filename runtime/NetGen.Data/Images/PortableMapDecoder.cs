using System.Buffers.Binary;

namespace NetGen;

/// <summary>Reads PGM and PPM files (Netpbm's formats P2, P3, P5 and P6): grey, or red, green and blue, as text or as bytes, with up to 16 bits. Of a file with several images, the first.</summary>
public sealed class PortableMapDecoder : IImageDecoder
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".pgm", ".ppm", ".pnm"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> start) =>
        start.Length > 2 && start[0] == 'P' && start[1] is (byte)'2' or (byte)'3' or (byte)'5' or (byte)'6' && PortableMapText.IsSpaceOrComment(start[2]);

    /// <inheritdoc/>
    public void Decode(ReadOnlyMemory<byte> file, ImagePixels image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!Recognizes(file.Span))
        {
            throw new InvalidDataException("it does not begin with P2, P3, P5 or P6");
        }

        var text = new PortableMapText(file.Span[2..]);
        int kind = file.Span[1] - '0', channels = kind is 3 or 6 ? 3 : 1;
        int width = text.Number("its width", int.MaxValue), height = text.Number("its height", int.MaxValue), maximum = text.Number("its largest value", ushort.MaxValue);
        if (maximum == 0)
        {
            throw new InvalidDataException("its largest value is 0; 1 to 65535 are possible");
        }

        // A value as text has a digit and a space at least, but for the last.
        bool isText = kind < 4;
        Int128 needed = (Int128)width * height * channels * (isText || maximum > 255 ? 2 : 1) - (isText ? 1 : 0);
        var values = isText ? text.Rest : text.RestAfterSpace();
        if (needed > values.Length)
        {
            throw new InvalidDataException($"its header says {width}×{height} pixels, for which {needed} bytes are needed, but only {values.Length} follow; the file is truncated");
        }

        image.Resize(channels, height, width);
        var source = isText ? new Source(new PortableMapText(values), maximum) : new Source(values, maximum);
        Fill(image, source);
    }

    /// <summary>Pixel after pixel in the file, channel after channel in memory.</summary>
    private static void Fill(ImagePixels image, Source source)
    {
        var pixels = image.Values;
        int plane = image.Height * image.Width;
        for (int pixel = 0; pixel < plane; pixel++)
        {
            for (int channel = 0; channel < image.Channels; channel++)
            {
                pixels[(channel * plane) + pixel] = source.Next();
            }
        }
    }

    /// <summary>The values of a file, one after the other.</summary>
    private ref struct Source
    {
        private readonly int _maximum;
        private readonly bool _isText;
        private PortableMapText _text;
        private ReadOnlySpan<byte> _bytes;

        public Source(PortableMapText text, int maximum)
        {
            _text = text;
            _maximum = maximum;
            _isText = true;
        }

        public Source(ReadOnlySpan<byte> bytes, int maximum)
        {
            _bytes = bytes;
            _maximum = maximum;
        }

        public float Next()
        {
            int value = _isText ? _text.Number("a value", int.MaxValue) : Binary();
            return value <= _maximum
                ? value / (float)_maximum
                : throw new InvalidDataException($"it has the value {value}, but says that {_maximum} is the largest");
        }

        private int Binary()
        {
            bool isWide = _maximum > 255;
            int value = isWide ? BinaryPrimitives.ReadUInt16BigEndian(_bytes) : _bytes[0];
            _bytes = _bytes[(isWide ? 2 : 1)..];
            return value;
        }
    }
}
