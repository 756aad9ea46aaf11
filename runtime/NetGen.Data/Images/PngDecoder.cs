using NetGen.Png;

namespace NetGen;

/// <summary>
/// Reads PNG files (ISO/IEC 15948): all colour types and bit depths, palettes, transparency, interlaced or not. Every checksum is checked. Gamma and colour profiles are left aside, as most
/// readers of training sets do.
/// </summary>
public sealed class PngDecoder : IImageDecoder
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".png"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> start) => start.StartsWith(NetGen.Runtime.PngImage.Signature);

    /// <inheritdoc/>
    public void Decode(ReadOnlyMemory<byte> file, ImagePixels image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!Recognizes(file.Span))
        {
            throw new InvalidDataException("it does not begin as a PNG file does");
        }

        var parts = PngFile.Parse(file);
        var header = parts.Header;

        // Before there is room for the pixels: whether the file can hold so many.
        using var data = new PngData(parts);
        image.Resize(header.Format.Channels(parts.Palette), header.Height, header.Width);
        foreach (var pass in PngPass.Of(header))
        {
            var rows = new PngRows(header.Format, pass.Width(header));
            for (int row = 0; row < pass.Height(header); row++)
            {
                data.Read(rows.Next());
                rows.Unfilter();
                PngPixels.Write(rows.Bytes, parts, image, pass, row);
            }
        }

        data.End();
    }
}
