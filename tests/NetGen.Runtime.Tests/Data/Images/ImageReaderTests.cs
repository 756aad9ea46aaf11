using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Images;

public sealed class ImageReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _rgba;
    private readonly string _grey;

    public ImageReaderTests()
    {
        // Two pixels: red, half covered, and blue.
        _rgba = _folder.File("rgba.png", PngImage.Encode([255, 0, 0, 51, 0, 0, 255, 255], 2, 1, 4));
        _grey = _folder.File("grey.pgm", [.. "P5 2 1 4\n"u8, 1, 3]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ImageColors.Rgb, new float[] { 1, 0, 0, 0, 0, 1 }, new[] { 0.25f, 0.75f, 0.25f, 0.75f, 0.25f, 0.75f })]
    [InlineData(ImageColors.Gray, new[] { 0.299f, 0.114f }, new[] { 0.25f, 0.75f })]
    [InlineData(ImageColors.RgbAndOpacity, new[] { 1, 0, 0, 0, 0, 1, 0.2f, 1 }, new[] { 0.25f, 0.75f, 0.25f, 0.75f, 0.25f, 0.75f, 1, 1 })]
    [InlineData(ImageColors.GrayAndOpacity, new[] { 0.299f, 0.114f, 0.2f, 1 }, new[] { 0.25f, 0.75f, 1, 1 })]
    public void Channels_are_those_that_are_wanted(ImageColors colors, float[] ofColours, float[] ofGrey)
    {
        var reader = new ImageReader(new ImageOptions { Colors = colors });
        Assert.Equal(ofColours, reader.Read(_rgba));
        Assert.Equal(ofGrey, reader.Read(_grey));
    }

    [Fact]
    public void Inputs_have_the_wanted_size_and_normalisation()
    {
        var reader = new ImageReader(new ImageOptions { Colors = ImageColors.Gray, Height = 1, Width = 1, Fit = ImageFit.Stretch }, new Normalization(0.25, 0.5));
        Assert.Equal(0.5, Assert.Single(reader.Read(_grey)), 1e-6);
    }

    [Fact]
    public void Format_is_told_by_the_content_and_an_unknown_one_is_refused()
    {
        string renamed = _folder.File("grey.png", File.ReadAllBytes(_grey)), other = _folder.File("photo.png", [0xff, 0xd8, 0xff, 0xe0]), empty = _folder.File("empty.png", []);
        var reader = new ImageReader();
        Assert.Equal(6, reader.Read(renamed).Length);
        Assert.Contains("it starts with 0xFFD8FFE0, as no format of .png, .pgm, .ppm, .pnm does", Refusal(reader, other), StringComparison.Ordinal);
        Assert.Contains(empty, Refusal(reader, empty), StringComparison.Ordinal);
    }

    [Fact]
    public void Decoder_of_ones_own_comes_first()
    {
        var options = new ImageOptions { Decoders = [new DotDecoder()] };
        Assert.Equal([0.5f, 0.5f, 0.5f], new ImageReader(options).Read(_folder.File("a.dot", [(byte)'.'])));
        Assert.Contains("a pixel is not a finite number", Refusal(new ImageReader(options), _folder.File("b.dot", [(byte)'!'])), StringComparison.Ordinal);
    }

    [Fact]
    public void Preparation_comes_back_from_the_model()
    {
        var options = new ImageOptions { Colors = ImageColors.Gray, Height = 1, Width = 2, Fit = ImageFit.Crop };
        Assert.Equal("""{"kind":"images","height":1,"width":2,"fit":"Crop","colors":"Gray"}""", options.ToJson());
        Assert.Equal(options.ToJson(), ImageOptions.FromJson(options.ToJson()).ToJson());
        Assert.Equal(new ImageOptions().ToJson(), ImageOptions.FromJson(new ImageOptions().ToJson()).ToJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"kind":"table"}""")]
    [InlineData("""{"kind":"images","fit":"Crop","colors":"Grey"}""")]
    [InlineData("""{"kind":"images","fit":"7","colors":"Gray"}""")]
    [InlineData("""{"kind":"images","height":3,"fit":"Crop","colors":"Gray"}""")]
    [InlineData("""{"kind":"images","height":0,"width":1,"fit":"Crop","colors":"Gray"}""")]
    public void Other_text_is_no_preparation_of_images(string json) =>
        Assert.Contains("not one of the preparation of images", Assert.Throws<InvalidDataException>(() => ImageOptions.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Contradictions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ImageReader(new ImageOptions { Height = 3 }));
        Assert.Throws<ArgumentException>(() => new ImageReader(new ImageOptions { Colors = ImageColors.Gray }, new Normalization([0, 0], [1, 1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageOptions { Threads = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageOptions { MostPixels = 0 });
        Assert.Throws<FileNotFoundException>(() => new ImageReader().Read(_folder.File("nowhere.png")));
    }

    private static string Refusal(ImageReader reader, string path) => Assert.Throws<InvalidDataException>(() => reader.Read(path)).Message;

    /// <summary>A full stop is a grey pixel; an exclamation mark is a broken decoder.</summary>
    private sealed class DotDecoder : IImageDecoder
    {
        public IReadOnlyList<string> Extensions { get; } = [".dot"];

        public bool Recognizes(ReadOnlySpan<byte> start) => start.Length == 1;

        public void Decode(ReadOnlyMemory<byte> file, ImagePixels image)
        {
            image.Resize(1, 1, 1);
            image.Values[0] = file.Span[0] == '.' ? 0.5f : float.NaN;
        }
    }
}
