using NetGen.Runtime.Tests.Data.Streams;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Images;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ImageOptions _options = new() { Colors = ImageColors.Gray, Normalize = false };

    public ImageFolderTests()
    {
        Directory.CreateDirectory(_folder.File("tulip/deep"));
        Directory.CreateDirectory(_folder.File("rose"));
        Directory.CreateDirectory(_folder.File(".git"));
        Write("rose/b.png", 2);
        Write("rose/a.pgm", 1);
        Write("tulip/c.png", 3);
        Write("tulip/deep/d.png", 4);
        _folder.File("rose/notes.txt", [1, 2]);
        _folder.File("rose/.hidden.png", [1, 2]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Classes_and_images_are_in_the_order_of_their_names()
    {
        var folder = ImageFolder.Open(_folder.Path, _options);
        var data = folder.Load();

        Assert.Equal(["rose", "tulip"], folder.ClassNames);
        Assert.Equal(folder.ClassNames, data.ClassNames);
        Assert.Equal((4, new ImageShape(1, 1, 2)), (folder.Count, folder.Shape));
        Assert.Equal([1, 2, 3, 4], Enumerable.Range(0, 4).Select(image => data.Input(image)[0] * 255));
        Assert.Equal([0, 0, 1, 1], Enumerable.Range(0, 4).Select(image => data.Target(image)[0]));
        Assert.Equal(_options.ToJson(), data.Preprocessing);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Streamed_set_is_the_one_in_memory(int threads)
    {
        var folder = ImageFolder.Open(_folder.Path, _options with { Normalize = true, Threads = threads });
        var (stream, memory) = (folder.Stream(), folder.Load());

        var (inputs, labels) = stream.ReadAll(atOnce: 3);

        Assert.Equal(memory.Batches(4).Single().Targets.ToArray(), labels);
        Assert.All(memory.Normalization!.Means.Zip(stream.Normalization!.Means), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.All(memory.Normalization.StandardDeviations.Zip(stream.Normalization.StandardDeviations), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.All(memory.Batches(4).Single().Inputs.ToArray().Zip(inputs), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.Equal((memory.Preprocessing, memory.ClassCount), (stream.Preprocessing, stream.ClassCount));
    }

    [Fact]
    public void Streamed_set_is_mixed_over_all_images_anew_in_each_epoch()
    {
        for (int image = 0; image < 40; image++)
        {
            Write($"tulip/more{image}.png", (byte)(10 + image));
        }

        var stream = ImageFolder.Open(_folder.Path, _options with { Threads = 2 }).Stream();
        float[] Order(ulong seed) => [.. stream.Batches(7, seed).SelectMany(batch => batch.Inputs.ToArray()).Where((_, i) => i % 2 == 0)];
        Assert.Equal(Order(1), Order(1));
        Assert.NotEqual(Order(1), Order(2));
        Assert.Equal([.. Order(1).Order()], [.. Order(2).Order()]);
        Assert.Equal(44, Order(1).Distinct().Count());

        var plan = BatchPlan<float, int>.For(stream, 7, epochs: 2, seed: 1);
        using var whole = plan.Start(CancellationToken.None);
        using var later = plan.Start(new BatchPosition(1, 3), CancellationToken.None);
        var batches = new List<float[]>();
        while (whole.MoveNext())
        {
            batches.Add(whole.Current.Inputs.ToArray());
        }

        Assert.NotEqual(batches[0], batches[7]);
        Assert.True(later.MoveNext());
        Assert.Equal(batches[10], later.Current.Inputs.ToArray());
    }

    [Fact]
    public void Parts_share_classes_and_no_image()
    {
        var (first, second) = ImageFolder.Open(_folder.Path, _options).Split(0.5, seed: 3, stratified: true);
        var (a, b) = (first.Load(), second.Load());
        Assert.Equal([0, 1], Labels(a).Order());
        Assert.Equal([0, 1], Labels(b).Order());
        Assert.Equal([1f, 2, 3, 4], Firsts(a).Concat(Firsts(b)).Order());
        Assert.Equal(["rose", "tulip"], second.ClassNames);
        Assert.Throws<ArgumentOutOfRangeException>(() => first.Split(0.1));
    }

    [Fact]
    public void Test_images_are_normalised_by_the_training_images()
    {
        var (first, second) = ImageFolder.Open(_folder.Path, _options with { Normalize = true }).Split(0.5, seed: 3);
        var train = first.Load();
        var test = second.Load(train.Normalization);
        Assert.Equal(train.Normalization, test.Normalization);
        Assert.Equal(train.Normalization, second.Stream(train.Normalization).Normalization);
        Assert.Throws<ArgumentException>(() => second.Load(new Normalization([0, 0], [1, 1])));
    }

    [Fact]
    public void Classes_of_a_test_folder_keep_the_labels_of_the_training_folder()
    {
        var test = ImageFolder.Open(_folder.Path, _options with { ClassNames = ["daisy", "tulip", "rose"] }).Load();
        Assert.Equal([1, 1, 2, 2], Labels(test).Order());
        Assert.Equal(3, test.ClassCount);
        var refusal = Assert.Throws<InvalidDataException>(() => ImageFolder.Open(_folder.Path, _options with { ClassNames = ["daisy", "rose"] }));
        Assert.Contains("a subfolder 'tulip', which is none of the classes daisy, rose", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Image_of_another_size_is_named_unless_a_size_is_wanted()
    {
        string large = _folder.File("tulip/e.png", PngImage.Encode(new byte[12], 4, 3, 1));
        var refusal = Assert.Throws<InvalidDataException>(() => ImageFolder.Open(_folder.Path, _options).Load());
        Assert.Contains(large, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("it has 4×3 pixels, the first image has 2×1", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([1, 3, 3], ImageFolder.Open(_folder.Path, _options with { Height = 3, Width = 3 }).Load().InputShape);

        var cut = ImageFolder.Open(_folder.Path, _options with { Height = 2, Width = 2, Fit = ImageFit.Crop });
        Assert.Contains("it has 2×1 pixels, out of which no 2×2 can be cut", Assert.Throws<InvalidDataException>(() => cut.Load()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_image_is_named_in_memory_and_in_a_stream(int threads)
    {
        string damaged = _folder.File("tulip/e.png", [.. PngImage.Signature]);
        var folder = ImageFolder.Open(_folder.Path, _options with { Threads = threads });
        Assert.Contains(damaged, Assert.Throws<InvalidDataException>(() => folder.Load()).Message, StringComparison.Ordinal);
        Assert.Contains(damaged, Assert.Throws<InvalidDataException>(() => folder.Stream().Batches(2).Count(batch => batch.Count > 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_or_cannot_be_read_is_named()
    {
        Assert.Contains("nowhere", Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Open(_folder.File("nowhere"))).Message, StringComparison.Ordinal);
        Assert.Contains("has no subfolder", Assert.Throws<InvalidDataException>(() => ImageFolder.Open(_folder.File("rose"))).Message, StringComparison.Ordinal);
        string photo = _folder.File("rose/z.jpg", [1]);
        var other = Assert.Throws<InvalidDataException>(() => ImageFolder.Open(_folder.Path));
        Assert.Contains($"'{photo}' has a format that no decoder reads", other.Message, StringComparison.Ordinal);
        File.Delete(photo);
        Directory.CreateDirectory(_folder.File("violet"));
        Assert.Contains("violet' of a class has no image", Assert.Throws<InvalidDataException>(() => ImageFolder.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprint_of_a_stream_changes_with_files_and_options()
    {
        string Fingerprint(ImageOptions options) => BatchPlan<float, int>.For(ImageFolder.Open(_folder.Path, options).Stream(), 2).Fingerprint;
        string before = Fingerprint(_options);
        Assert.Equal(before, Fingerprint(_options with { Threads = 4 }));
        Assert.NotEqual(before, Fingerprint(_options with { Colors = ImageColors.Rgb }));
        Write("rose/c.png", 5);
        Assert.NotEqual(before, Fingerprint(_options));
    }

    /// <summary>Two grey pixels, the first of the given brightness.</summary>
    private void Write(string name, byte level) =>
        _folder.File(name, name.EndsWith(".pgm", StringComparison.Ordinal) ? [.. "P5 2 1 255\n"u8, level, 200] : PngImage.Encode([level, 200], 2, 1, 1));

    private static IEnumerable<int> Labels(Dataset<float, int> data) => Enumerable.Range(0, data.Count).Select(image => data.Target(image)[0]);

    private static IEnumerable<float> Firsts(Dataset<float, int> data) => Enumerable.Range(0, data.Count).Select(image => data.Input(image)[0] * 255);
}
