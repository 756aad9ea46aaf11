using System.Globalization;

namespace NetGen;

/// <summary>What is done to the samples of a set whenever it is trained on.</summary>
/// <param name="Transforms">Changes of each image, in this order.</param>
/// <param name="Shape">The shape of the images; without meaning where there is no transformation.</param>
/// <param name="MixupAlpha">The parameter of the mixing of samples, which comes last; null: they are not mixed.</param>
internal sealed record AugmentationPlan(IReadOnlyList<ImageTransform> Transforms, ImageShape Shape, double? MixupAlpha)
{
    /// <summary>What the samples depend on besides the seed.</summary>
    public string Describe() => string.Join(", ",
        [.. Transforms.Select(transform => transform.Describe()), .. MixupAlpha is double alpha ? (string[])[string.Create(CultureInfo.InvariantCulture, $"Mixup({alpha:R})")] : []]);

    /// <summary>The plan of a set with further changes.</summary>
    /// <exception cref="ArgumentException">There is none, or the images do not fit the shape or a transformation.</exception>
    public static AugmentationPlan Extend(Dataset data, ImageShape? shape, IReadOnlyList<ImageTransform> transforms)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        var images = shape ?? data.Augmentation switch
        {
            { Transforms.Count: > 0 } before => before.Shape,
            _ => ImageShape.Of(data, nameof(data)),
        };
        if (images.Channels < 1 || images.Height < 1 || images.Width < 1 || images.Size != data.InputSize)
        {
            throw new ArgumentException($"Images of {images} have {images.Size} values, the inputs of the set {data.InputSize} ({Shapes.Format(data.InputShape)}).", nameof(shape));
        }

        if (data.Augmentation is { Transforms.Count: > 0 } other && other.Shape != images)
        {
            throw new ArgumentException($"The set is augmented as images of {other.Shape} already, and now as images of {images}.", nameof(shape));
        }

        if (transforms.Count == 0 || transforms.Any(transform => transform is null))
        {
            throw new ArgumentException("At least one transformation is expected, and none that is null.", nameof(transforms));
        }

        if (data.Normalization is { Means.Count: > 1 } normalization && normalization.Means.Count != images.Channels)
        {
            throw new ArgumentException($"The set was normalised with {normalization.Means.Count} channels; images of {images} have {images.Channels}.", nameof(shape));
        }

        foreach (var transform in transforms)
        {
            transform.Require(images);
        }

        return new([.. data.Augmentation?.Transforms ?? [], .. transforms], images, data.Augmentation?.MixupAlpha);
    }

    /// <summary>The plan of a set whose samples are mixed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is not above zero.</exception>
    public static AugmentationPlan Mixing(Dataset data, double alpha) => alpha > 0 && double.IsFinite(alpha)
        ? (data.Augmentation ?? new([], default, null)) with { MixupAlpha = alpha }
        : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The parameter of mixup is a number above zero: 0.2 to 1 are usual.");
}
