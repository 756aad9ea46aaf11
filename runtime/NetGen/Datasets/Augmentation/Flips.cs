namespace NetGen;

/// <summary>Mirrors an image left to right. For things that have no handedness: no digits, no letters. torchvision's <c>RandomHorizontalFlip</c>.</summary>
public sealed class HorizontalFlip : ImageTransform
{
    private readonly double _probability;

    /// <param name="probability">How often, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not one.</exception>
    public HorizontalFlip(double probability = 0.5) => _probability = Probability(probability, nameof(probability));

    /// <inheritdoc/>
    protected internal override void Apply(WorkingImage image, Random random)
    {
        if (random.NextDouble() < _probability)
        {
            for (var rows = image.Pixels; !rows.IsEmpty; rows = rows[image.Shape.Width..])
            {
                rows[..image.Shape.Width].Reverse();
            }
        }
    }

    /// <inheritdoc/>
    protected internal override string Describe() => FormattableString.Invariant($"HorizontalFlip({_probability:R})");
}

/// <summary>Mirrors an image top to bottom: for pictures from above or through a microscope. torchvision's <c>RandomVerticalFlip</c>.</summary>
public sealed class VerticalFlip : ImageTransform
{
    private readonly double _probability;

    /// <param name="probability">How often, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not one.</exception>
    public VerticalFlip(double probability = 0.5) => _probability = Probability(probability, nameof(probability));

    /// <inheritdoc/>
    protected internal override void Apply(WorkingImage image, Random random)
    {
        if (random.NextDouble() < _probability)
        {
            var (channels, height, width) = image.Shape;
            for (int row = 0; row < channels * height; row++)
            {
                int mirrored = (row / height * height) + height - 1 - (row % height);
                image.Pixels.Slice(mirrored * width, width).CopyTo(image.Result[(row * width)..]);
            }

            image.Exchange();
        }
    }

    /// <inheritdoc/>
    protected internal override string Describe() => FormattableString.Invariant($"VerticalFlip({_probability:R})");
}
