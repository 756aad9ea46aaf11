using NetGen.Images.Tests.Doubles;
using NetGen.Runtime;

namespace NetGen.Gpu.Tests.Training;

/// <summary>A device refuses to train a batch norm on one value per channel, as the processor does.</summary>
public sealed class BatchOfOneTests(OnDevice device) : IClassFixture<OnDevice>
{
    private static readonly double[] s_sample = new double[40];

    [Fact]
    public void Steps_and_gradients_are_refused_and_change_nothing()
    {
        var net = new BatchNormalisedNet(1);
        var before = State(net);
        using (var gpu = net.ToGpu(device.Accelerator))
        {
            Assert.Throws<ArgumentException>("inputs", () => gpu.Step(s_sample, [1], new Sgd(0.1)));
            Assert.Throws<ArgumentException>("inputs", () => gpu.Gradient(s_sample, [1], new double[net.Parameters.Length]));
            Assert.Throws<ArgumentException>("inputs", () => ((IStagedTraining<double, int>)gpu).Stage(s_sample, [1]));
            Assert.True(double.IsFinite(gpu.Loss(s_sample, [1])));
            gpu.Download();
        }

        Assert.Equal(before, State(net));
    }

    private static double[] State(BatchNormalisedNet net)
    {
        List<double> values = [.. net.Parameters.ToArray()];
        foreach (var buffer in net.Buffers)
        {
            var held = new double[buffer.Length];
            buffer.CopyTo(held);
            values.AddRange(held);
        }

        return [.. values];
    }
}
