namespace NetGen;

/// <summary>How images of any kind become inputs of one shape. The same for training and for the images that the trained network is asked about.</summary>
public sealed partial record ImageOptions
{
    /// <summary>Unless set, images have at most this many pixels: 8192 × 8192.</summary>
    public const long DefaultMostPixels = 1L << 26;

    /// <summary>The wanted number of rows; null, as <see cref="Width"/> is then: the images' own size, which must be that of all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Height { get; init => field = Positive(value, nameof(Height)); }

    /// <summary>The wanted number of columns; null, as <see cref="Height"/> is then: the images' own size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Width { get; init => field = Positive(value, nameof(Width)); }

    /// <summary>How images of another size are brought to the wanted one.</summary>
    public ImageFit Fit { get; init; } = ImageFit.Cover;

    /// <summary>The channels of the inputs.</summary>
    public ImageColors Colors { get; init; } = ImageColors.Rgb;

    /// <summary>Whether inputs are normalised (the default); otherwise they are 0 black to 1 full brightness.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>Whether the training part is measured for each channel (the default), or for all of them together.</summary>
    public bool PerChannel { get; init; } = true;

    /// <summary>The names of the classes in the order of the labels, each that of a folder; null: all folders, sorted by name.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Decoders beside those for PNG, PGM and PPM; they are asked first.</summary>
    public IReadOnlyList<IImageDecoder> Decoders { get; init; } = [];

    /// <summary>Images with more rows × columns are refused before there is memory for their pixels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public long MostPixels
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MostPixels), value, "At least one pixel is allowed.");
    } = DefaultMostPixels;

    /// <summary>How many images are decoded at once, at least 1. Beside the training, which has threads of its own: a quarter of the processors, unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Threads { get; init => field = Positive(value, nameof(Threads))!.Value; } = Math.Max(1, Environment.ProcessorCount / 4);

    /// <summary>How many channels the inputs have.</summary>
    internal int Channels => Colors switch
    {
        ImageColors.Gray => 1,
        ImageColors.GrayAndOpacity => 2,
        ImageColors.Rgb => 3,
        ImageColors.RgbAndOpacity => 4,
        _ => throw new InvalidOperationException($"There are no colours {Colors}."),
    };

    /// <exception cref="ArgumentException">There is a height without a width, or the other way round, or a decoder is null.</exception>
    internal void Require(string parameter)
    {
        if (Height is null != Width is null)
        {
            throw new ArgumentException("Height and Width are given together, or neither of them: then images keep their size.", parameter);
        }

        if (Decoders.Any(decoder => decoder is null))
        {
            throw new ArgumentException("A decoder is null.", parameter);
        }
    }

    private static int? Positive(int? value, string name) =>
        value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least 1.");
}
