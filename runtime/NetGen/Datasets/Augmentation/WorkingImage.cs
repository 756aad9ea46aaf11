namespace NetGen;

/// <summary>An image that is being augmented: its pixels, and room for those of the next transformation. Used by one thread, for image after image.</summary>
public sealed class WorkingImage
{
    private readonly int _plane;
    private float[] _pixels;
    private float[] _result;

    internal WorkingImage(ImageShape shape, Normalization? normalization)
    {
        Shape = shape;
        Normalization = normalization;
        _plane = shape.Height * shape.Width;
        _pixels = new float[shape.Size];
        _result = new float[shape.Size];
    }

    /// <summary>Channels, rows and columns; the same for all images of a set, and after each transformation.</summary>
    public ImageShape Shape { get; }

    /// <summary>How the pixels were normalised; null: they are raw, 0 black to 1 full brightness.</summary>
    public Normalization? Normalization { get; }

    /// <summary>The image, channel after channel, row after row. It may be changed in place.</summary>
    public Span<float> Pixels => _pixels;

    /// <summary>Room for an image, of undefined content: for transformations that cannot work in place. <see cref="Exchange"/> makes it the image.</summary>
    public Span<float> Result => _result;

    /// <summary>One channel of <see cref="Pixels"/>.</summary>
    /// <param name="channel">The channel, from 0.</param>
    public Span<float> Channel(int channel) => _pixels.AsSpan(channel * _plane, _plane);

    /// <summary>One channel of <see cref="Result"/>.</summary>
    /// <param name="channel">The channel, from 0.</param>
    public Span<float> ResultChannel(int channel) => _result.AsSpan(channel * _plane, _plane);

    /// <summary>Makes <see cref="Result"/>, which is complete, the image.</summary>
    public void Exchange() => (_pixels, _result) = (_result, _pixels);

    /// <summary>What black is in a channel: 0, normalised.</summary>
    /// <param name="channel">The channel, from 0.</param>
    public float Black(int channel) => Normalization?.Apply(0, channel) ?? 0;
}
