namespace NetGen;

/// <summary>
/// Turns, shifts, scales and shears an image about its middle, each by a random amount, in one bilinear resampling; what comes in from outside is black.
/// torchvision's <c>RandomAffine</c>.
/// </summary>
public sealed class RandomAffine : ImageTransform
{
    /// <summary>The largest angle in degrees, from 0 to 180, in either direction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle is outside.</exception>
    public double Rotation { get; init => field = Limit(value, 180, nameof(Rotation)); }

    /// <summary>The largest shift in each direction, as a part of width and height, from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is outside.</exception>
    public double Translation { get; init => field = Limit(value, 1, nameof(Translation)); }

    /// <summary>The smallest and the largest size, 1 being the image's own; (1, 1) unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above zero, or the smallest above the largest.</exception>
    public (double Smallest, double Largest) Scale
    {
        get;
        init => field = value.Smallest > 0 && value.Largest >= value.Smallest && double.IsFinite(value.Largest)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Scale), value, "Sizes are above zero, the smallest first.");
    } = (1, 1);

    /// <summary>The largest shear in degrees, from 0 to 80, in either direction, along the rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle is outside.</exception>
    public double Shear { get; init => field = Limit(value, 80, nameof(Shear)); }

    /// <inheritdoc/>
    protected internal override void Apply(WorkingImage image, Random random)
    {
        // All are drawn, whatever the settings are: a setting changes its own effect alone.
        double turn = Either(random, Rotation), down = Either(random, Translation) * image.Shape.Height, right = Either(random, Translation) * image.Shape.Width;
        double size = Scale.Smallest + (random.NextDouble() * (Scale.Largest - Scale.Smallest)), slant = Either(random, Shear);
        new AffineMap(turn, slant, size, right, down).Resample(image);
    }

    /// <inheritdoc/>
    protected internal override string Describe() => FormattableString.Invariant(
        $"RandomAffine(rotation {Rotation:R}, translation {Translation:R}, scale {Scale.Smallest:R} to {Scale.Largest:R}, shear {Shear:R})");

    private static double Either(Random random, double most) => ((2 * random.NextDouble()) - 1) * most;
}
