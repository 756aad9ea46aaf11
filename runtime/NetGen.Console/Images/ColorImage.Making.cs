namespace NetGen;

public sealed partial class ColorImage
{
    // A picture below a heat map: faint enough that the colours stand out.
    private const double Faint = 0.35;

    /// <summary>A grey picture.</summary>
    /// <param name="image">The picture.</param>
    public static ColorImage Of(GrayImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var picture = new ColorImage(image.Height, image.Width, PixelColor.White);
        picture.Draw((row, column) => PixelColor.Gray(image.Level(row, column)));
        return picture;
    }

    /// <summary>The picture that an input of a network shows, or an output that is one.</summary>
    /// <param name="pixels">Channel after channel, row after row.</param>
    /// <param name="shape">One channel, which is grey, or three: red, green and blue.</param>
    /// <param name="normalization">How raw pixels became these; null: they are raw. 0 is black and 1 full brightness; what is outside, or not a number, is drawn as the nearer of the two.</param>
    /// <exception cref="ArgumentException">The number of values is not that of the shape, or there are other channels.</exception>
    public static ColorImage Of(ReadOnlySpan<float> pixels, ImageShape shape, Normalization? normalization = null)
    {
        if (pixels.Length != shape.Size || shape.Channels is not (1 or 3))
        {
            throw new ArgumentException($"A picture has one channel or three, and a value for each of its pixels: {pixels.Length} values were given for {shape}.", nameof(pixels));
        }

        float[] raw = pixels.ToArray();
        normalization?.Undo(raw);
        var plane = shape.Height * shape.Width;
        var picture = new ColorImage(shape.Height, shape.Width, PixelColor.White);
        picture.Draw((row, column) =>
        {
            var at = (row * shape.Width) + column;
            return shape.Channels == 1 ? PixelColor.Gray(Level(raw[at])) : new(Level(raw[at]), Level(raw[plane + at]), Level(raw[(2 * plane) + at]));
        });
        return picture;

        static byte Level(float value) => (byte)((Math.Clamp(float.IsNaN(value) ? 0 : value, 0, 1) * 255) + 0.5f);
    }

    /// <summary>
    /// A heat map: white at zero, <see cref="PixelColor.Positive"/> above, <see cref="PixelColor.Negative"/> below, the stronger the farther away. Over a picture, which is drawn
    /// faintly, its bright parts dark.
    /// </summary>
    /// <param name="values">Row by row, such as <c>attribution.LargestOfChannels()</c>. What is not finite counts as zero.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="below">The picture below, of the same size; null: none.</param>
    /// <param name="limit">The absolute value that has the full colour, above 0; null: the largest that occurs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is less than 1, or the limit not above 0.</exception>
    /// <exception cref="ArgumentException">The number of values is not height × width, or the picture has another size.</exception>
    public static ColorImage HeatMap(ReadOnlySpan<float> values, int height, int width, GrayImage? below = null, double? limit = null)
    {
        var picture = new ColorImage(height, width, PixelColor.White);
        if (values.Length != (long)height * width)
        {
            throw new ArgumentException($"A heat map of {height} × {width} pixels has {(long)height * width} values; {values.Length} were given.", nameof(values));
        }

        if (below is not null && (below.Height != height || below.Width != width))
        {
            throw new ArgumentException($"The heat map has {height} × {width} pixels, the picture below it {below.Height} × {below.Width}.", nameof(below));
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit ?? 1, 0, nameof(limit));
        float[] heat = [.. values.ToArray().Select(value => float.IsFinite(value) ? value : 0)];
        var full = limit ?? Math.Max(heat.Max(MathF.Abs), float.Epsilon);
        picture.Draw((row, column) =>
        {
            var value = heat[(row * width) + column];
            var ground = PixelColor.White.Mix(PixelColor.Gray(0), Faint * (below?.Level(row, column) ?? 0) / 255);
            return ground.Mix(value > 0 ? PixelColor.Positive : PixelColor.Negative, Math.Abs(value) / full);
        });
        return picture;
    }

    /// <summary>Pictures in rows and columns.</summary>
    /// <param name="images">The pictures, row by row, all of the same size.</param>
    /// <param name="columns">How many in a row, at least 1.</param>
    /// <param name="gap">Pixels of white between them and around them, not negative.</param>
    /// <exception cref="ArgumentException">There is no picture, or sizes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of columns is below 1, or the gap is negative.</exception>
    public static ColorImage Grid(IReadOnlyList<ColorImage> images, int columns, int gap = 2)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        if (images.Count == 0 || images.Any(image => image.Height != images[0].Height || image.Width != images[0].Width))
        {
            throw new ArgumentException("A grid has at least one picture, and all of its pictures have the same size.", nameof(images));
        }

        var (high, wide) = (images[0].Height + gap, images[0].Width + gap);
        var grid = new ColorImage((((images.Count - 1) / columns) + 1) * high + gap, (Math.Min(columns, images.Count) * wide) + gap, PixelColor.White);
        for (var index = 0; index < images.Count; index++)
        {
            var (top, left) = ((index / columns * high) + gap, (index % columns * wide) + gap);
            for (var row = 0; row < images[index].Height; row++)
            {
                for (var column = 0; column < images[index].Width; column++)
                {
                    grid[top + row, left + column] = images[index][row, column];
                }
            }
        }

        return grid;
    }

    /// <summary>The same picture with a square of pixels for each.</summary>
    /// <param name="factor">The side of the squares, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is below 1.</exception>
    public ColorImage Enlarge(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        var large = new ColorImage(checked(Height * factor), checked(Width * factor), PixelColor.White);
        large.Draw((row, column) => this[row / factor, column / factor]);
        return large;
    }

    private void Draw(Func<int, int, PixelColor> pixel)
    {
        for (var row = 0; row < Height; row++)
        {
            for (var column = 0; column < Width; column++)
            {
                this[row, column] = pixel(row, column);
            }
        }
    }
}
