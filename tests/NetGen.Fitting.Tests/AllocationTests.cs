namespace NetGen.Fitting.Tests;

/// <summary>Measures the memory of the process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private const int Epochs = 4;

    private readonly Dataset<float, int> _data = Samples.Classes(4000, 1);

    public static TheoryData<string> Kinds() => ["plain", "everything", "streamed"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Batches_allocate_nothing(string kind)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 4; attempt++)
        {
            least = Math.Min(least, (Allocated(kind, 2 * Epochs) - Allocated(kind, Epochs)) / Epochs);
        }

        // An epoch has 1,000 steps; one object in each would be 24,000 bytes. A stream fills a new buffer in each epoch.
        Assert.True(least < 20_000, $"{least} bytes per epoch");
    }

    private long Allocated(string kind, int epochs)
    {
        var net = new ClassNet(1);
        var options = new FitOptions { Epochs = epochs, BatchSize = 4, Optimizer = new Adam(1e-3), Seed = 1 };
        if (kind == "everything")
        {
            options = options with
            {
                Optimizer = new AdamW(1e-3) { ClipNorm = 1, ClipValue = 1, L1 = 1e-5, AccumulationSteps = 2, Groups = [new ParameterGroup("*.bias") { WeightDecay = 0 }] },
                Schedule = Schedule.Cosine(warmup: 0.1),
                AverageDecay = 0.99,
                EarlyStopping = new(patience: 1000),
                Callbacks = [new CountSteps()],
                Progress = new Listener(),
            };
        }

        long before = GC.GetTotalAllocatedBytes(precise: true);
        if (kind == "streamed")
        {
            net.Fit(new Streams.CountingStream(_data) { ShuffleBuffer = 100 }, options);
        }
        else
        {
            net.Fit(_data, options);
        }

        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private sealed class Listener : IProgress<FitProgress>
    {
        public FitProgress? Last { get; private set; }

        public void Report(FitProgress value) => Last = value;
    }
}
