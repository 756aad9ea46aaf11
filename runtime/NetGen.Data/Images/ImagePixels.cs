namespace NetGen;

/// <summary>An image of any size, 0 black to 1 full brightness. It is used again and again: its room grows to that of the largest image.</summary>
public sealed class ImagePixels
{
    private readonly long _mostPixels;
    private float[] _values = [];

    /// <summary>An image of no size.</summary>
    /// <param name="mostPixels">Rows × columns that are allowed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostPixels"/> is below 1.</exception>
    public ImagePixels(long mostPixels = ImageOptions.DefaultMostPixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPixels, 1);
        _mostPixels = mostPixels;
    }

    /// <summary>1 grey, 2 grey and opacity, 3 red, green and blue, 4 these and opacity.</summary>
    public int Channels { get; private set; }

    /// <summary>Rows.</summary>
    public int Height { get; private set; }

    /// <summary>Columns.</summary>
    public int Width { get; private set; }

    /// <summary>Channel after channel, row after row.</summary>
    public Span<float> Values => _values.AsSpan(0, Channels * Height * Width);

    /// <summary>One channel, row after row.</summary>
    /// <param name="channel">The channel, from 0.</param>
    public Span<float> Channel(int channel) => Values.Slice(channel * Height * Width, Height * Width);

    /// <summary>Makes room; what <see cref="Values"/> holds afterwards is undefined.</summary>
    /// <param name="channels">1 to 4.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <exception cref="InvalidDataException">There are no rows or columns, more pixels than allowed, or another number of channels; nothing was allocated.</exception>
    public void Resize(int channels, int height, int width)
    {
        if (channels is < 1 or > 4 || height < 1 || width < 1)
        {
            throw new InvalidDataException($"its size is {width}×{height} pixels of {channels} channels; images have rows, columns and 1 to 4 channels");
        }

        long pixels = (long)height * width;
        if (pixels > _mostPixels || pixels * channels > Array.MaxLength)
        {
            throw new InvalidDataException($"it has {width}×{height} pixels, at most {_mostPixels} are allowed (ImageOptions.MostPixels)");
        }

        (Channels, Height, Width) = (channels, height, width);
        if (_values.Length < pixels * channels)
        {
            _values = new float[pixels * channels];
        }
    }
}
