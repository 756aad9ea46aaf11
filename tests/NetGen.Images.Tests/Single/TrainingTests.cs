using NetGen.Fitting.Tests;
using NetGen.Images.Tests.Networks;

namespace NetGen.Images.Tests.Single;

[Collection(nameof(ThreadCounts))]
public sealed class TrainingTests
{
    [Fact]
    public void Training_resumed_from_a_checkpoint_ends_with_the_same_bits()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            FitOptions Options() => new() { Epochs = 3, BatchSize = 16, Optimizer = new Adam(1e-2), Seed = 3 };
            var expected = new LeNetNet(1);
            expected.Fit(Samples(), Options());
            new LeNetNet(1).Fit(Samples(), Options() with { Checkpoint = folder.FullName, Callbacks = [new StopAt(7, out var token)], CancellationToken = token });

            var net = new LeNetNet(1);
            var result = net.Fit(Samples(), Options() with { Checkpoint = folder.FullName });

            Assert.NotNull(result.ResumedFrom);
            Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void Steady_Predict_and_Step_allocate_nothing(int batch) => ThreadCounts.With(2, () =>
    {
        var (net, optimizer) = (new LeNetNet(1), new Adam(1e-3));
        var (inputs, labels, outputs) = (new float[batch * 64], new int[batch], new float[batch * 5]);
        var least = long.MaxValue;

        // Threads of the test host may allocate now and then; those of the network would do so every time.
        for (var attempt = 0; attempt < 40 && least > 0; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < 20; i++)
            {
                net.Predict(inputs, outputs);
                net.Step(inputs, labels, optimizer);
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
        return true;
    });

    private static Dataset<float, int> Samples()
    {
        var random = new Random(5);
        return Dataset.From(Enumerable.Range(0, 70 * 64).Select(_ => random.NextSingle()).ToArray(), Enumerable.Range(0, 70).Select(index => index % 5).ToArray(), 64);
    }
}
