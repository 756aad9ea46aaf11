namespace NetGen;

/// <summary>
/// A random change of an image that leaves what it shows. <see cref="DatasetAugmentation"/> attaches such changes to a training set. The ones of the library are
/// <see cref="RandomCrop"/>, <see cref="HorizontalFlip"/>, <see cref="VerticalFlip"/>, <see cref="RandomAffine"/>, <see cref="ColorJitter"/> and <see cref="Cutout"/>.
/// </summary>
/// <remarks>It holds settings alone, and is used by several threads at once, each with an image and random numbers of its own.</remarks>
public abstract class ImageTransform
{
    /// <summary>Changes an image. Allocates nothing.</summary>
    /// <param name="image">The image, in the unit of the network's inputs.</param>
    /// <param name="random">The only source of chance: its numbers depend on seed, epoch and sample alone.</param>
    protected internal abstract void Apply(WorkingImage image, Random random);

    /// <summary>
    /// Name and settings, whatever the images depend on, the same in every culture. A training goes on from a checkpoint only where it is the same.
    /// </summary>
    protected internal abstract string Describe();

    /// <summary>Refuses images that this cannot change. Called once, when it is attached to a set.</summary>
    /// <param name="shape">Their shape.</param>
    /// <exception cref="ArgumentException">The images have the wrong shape.</exception>
    protected internal virtual void Require(ImageShape shape)
    {
    }

    /// <inheritdoc/>
    public sealed override string ToString() => Describe();

    private protected static double Probability(double value, string name) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is from 0 to 1.");

    private protected static double Limit(double value, double most, string name) => value >= 0 && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} is from 0 to {most}."));
}
