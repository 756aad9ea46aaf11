namespace NetGen;

/// <summary>
/// Hides a square of the image at a random place, which may stick out over the edge: DeVries and Taylor, "Improved regularization of convolutional neural networks with
/// cutout" (2017). It takes the mean colour of the training set, which is 0 in normalised inputs, and mid-grey in others.
/// </summary>
public sealed class Cutout : ImageTransform
{
    private const float MidGrey = 0.5f;

    private readonly int _size;
    private readonly double _probability;

    /// <param name="size">The side of the square in pixels, at least 1: 16 was best for CIFAR-10, 8 for CIFAR-100.</param>
    /// <param name="probability">How often, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1, or the probability is not one.</exception>
    public Cutout(int size, double probability = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _size = size;
        _probability = Probability(probability, nameof(probability));
    }

    /// <inheritdoc/>
    protected internal override void Apply(WorkingImage image, Random random)
    {
        var (channels, height, width) = image.Shape;
        int top = random.Next(height) - (_size / 2), left = random.Next(width) - (_size / 2);
        if (random.NextDouble() >= _probability)
        {
            return;
        }

        int right = (int)Math.Min((long)left + _size, width), bottom = (int)Math.Min((long)top + _size, height);
        (top, left) = (Math.Max(top, 0), Math.Max(left, 0));
        float mean = image.Normalization is null ? MidGrey : 0;
        for (int channel = 0; channel < channels; channel++)
        {
            for (int row = top; row < bottom; row++)
            {
                image.Channel(channel)[((row * width) + left)..((row * width) + right)].Fill(mean);
            }
        }
    }

    /// <inheritdoc/>
    protected internal override string Describe() => FormattableString.Invariant($"Cutout({_size}, {_probability:R})");
}
