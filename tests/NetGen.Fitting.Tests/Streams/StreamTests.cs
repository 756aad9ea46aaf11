namespace NetGen.Fitting.Tests.Streams;

/// <summary>Sets that are read from their source in every epoch.</summary>
public sealed class StreamTests
{
    private readonly Dataset<float, int> _data = Samples.Classes(103, 1);

    [Fact]
    public void Unmixed_stream_trains_to_the_bits_of_the_set_in_memory()
    {
        FitOptions Options() => new() { Epochs = 3, BatchSize = 16, Optimizer = new Adam(1e-2), Shuffle = false, Validation = _data };
        var (memory, streamed, source) = (new ClassNet(1), new ClassNet(1), new CountingStream(_data));

        var expected = memory.Fit(_data, Options());
        var found = streamed.Fit(source, Options() with { Validation = new CountingStream(_data) });

        Assert.Equal(memory.Parameters.ToArray(), streamed.Parameters.ToArray());
        Assert.Equal(expected.Last!.ValidationLoss, found.Last!.ValidationLoss);
        Assert.Equal((3, 0), (source.Passes, source.OpenPasses));
    }

    [Fact]
    public void Evaluation_of_a_stream_is_that_of_the_set()
    {
        var net = new ClassNet(1);

        var (memory, streamed) = (net.Evaluate(_data), net.Evaluate(new CountingStream(_data)));

        Assert.Equal((memory.Loss, memory.Accuracy, memory.Count), (streamed.Loss, streamed.Accuracy, streamed.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Mixing_gives_every_sample_once_per_epoch(int buffer)
    {
        var stream = new CountingStream(_data) { ShuffleBuffer = buffer };

        float[] firsts = [.. stream.Batches(16, shuffleSeed: 7).SelectMany(batch => Firsts(batch))];
        float[] again = [.. stream.Batches(16, shuffleSeed: 7).SelectMany(batch => Firsts(batch))];
        float[] source = [.. Enumerable.Range(0, _data.Count).Select(sample => _data.Input(sample)[0])];

        Assert.Equal(firsts, again);
        Assert.Equal(source.Order(), firsts.Order());
        Assert.Equal(buffer == 1, source.SequenceEqual(firsts));
    }

    [Fact]
    public void Sample_leaves_the_buffer_only_after_the_buffer_was_filled()
    {
        var stream = new CountingStream(_data) { ShuffleBuffer = 20 };
        var place = Enumerable.Range(0, _data.Count).ToDictionary(sample => _data.Input(sample)[0]);

        int[] order = [.. stream.Batches(16, shuffleSeed: 7).SelectMany(batch => Firsts(batch)).Select(first => place[first])];

        // The sample given at place i was among the first i + 20 of the source.
        Assert.All(order.Select((sample, i) => sample - i), ahead => Assert.InRange(ahead, int.MinValue, 19));
    }

    [Fact]
    public void Epochs_differ_in_their_order()
    {
        var net = new ClassNet(1);
        var stream = new CountingStream(_data) { ShuffleBuffer = 50 };
        var losses = new List<float>();
        net.Fit(stream, new FitOptions { Epochs = 2, BatchSize = 16, Optimizer = new Sgd(0), Seed = 1, Callbacks = [new Losses(losses)] });

        // The network stays as it is, but for dropout: batches of other samples have other losses.
        Assert.Equal(14, losses.Count);
        Assert.NotEqual(losses[..7], losses[7..]);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(12)]
    public void Training_on_a_mixed_stream_is_resumed_to_the_same_bits(long stop)
    {
        using var folder = new TemporaryFolder();
        FitOptions Options() => new() { Epochs = 3, BatchSize = 16, Optimizer = new Adam(1e-2), Seed = 3 };
        CountingStream Stream() => new(_data) { ShuffleBuffer = 30 };
        var expected = new ClassNet(1);
        expected.Fit(Stream(), Options());
        new ClassNet(1).Fit(Stream(), Options() with { Checkpoint = folder.Path, Callbacks = [new StopAt(stop, out var token)], CancellationToken = token });

        var net = new ClassNet(1);
        net.Fit(Stream(), Options() with { Checkpoint = folder.Path });

        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Theory]
    [InlineData(102, "ended after 102 of 103 samples")]
    [InlineData(104, "more than its 103 samples")]
    public void Source_of_another_length_than_measured_is_refused(int given, string message)
    {
        var source = new CountingStream(_data) { Given = given };

        var refusal = Assert.Throws<InvalidDataException>(() => new ClassNet(1).Fit(source, new FitOptions { Epochs = 2, BatchSize = 16 }));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, source.OpenPasses);
    }

    [Fact]
    public void Failure_of_the_source_reaches_the_caller_and_leaves_the_checkpoint()
    {
        using var folder = new TemporaryFolder();
        FitOptions Options() => new() { Epochs = 3, BatchSize = 16, Optimizer = new Adam(1e-2) };
        var expected = new ClassNet(1);
        expected.Fit(new CountingStream(_data) { ShuffleBuffer = 1 }, Options());
        var source = new CountingStream(_data) { FailAt = 50, FailInPass = 2, ShuffleBuffer = 1 };

        var failure = Assert.Throws<IOException>(() => new ClassNet(1).Fit(source, Options() with { Checkpoint = folder.Path }));
        Assert.Equal(("The source is gone.", 0), (failure.Message, source.OpenPasses));

        var net = new ClassNet(1);
        var result = net.Fit(new CountingStream(_data) { ShuffleBuffer = 1 }, Options() with { Checkpoint = folder.Path });
        Assert.EndsWith("checkpoint-000000007.safetensors", result.ResumedFrom, StringComparison.Ordinal);
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Cancellation_is_seen_while_the_source_is_waited_for()
    {
        using var cancellation = new CancellationTokenSource();
        using var gate = new ManualResetEventSlim();
        var source = new CountingStream(_data) { BeforeRead = () =>
        {
            // The consumer waits for this very batch; the source gives it only after the test has ended the training.
            cancellation.Cancel();
            gate.Wait(TimeSpan.FromMilliseconds(300));
        } };

        var result = new ClassNet(1).Fit(source, new FitOptions { BatchSize = 16 }, cancellation.Token);

        Assert.Equal((true, 0L), (result.Cancelled, result.Steps));
    }

    [Fact]
    public void Buffer_is_as_large_as_fits_unless_a_size_is_asked_for()
    {
        var images = new CountingStream(Dataset.From(new float[4 * 300_000], new int[4], 300_000));

        Assert.Equal(64_000_000 / ((300_000 * 4) + 4), images.ShuffleBuffer);
        Assert.Equal(10_000, new CountingStream(_data).ShuffleBuffer);
    }

    private static float[] Firsts(Batch<float, int> batch) => [.. Enumerable.Range(0, batch.Count).Select(sample => batch.Inputs[sample * 7]).ToArray()];

    private sealed class Losses(List<float> losses) : TrainingCallback
    {
        public override void OnStep(TrainingContext training) => losses.Add(training.BatchLoss);
    }
}
