namespace NetGen.Fitting.Tests;

public sealed class AverageTests
{
    private readonly Dataset<float, int> _train = Samples.Classes(60, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Network_ends_with_the_moving_average_of_its_weights(int accumulation)
    {
        const double decay = 0.9;
        var (net, reference) = (new ClassNet(1), new ClassNet(1));
        var adam = new Adam(1e-2) { AccumulationSteps = accumulation };
        var average = reference.Parameters.ToArray().Select(value => (double)value).ToArray();

        net.Fit(_train, Options(new Adam(1e-2) { AccumulationSteps = accumulation }) with { AverageDecay = decay });
        foreach (var batch in Enumerable.Range(0, 3).SelectMany(_ => Batches()))
        {
            reference.Step(batch.Inputs, batch.Labels, adam);
            if (adam.AccumulatedSteps == 0)
            {
                average = average.Zip(reference.Parameters.ToArray(), (a, p) => (decay * a) + ((1 - decay) * p)).ToArray();
            }
        }

        var error = average.Zip(net.Parameters.ToArray(), (a, p) => Math.Abs(a - p)).Max();
        Assert.True(error < 1e-6, $"error {error}");
    }

    [Fact]
    public void Average_is_what_is_validated()
    {
        var net = new ClassNet(1);

        var result = net.Fit(_train, Options(new Adam(1e-2)) with { AverageDecay = 0.9, Validation = _train });

        Assert.Equal(result.Last!.ValidationLoss!.Value, net.Evaluate(_train).Loss);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Decay_outside_of_its_range_is_refused(double decay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassNet(1).Fit(_train, Options(new Adam(1e-2)) with { AverageDecay = decay }));

    private static FitOptions Options(Optimizer optimizer) => new() { Epochs = 3, BatchSize = 16, Optimizer = optimizer, Shuffle = false };

    private List<(float[] Inputs, int[] Labels)> Batches()
    {
        var batches = new List<(float[], int[])>();
        foreach (var batch in _train.Batches(16))
        {
            batches.Add((batch.Inputs.ToArray(), batch.Targets.ToArray()));
        }

        return batches;
    }
}
