using NetGen.EndToEnd.Tests.Networks;

namespace NetGen.EndToEnd.Tests.Training;

/// <summary>Where every position has a label, weights are given per position or, for all positions of a sample, per sample.</summary>
public sealed class PositionWeightTests
{
    [Fact]
    public void Weight_of_a_sample_is_that_of_each_of_its_positions()
    {
        const int Positions = 6;
        var net = new PositionsNet(1);
        var (inputs, labels) = (Samples.Singles(2 * 42, 1), Samples.Labels(2 * Positions, 5, 2));
        float[] perPosition = [.. Enumerable.Repeat(1f, Positions), .. Enumerable.Repeat(3f, Positions)];

        Assert.Equal(net.Loss(inputs, labels, perPosition), net.Loss(inputs, labels, [1, 3]));
        Assert.Equal(net.Step(inputs, labels, perPosition, new Sgd(0)), net.Step(inputs, labels, [1, 3], new Sgd(0)));
    }
}
