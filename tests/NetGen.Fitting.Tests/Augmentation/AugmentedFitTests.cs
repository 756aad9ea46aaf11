namespace NetGen.Fitting.Tests.Augmentation;

/// <summary>Trainings on samples that are changed at random.</summary>
public sealed class AugmentedFitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dataset<float, int> _data = Samples.Classes(100, 1);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Training_resumed_at_any_place_sees_the_same_samples(bool shuffle, bool streamed)
    {
        FitOptions Options() => new() { Epochs = 3, BatchSize = 16, Optimizer = new Adam(1e-2), Seed = 3, Shuffle = shuffle };
        var expected = new ClassNet(1);
        Fit(expected, Options(), streamed);
        foreach (long stop in (long[])[1, 7, 10, 17])
        {
            string folder = _folder.File($"stop-{stop}");
            Fit(new ClassNet(1), Options() with { Checkpoint = folder, Callbacks = [new StopAt(stop, out var token)], CancellationToken = token }, streamed);

            var net = new ClassNet(1);
            Assert.NotNull(Fit(net, Options() with { Checkpoint = folder }, streamed).ResumedFrom);

            Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
        }
    }

    [Fact]
    public void Seed_of_the_training_decides_also_where_nothing_is_shuffled()
    {
        float[] Weights(ulong seed)
        {
            var net = new ClassNet(1);
            Fit(net, new FitOptions { BatchSize = 16, Seed = seed, Shuffle = false }, streamed: false);
            return net.Parameters.ToArray();
        }

        Assert.Equal(Weights(1), Weights(1));
        Assert.NotEqual(Weights(1), Weights(2));
    }

    [Fact]
    public void Checkpoint_of_other_changes_or_another_seed_is_refused()
    {
        FitOptions Options(ulong seed) => new() { Epochs = 2, BatchSize = 16, Shuffle = false, Seed = seed, Checkpoint = _folder.Path };
        new ClassNet(1).Fit(Augmented(_data), Options(1));

        var refusal = Assert.Throws<CheckpointMismatchException>(() => new ClassNet(1).Fit(_data, Options(1)));
        Assert.Contains("augmented by HorizontalFlip(0.5), Cutout(2, 1), Mixup(0.3) from seed 1 in the checkpoint", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<CheckpointMismatchException>(() => new ClassNet(1).Fit(Augmented(_data), Options(2)));
    }

    [Fact]
    public void Validation_and_evaluation_see_the_samples_as_they_are()
    {
        FitOptions Options(Dataset validation) => new() { Epochs = 2, BatchSize = 16, Optimizer = new Sgd(0.1), Validation = validation };
        var (plain, augmented) = (new ClassNet(1), new ClassNet(1));

        var expected = plain.Fit(_data, Options(_data));
        var found = augmented.Fit(_data, Options(Augmented(_data)));

        Assert.Equal(expected.Last!.ValidationLoss, found.Last!.ValidationLoss);
        Assert.Equal(plain.Evaluate(_data).Loss, plain.Evaluate(Augmented(_data)).Loss);
    }

    [Fact]
    public void Model_keeps_the_normalisation_of_each_channel()
    {
        var data = Dataset.From(new float[2 * 7], new int[2], 7, 1);
        var net = new ClassNet(1);
        net.Metadata.Normalization = new Normalization([1, 2, 3, 4, 5, 6, 7], [.1, .2, .3, .4, .5, .6, 1 / 7.0]);
        net.Fit(data, new FitOptions { BatchSize = 2 });
        string path = _folder.File("model.safetensors");
        net.Save(path);

        Assert.Equal(net.Metadata.Normalization, ModelMetadata.Read(path).Normalization);
        var loaded = new ClassNet(2);
        loaded.Load(path);
        Assert.Equal(net.Metadata.Normalization, loaded.Metadata.Normalization);
        Assert.Contains("means 1, 2, 3", loaded.Metadata.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mixed_values_train_a_regression()
    {
        var net = new LineNet(1);
        var line = Samples.Line(400, 1);
        net.Fit(line.Mixup(0.5), new FitOptions { Epochs = 60, BatchSize = 32, Optimizer = new Adam(1e-2), Seed = 1 });
        Assert.InRange(net.Evaluate(line).Loss, 0, 0.02);
    }

    [Fact]
    public void Targets_that_cannot_be_mixed_are_refused()
    {
        var signs = Dataset.From(new float[2 * 7], [1f, -1f], 7);
        new MarginNet(1).Fit(signs, new FitOptions());
        var refusal = Assert.Throws<ArgumentException>(() => new MarginNet(1).Fit(signs.Mixup(), new FitOptions()));
        Assert.Contains("of MarginNet takes targets -1 and 1", refusal.Message, StringComparison.Ordinal);
    }

    private static Dataset<float, int> Augmented(Dataset<float, int> data) => data.Augment(new ImageShape(1, 1, 7), new HorizontalFlip(), new Cutout(2)).Mixup(0.3);

    private FitResult Fit(ClassNet net, FitOptions options, bool streamed) => streamed
        ? net.Fit(new Streams.CountingStream(_data) { ShuffleBuffer = 30 }.Augment(new ImageShape(1, 1, 7), new HorizontalFlip(), new Cutout(2)).Mixup(0.3), options)
        : net.Fit(Augmented(_data), options);
}
