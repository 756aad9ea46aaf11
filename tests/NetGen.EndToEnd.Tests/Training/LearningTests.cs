namespace NetGen.EndToEnd.Tests.Training;

public sealed class LearningTests
{
    [Fact]
    public void Network_learns_to_tell_rings_apart()
    {
        var (train, validation) = (Rings(800, 1), Rings(200, 2));
        var net = new RingsNet(1);

        var result = net.Fit(train, new FitOptions { Epochs = 25, BatchSize = 32, Optimizer = new Adam(0.01), Validation = validation, Seed = 3 });

        Assert.Equal(25, result.Epochs.Count);
        Assert.True(result.Epochs[^1].Loss < result.Epochs[0].Loss / 4, $"the loss went from {result.Epochs[0].Loss} to {result.Epochs[^1].Loss}");
        Assert.Equal(net.Evaluate(validation).Accuracy, result.Epochs[^1].ValidationAccuracy);
        Assert.True(net.Evaluate(validation).Accuracy >= 0.97, net.Evaluate(validation).ToString());
    }

    /// <summary>A disc around the origin and a ring around the disc: no line separates them.</summary>
    private static Dataset<float, int> Rings(int count, int seed)
    {
        var random = new Random(seed);
        var (inputs, labels) = (new float[2 * count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % 2;
            var (angle, radius) = (random.NextSingle() * MathF.Tau, labels[i] + (0.7f * random.NextSingle()));
            (inputs[2 * i], inputs[(2 * i) + 1]) = (radius * MathF.Cos(angle), radius * MathF.Sin(angle));
        }

        return Dataset.From(inputs, labels, 2);
    }
}
