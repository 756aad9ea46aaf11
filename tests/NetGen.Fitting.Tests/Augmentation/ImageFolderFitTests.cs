namespace NetGen.Fitting.Tests.Augmentation;

/// <summary>Trainings on images that are decoded as they are needed.</summary>
public sealed class ImageFolderFitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ImageFolder _images;

    public ImageFolderFitTests()
    {
        // Grey rows of seven pixels, growing brighter, darker, or neither.
        var random = new Random(1);
        foreach (var (name, slope) in (ReadOnlySpan<(string, int)>)[("down", -20), ("even", 0), ("up", 20)])
        {
            Directory.CreateDirectory(_folder.File(name));
            for (int image = 0; image < 30; image++)
            {
                byte[] pixels = [.. Enumerable.Range(-3, 7).Select(column => (byte)(128 + (column * slope) + random.Next(30)))];
                File.WriteAllBytes(_folder.File($"{name}/{image}.pgm"), [.. "P5 7 1 255\n"u8, .. pixels]);
            }
        }

        _images = ImageFolder.Open(_folder.Path, new ImageOptions { Colors = ImageColors.Gray, Threads = 2 });
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Model_prepares_images_as_in_training()
    {
        var (learn, held) = _images.Split(0.8, seed: 1, stratified: true);
        var train = learn.Stream();
        var net = new ClassNet(1);
        net.Fit(train, new FitOptions { Epochs = 30, BatchSize = 8, Optimizer = new Adam(1e-2), Validation = held.Stream(train.Normalization), Seed = 1 });
        string path = _folder.File("model.safetensors");
        net.Save(path);

        var metadata = ModelMetadata.Read(path);
        var reader = ImageReader.For(metadata);

        Assert.InRange(net.Evaluate(held.Load(metadata.Normalization)).Accuracy!.Value, 0.9, 1);
        Assert.Equal(["down", "even", "up"], metadata.ClassNames);
        float[] raw = new ImageReader(new ImageOptions { Colors = ImageColors.Gray }).Read(_folder.File("up/3.pgm"));
        metadata.Normalization!.Apply(raw);
        Assert.Equal(raw, reader.Read(_folder.File("up/3.pgm")));
        Assert.True(net.Predict(reader.Read(_folder.File("up/3.pgm"))) is [var down, _, var up] && up > down);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(17)]
    public void Training_is_resumed_to_the_same_bits(long stop)
    {
        FitOptions Options() => new() { Epochs = 2, BatchSize = 8, Optimizer = new Adam(1e-2), Seed = 3 };
        StreamedDataset<float, int> Set() => _images.Stream().Augment(new HorizontalFlip(), new ColorJitter { Brightness = 0.1 }).Mixup();
        string checkpoint = _folder.File(".checkpoints");
        var expected = new ClassNet(1);
        expected.Fit(Set(), Options());
        new ClassNet(1).Fit(Set(), Options() with { Checkpoint = checkpoint, Callbacks = [new StopAt(stop, out var token)], CancellationToken = token });

        var net = new ClassNet(1);
        Assert.NotNull(net.Fit(Set(), Options() with { Checkpoint = checkpoint }).ResumedFrom);

        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }
}
