using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// Changes brightness, contrast and saturation, in this order, each by a random factor from 1 − x to 1 + x; what is no longer between black and full brightness is cut off after
/// each. On raw pixels, whatever the normalisation is. torchvision's <c>ColorJitter</c>, which draws the order, too.
/// </summary>
public sealed class ColorJitter : ImageTransform
{
    /// <summary>How much brighter or darker, from 0 to 1: factors of the pixels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside.</exception>
    public double Brightness { get; init => field = Limit(value, 1, nameof(Brightness)); }

    /// <summary>How much more or less contrast, from 0 to 1: factors of the distance to the image's mean grey.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside.</exception>
    public double Contrast { get; init => field = Limit(value, 1, nameof(Contrast)); }

    /// <summary>How much more or less colour, from 0 to 1: factors of the distance to the pixel's grey. Grey images have none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside.</exception>
    public double Saturation { get; init => field = Limit(value, 1, nameof(Saturation)); }

    /// <inheritdoc/>
    protected internal override void Apply(WorkingImage image, Random random)
    {
        float brightness = Factor(random, Brightness), contrast = Factor(random, Contrast), saturation = Factor(random, Saturation);
        ToRaw(image);
        Scale(image.Pixels, brightness);
        if (contrast != 1)
        {
            Blend(image.Pixels, contrast, TensorPrimitives.Sum<float>(Grey(image)) / (image.Shape.Height * image.Shape.Width));
        }

        if (saturation != 1 && image.Shape.Channels == 3)
        {
            var grey = Grey(image);
            for (int channel = 0; channel < 3; channel++)
            {
                // grey + s (x − grey)
                var pixels = image.Channel(channel);
                TensorPrimitives.Lerp(grey, pixels, saturation, pixels);
                TensorPrimitives.Clamp(pixels, 0, 1, pixels);
            }
        }

        ToNormalised(image);
    }

    /// <inheritdoc/>
    protected internal override void Require(ImageShape shape)
    {
        if (Saturation > 0 && shape.Channels is not (1 or 3))
        {
            throw new ArgumentException($"Images of {shape} have {shape.Channels} channels; the saturation is that of three: red, green and blue.", nameof(shape));
        }
    }

    /// <inheritdoc/>
    protected internal override string Describe() =>
        FormattableString.Invariant($"ColorJitter(brightness {Brightness:R}, contrast {Contrast:R}, saturation {Saturation:R})");

    private static void ToRaw(WorkingImage image)
    {
        for (int channel = 0; image.Normalization is { } map && channel < image.Shape.Channels; channel++)
        {
            int pair = map.Pair(channel);
            TensorPrimitives.Multiply(image.Channel(channel), (float)map.StandardDeviations[pair], image.Channel(channel));
            TensorPrimitives.Add(image.Channel(channel), (float)map.Means[pair], image.Channel(channel));
        }
    }

    private static void ToNormalised(WorkingImage image)
    {
        for (int channel = 0; image.Normalization is { } map && channel < image.Shape.Channels; channel++)
        {
            int pair = map.Pair(channel);
            TensorPrimitives.Subtract(image.Channel(channel), (float)map.Means[pair], image.Channel(channel));
            TensorPrimitives.Divide(image.Channel(channel), (float)map.StandardDeviations[pair], image.Channel(channel));
        }
    }

    private static float Factor(Random random, double most) => (float)(1 + (((2 * random.NextDouble()) - 1) * most));

    private static void Scale(Span<float> pixels, float factor)
    {
        if (factor != 1)
        {
            TensorPrimitives.Multiply(pixels, factor, pixels);
            TensorPrimitives.Clamp(pixels, 0, 1, pixels);
        }
    }

    /// <summary>level + f (x − level)</summary>
    private static void Blend(Span<float> pixels, float factor, float level)
    {
        TensorPrimitives.Multiply(pixels, factor, pixels);
        TensorPrimitives.Add(pixels, (1 - factor) * level, pixels);
        TensorPrimitives.Clamp(pixels, 0, 1, pixels);
    }

    /// <summary>The grey image, in the room for results: ITU-R BT.601 of three channels, otherwise their mean.</summary>
    private static Span<float> Grey(WorkingImage image)
    {
        var grey = image.ResultChannel(0);
        int channels = image.Shape.Channels;
        ReadOnlySpan<float> weights = [0.299f, 0.587f, 0.114f];
        TensorPrimitives.Multiply(image.Channel(0), channels == 3 ? weights[0] : 1f / channels, grey);
        for (int channel = 1; channel < channels; channel++)
        {
            TensorPrimitives.MultiplyAdd(image.Channel(channel), channels == 3 ? weights[channel] : 1f / channels, grey, grey);
        }

        return grey;
    }
}
