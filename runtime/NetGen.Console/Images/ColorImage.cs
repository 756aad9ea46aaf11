using System.Text;
using NetGen.Runtime;

namespace NetGen;

/// <summary>A picture in colours that can be saved as a PNG or PPM file.</summary>
/// <example><code>
/// ColorImage.Of(new GrayImage(pixels, 28, 28)).Enlarge(8).Save("digit.png");
/// </code></example>
public sealed partial class ColorImage
{
    private readonly byte[] _bytes;

    /// <summary>A picture of one colour.</summary>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="colour">The colour.</param>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is less than 1.</exception>
    public ColorImage(int height, int width, PixelColor colour)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (Height, Width) = (height, width);
        _bytes = new byte[checked(3 * height * width)];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                this[row, column] = colour;
            }
        }
    }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>A pixel.</summary>
    /// <param name="row">From 0 at the top.</param>
    /// <param name="column">From 0 at the left.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public PixelColor this[int row, int column]
    {
        get
        {
            var at = Offset(row, column);
            return new(_bytes[at], _bytes[at + 1], _bytes[at + 2]);
        }

        set
        {
            var at = Offset(row, column);
            (_bytes[at], _bytes[at + 1], _bytes[at + 2]) = (value.Red, value.Green, value.Blue);
        }
    }

    /// <summary>The picture as a PNG file (ISO/IEC 15948), 8 bits per channel.</summary>
    /// <returns>The file's bytes.</returns>
    public byte[] ToPng() => PngImage.Encode(_bytes, Width, Height, channels: 3);

    /// <summary>Saves the picture as a PNG file, or as a PPM file (P6) where the name ends in <c>.ppm</c>. It appears under its name only when it is complete.</summary>
    /// <param name="path">The file to create or replace, such as <c>digit.png</c>.</param>
    /// <exception cref="IOException">The folder does not exist, the path is that of a folder, or the disk does not take the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path) => PictureFile.Save(path, path?.EndsWith(".ppm", StringComparison.OrdinalIgnoreCase) == true ? ToPpm() : ToPng(), "digit.png");

    /// <summary>The bytes of a pixel follow one another, as they do here.</summary>
    private byte[] ToPpm() => [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"P6\n{Width} {Height}\n255\n")), .. _bytes];

    private int Offset(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Height);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Width);
        return 3 * ((row * Width) + column);
    }
}
