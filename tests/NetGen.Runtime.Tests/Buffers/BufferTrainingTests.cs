using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Buffers;

/// <summary>Fit and what it keeps: running statistics belong to the weights.</summary>
public sealed class BufferTrainingTests : IDisposable
{
    private const int Features = 40, Count = 50;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static FitOptions Options() => new() { Epochs = 4, BatchSize = 8, Optimizer = new AdamW(1e-2) { ClipNorm = 1 }, Seed = 3 };

    public static TheoryData<string> Recipes() => [.. s_recipes.Keys];

    private static readonly Dictionary<string, Func<FitOptions>> s_recipes = new()
    {
        ["plain"] = Options,
        ["average"] = () => Options() with { AverageDecay = 0.9 },
        ["best restored"] = () => Options() with { EarlyStopping = new(patience: 9, minimumChange: 1e6), Validation = NormNetwork.Set(Features, 20, 9) },
        ["accumulated"] = () => Options() with { Optimizer = new Sgd(1e-2, 0.9) { AccumulationSteps = 3 }, AverageDecay = 0.9 },
    };

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Training_resumed_at_any_place_ends_with_the_same_bits(string recipe)
    {
        var expected = new NormNetwork(Features);
        expected.Fit(NormNetwork.Set(Features, Count), s_recipes[recipe]());
        foreach (int stop in new[] { 1, 7, 12, 27 })
        {
            string folder = _folder.File($"stop-{stop}");
            using var cancellation = new CancellationTokenSource();
            new NormNetwork(Features).Fit(
                NormNetwork.Set(Features, Count), s_recipes[recipe]() with { Checkpoint = folder, Callbacks = [new AtStep(stop, cancellation.Cancel)] }, cancellation.Token);

            var network = new NormNetwork(Features);
            var result = network.Fit(NormNetwork.Set(Features, Count), s_recipes[recipe]() with { Checkpoint = folder });

            Assert.NotNull(result.ResumedFrom);
            Assert.Equal(expected.State, network.State);
        }
    }

    [Fact]
    public void Checkpoint_of_a_network_that_began_with_other_statistics_is_refused()
    {
        new NormNetwork(Features).Fit(NormNetwork.Set(Features, Count), Options() with { Checkpoint = _folder.Path });
        var other = new NormNetwork(Features) { Count = 5 };
        var error = Assert.Throws<CheckpointMismatchException>(() => other.Fit(NormNetwork.Set(Features, Count), Options() with { Checkpoint = _folder.Path }));
        Assert.Contains("weights at the start", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, other.Count);
    }

    [Fact]
    public void Best_epoch_comes_back_with_its_statistics()
    {
        var network = new NormNetwork(Features);
        var epochs = new List<string[]>();
        var options = s_recipes["best restored"]() with { Checkpoint = _folder.Path, Callbacks = [new AfterEpochs(() => epochs.Add(network.State))] };

        var result = network.Fit(NormNetwork.Set(Features, Count), options);

        Assert.Equal((1, 4), (result.Best!.Epoch, epochs.Count));
        Assert.Equal(epochs[0], network.State);
        Assert.NotEqual(epochs[3], network.State);
        var best = new NormNetwork(Features);
        best.Load(_folder.File("best.safetensors"));
        Assert.Equal(network.State, best.State);
    }

    [Fact]
    public void Average_has_averaged_statistics_and_the_counter_of_the_network()
    {
        var network = new NormNetwork(Features);
        float[] mean = network.Mean, variance = network.Variance;
        var follow = new AtStep(0, () =>
        {
            var (presentMean, presentVariance) = (network.Mean, network.Variance);
            for (int i = 0; i < Features; i++)
            {
                mean[i] += 0.1f * (presentMean[i] - mean[i]);
                variance[i] += 0.1f * (presentVariance[i] - variance[i]);
            }
        });

        var result = network.Fit(NormNetwork.Set(Features, Count), s_recipes["average"]() with { Callbacks = [follow], Validation = NormNetwork.Set(Features, 20, 9) });

        Assert.All(mean.Zip(network.Mean), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.All(variance.Zip(network.Variance), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.Equal(result.Steps, network.Count);
    }

    [Fact]
    public void Search_for_the_learning_rate_leaves_the_network_as_it_was()
    {
        var network = new NormNetwork(Features);
        var (inputs, targets) = NormNetwork.Batch(Features, 6);
        network.Step(inputs, targets, new Sgd(0.1));
        string[] before = network.State;

        network.FindLearningRate(NormNetwork.Set(Features, Count), new LearningRateFinderOptions { BatchSize = 8 });

        Assert.Equal(before, network.State);
    }

    /// <summary>Acts after a step; after each if the number is 0.</summary>
    private sealed class AtStep(long step, Action act) : TrainingCallback
    {
        public override void OnStep(TrainingContext training)
        {
            if (step == 0 || training.Step == step)
            {
                act();
            }
        }
    }

    private sealed class AfterEpochs(Action act) : TrainingCallback
    {
        public override void OnEpochEnd(TrainingContext training, EpochResult result) => act();
    }
}
