namespace NetGen;

/// <summary>A random window of the image's own size, out of the image with a black frame around it: a shift by up to the frame's width. torchvision's <c>RandomCrop(size, padding)</c>.</summary>
public sealed class RandomCrop : ImageTransform
{
    private readonly int _padding;

    /// <param name="padding">The width of the frame in pixels, at least 1: 4 is usual for images of 32 pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="padding"/> is below 1.</exception>
    public RandomCrop(int padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(padding, 1);
        _padding = padding;
    }

    /// <inheritdoc/>
    protected internal override void Apply(WorkingImage image, Random random)
    {
        int down = random.Next((2 * _padding) + 1) - _padding, right = random.Next((2 * _padding) + 1) - _padding;
        for (int channel = 0; channel < image.Shape.Channels && (down, right) != (0, 0); channel++)
        {
            Shift(image.Channel(channel), image.ResultChannel(channel), image.Shape.Width, down, right, image.Black(channel));
        }

        if ((down, right) != (0, 0))
        {
            image.Exchange();
        }
    }

    /// <inheritdoc/>
    protected internal override void Require(ImageShape shape)
    {
        if (_padding >= Math.Min(shape.Height, shape.Width))
        {
            throw new ArgumentException($"A frame of {_padding} pixels is not smaller than an image of {shape}: a crop could miss it altogether.", nameof(shape));
        }
    }

    /// <inheritdoc/>
    protected internal override string Describe() => FormattableString.Invariant($"RandomCrop({_padding})");

    private static void Shift(ReadOnlySpan<float> from, Span<float> to, int width, int down, int right, float black)
    {
        int height = from.Length / width, kept = width - Math.Abs(right);
        for (int row = 0; row < height; row++)
        {
            var line = to.Slice(row * width, width);
            int source = row + down;
            if (source < 0 || source >= height)
            {
                line.Fill(black);
                continue;
            }

            from.Slice((source * width) + Math.Max(right, 0), kept).CopyTo(line[Math.Max(-right, 0)..]);
            (right > 0 ? line[kept..] : line[..^kept]).Fill(black);
        }
    }
}
