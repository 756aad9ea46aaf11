using System.Numerics.Tensors;

namespace NetGen;

/// <summary>Reads images from files as inputs of a network. Used by one thread at a time, for image after image: its buffers grow to the largest.</summary>
/// <example><code>
/// var reader = ImageReader.For(net.Metadata);       // as in training: size, channels, normalisation
/// float[] p = net.Predict(reader.Read("rose.png"));
/// </code></example>
public sealed class ImageReader
{
    private const int LongestStart = 16;

    private static readonly IImageDecoder[] BuiltIn = [new PngDecoder(), new PortableMapDecoder()];

    private readonly ImageOptions _options;
    private readonly Normalization? _normalization;
    private readonly IImageDecoder[] _decoders;
    private readonly ImageResizer? _resizer;
    private readonly ImagePixels _pixels;
    private byte[] _file = [];
    private float[] _converted = [];

    /// <param name="options">Size, channels, decoders; null: the defaults.</param>
    /// <param name="normalization">The normalisation; null: none.</param>
    /// <exception cref="ArgumentException">The options contradict themselves, or the normalisation has another number of channels.</exception>
    public ImageReader(ImageOptions? options = null, Normalization? normalization = null)
    {
        _options = options ?? new ImageOptions();
        _options.Require(nameof(options));
        if (normalization is { Means.Count: > 1 } && normalization.Means.Count != _options.Channels)
        {
            throw new ArgumentException($"The normalisation has {normalization.Means.Count} channels, images of {_options.Colors} have {_options.Channels}.", nameof(normalization));
        }

        _normalization = normalization;
        _decoders = [.. _options.Decoders, .. BuiltIn];
        _resizer = _options is { Height: int height, Width: int width } ? new ImageResizer(height, width, _options.Fit) : null;
        _pixels = new ImagePixels(_options.MostPixels);
    }

    /// <summary>A reader that prepares images as those were that a network was trained on.</summary>
    /// <param name="metadata">Of the network, or of its file.</param>
    /// <param name="decoders">Decoders beside those for PNG, PGM and PPM.</param>
    /// <exception cref="InvalidDataException">The network was not trained on images that this library read.</exception>
    public static ImageReader For(ModelMetadata metadata, params IReadOnlyList<IImageDecoder> decoders)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new(ImageOptions.FromJson(metadata.Preprocessing ?? "") with { Decoders = decoders }, metadata.Normalization);
    }

    /// <summary>Reads an image as an input of its own shape, or of the wanted one.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The input, channels first.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, of no known format or too large; the message names it and the reason.</exception>
    public float[] Read(string path)
    {
        var shape = Decode(path);
        var input = new float[shape.Size];
        Finish(path, shape, input);
        return input;
    }

    /// <summary>The shape that an image has as an input.</summary>
    internal ImageShape Measure(string path) => Decode(path);

    /// <summary>Reads an image whose shape must be the given one.</summary>
    internal void Read(string path, ImageShape expected, Span<float> input)
    {
        var shape = Decode(path);
        if (shape != expected)
        {
            throw Invalid(path, $"it has {shape.Width}×{shape.Height} pixels, the first image has {expected.Width}×{expected.Height}; set Height and Width of ImageOptions to bring images to one size");
        }

        Finish(path, shape, input);
    }

    /// <summary>The exception for a file that is not what it should be.</summary>
    internal static InvalidDataException Invalid(string path, string reason, Exception? inner = null) =>
        new($"'{path}' cannot be read as an image: {reason}.", inner);

    private ImageShape Decode(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Load(path);
        try
        {
            Decoder(file.Span[..Math.Min(file.Length, LongestStart)]).Decode(file, _pixels);
        }
        catch (Exception reason) when (reason is InvalidDataException or NotSupportedException)
        {
            throw Invalid(path, reason.Message.TrimEnd('.'), reason);
        }

        return new(_options.Channels, _options.Height ?? _pixels.Height, _options.Width ?? _pixels.Width);
    }

    private IImageDecoder Decoder(ReadOnlySpan<byte> start)
    {
        foreach (var decoder in _decoders)
        {
            if (decoder.Recognizes(start))
            {
                return decoder;
            }
        }

        throw new InvalidDataException(
            $"it starts with 0x{Convert.ToHexString(start)}, as no format of {string.Join(", ", _decoders.SelectMany(decoder => decoder.Extensions))} does; give a decoder in ImageOptions.Decoders");
    }

    private ReadOnlyMemory<byte> Load(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (stream.Length > Array.MaxLength)
        {
            throw Invalid(path, $"it has {stream.Length} bytes, more than an array holds");
        }

        int length = (int)stream.Length;
        if (_file.Length < length)
        {
            _file = new byte[length];
        }

        int read = stream.ReadAtLeast(_file.AsSpan(0, length), length, throwOnEndOfStream: false);
        return _file.AsMemory(0, read);
    }

    private void Finish(string path, ImageShape shape, Span<float> input)
    {
        try
        {
            if (_resizer is null || (_pixels.Height, _pixels.Width) == (shape.Height, shape.Width))
            {
                ImageChannels.Convert(_pixels, shape.Channels, input);
            }
            else
            {
                int size = checked(shape.Channels * _pixels.Height * _pixels.Width);
                if (_converted.Length < size)
                {
                    _converted = new float[size];
                }

                ImageChannels.Convert(_pixels, shape.Channels, _converted);
                _resizer.Resize(_converted.AsSpan(0, size), shape.Channels, _pixels.Height, _pixels.Width, input);
            }
        }
        catch (InvalidDataException reason)
        {
            throw Invalid(path, reason.Message, reason);
        }

        // A sum is finite only where all of its terms are: a decoder of somebody else's may have others.
        if (!float.IsFinite(TensorPrimitives.Sum<float>(input)))
        {
            throw Invalid(path, "a pixel is not a finite number");
        }

        _normalization?.Apply(input);
    }
}
