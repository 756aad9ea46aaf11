using NetGen.EndToEnd.Tests.Training;

namespace NetGen.Gpu.Tests.Training;

/// <summary>The training loop runs on a device as on the processor.</summary>
public sealed class FitTests(OnDevice device) : IClassFixture<OnDevice>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Fit_ends_with_the_weights_of_the_processor()
    {
        var (expected, source) = (new SmallNet(1), new SmallNet(1));
        var whole = expected.Fit(Classes(100), Options());
        using var gpu = source.ToGpu(device.Accelerator);

        var result = gpu.Fit(Classes(100), Options());

        gpu.Download();
        Assert.Equal(whole.Steps, result.Steps);
        AssertClose(expected.Parameters.ToArray(), source.Parameters.ToArray(), 1e-3);
        Assert.Equal(whole.Epochs[^1].Loss, result.Epochs[^1].Loss, 1e-3);
    }

    [Fact]
    public void Training_resumed_from_a_checkpoint_ends_with_the_same_bits()
    {
        var (whole, part) = (new SmallNet(1), new SmallNet(1));
        using (var gpu = whole.ToGpu(device.Accelerator))
        {
            gpu.Fit(Classes(100), Options());
            gpu.Download();
        }

        using (var gpu = part.ToGpu(device.Accelerator))
        {
            gpu.Fit(Classes(100), Options() with { Epochs = 2, Checkpoint = _folder });
        }

        var resumed = new SmallNet(1);
        using (var gpu = resumed.ToGpu(device.Accelerator))
        {
            Assert.NotNull(gpu.Fit(Classes(100), Options() with { Checkpoint = _folder }).ResumedFrom);
            gpu.Download();
        }

        Assert.Equal(whole.Parameters.ToArray(), resumed.Parameters.ToArray());
    }

    [Fact]
    public void A_checkpoint_of_a_device_is_gone_on_with_on_the_processor()
    {
        var expected = new SmallNet(1);
        expected.Fit(Classes(100), Options());
        using (var gpu = new SmallNet(1).ToGpu(device.Accelerator))
        {
            gpu.Fit(Classes(100), Options() with { Epochs = 2, Checkpoint = _folder });
        }

        var resumed = new SmallNet(1);
        resumed.Fit(Classes(100), Options() with { Checkpoint = _folder });

        AssertClose(expected.Parameters.ToArray(), resumed.Parameters.ToArray(), 1e-3);
    }

    [Fact]
    public void Upload_brings_weights_to_the_device_and_Download_brings_them_back()
    {
        var (net, other) = (new SmallNet(1), new SmallNet(2));
        using var gpu = net.ToGpu(device.Accelerator);
        other.Parameters.CopyTo(_weights);
        net.Parameters.CopyFrom(_weights);

        gpu.Upload();
        net.Parameters.CopyFrom(new float[_weights.Length]);
        gpu.Download();

        Assert.Equal(_weights, net.Parameters.ToArray());
    }

    [Fact]
    public void A_saved_network_is_the_one_on_the_device()
    {
        var source = new SmallNet(1);
        using var gpu = source.ToGpu(device.Accelerator);
        var inputs = Classes(9).Input(0).ToArray();
        gpu.Step(inputs, [1], new Sgd(0.1));
        var path = Path.Combine(_folder, "net.safetensors");

        gpu.Save(path);

        var loaded = new SmallNet(3);
        loaded.Load(path);
        AssertClose(gpu.Predict(inputs), loaded.Predict(inputs), 1e-5);
    }

    private readonly float[] _weights = new float[new SmallNet(1).Parameters.Length];

    private static FitOptions Options() => new() { Epochs = 4, BatchSize = 16, Optimizer = new AdamW(1e-2), Seed = 3 };

    /// <summary>Three classes by the sums of two halves of the inputs.</summary>
    private static Dataset<float, int> Classes(int count)
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, count * 7).Select(_ => (random.NextSingle() * 2) - 1).ToArray();
        var labels = values.Chunk(7).Select(sample => Math.Clamp((int)(sample[..3].Sum() - sample[3..].Sum() + 1.5f), 0, 2)).ToArray();
        return Dataset.From(values, labels, 7);
    }

    private static void AssertClose(float[] expected, float[] actual, double tolerance)
    {
        var largest = expected.Max(Math.Abs);
        var error = expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() / largest;
        Assert.True(error <= tolerance, $"{error:G3} of the largest value");
    }
}
