namespace NetGen.Runtime.Tests.Datasets.Augmentation;

/// <summary>One image and what a transformation makes of it.</summary>
internal static class Changed
{
    /// <summary>The image 1, 2, 3, … of a shape.</summary>
    public static float[] Numbers(ImageShape shape) => [.. Enumerable.Range(1, shape.Size).Select(value => (float)value)];

    public static float[] By(ImageTransform transform, ImageShape shape, float[] pixels, ulong seed, Normalization? normalization = null)
    {
        var image = new WorkingImage(shape, normalization);
        var random = new SampleRandom();
        random.Start(seed, 0, 0, 1);
        pixels.CopyTo(image.Pixels);
        transform.Apply(image, random);
        return image.Pixels.ToArray();
    }
}
