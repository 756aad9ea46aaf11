using NetGen.EndToEnd.Tests.Training;

namespace NetGen.Gpu.Tests.Training;

/// <summary>Every rule, with every setting, on a device as on the processor.</summary>
public sealed class OptimizerTests(OnDevice device) : IClassFixture<OnDevice>
{
    private static readonly Dictionary<string, Func<Optimizer>> Makers = new()
    {
        ["Sgd"] = () => new Sgd(0.1, weightDecay: 0.01),
        ["Momentum"] = () => new Sgd(0.1, momentum: 0.9) { Dampening = 0.1 },
        ["Nesterov"] = () => new Sgd(0.1, momentum: 0.9, nesterov: true),
        ["Adam"] = () => new Adam(0.01, weightDecay: 0.1),
        ["AMSGrad"] = () => new Adam(0.01, amsgrad: true),
        ["AdamW"] = () => new AdamW(0.01),
        ["RmsProp"] = () => new RmsProp(0.01),
        ["RmsProp with momentum"] = () => new RmsProp(0.01, momentum: 0.9),
        ["RmsProp centered"] = () => new RmsProp(0.01, centered: true, epsilon: 1e-3),
        ["RmsProp centered with momentum"] = () => new RmsProp(0.01, momentum: 0.9, centered: true, epsilon: 1e-3),
        ["Adagrad"] = () => new Adagrad(0.1, learningRateDecay: 0.01, weightDecay: 0.01, initialAccumulator: 0.1),
        ["Lion"] = () => new Lion(0.001, weightDecay: 0.1),
        ["L1 and decoupled decay"] = () => new Sgd(0.1) { L1 = 0.01, DecoupledWeightDecay = 0.1 },
        ["ClipValue"] = () => new Sgd(0.1) { ClipValue = 0.01 },
        ["ClipNorm"] = () => new Adam(0.01) { ClipNorm = 0.1, ClipValue = 0.05 },
        ["AccumulationSteps"] = () => new Adam(0.01) { AccumulationSteps = 3, ClipNorm = 0.1 },
        ["Groups"] = () => new Sgd(0.1, momentum: 0.5) { Groups = [new ParameterGroup("*.bias") { LearningRateFactor = 0.1, L1 = 0.01 }], ClipNorm = 0.05 },
    };

    public static TheoryData<string> Settings => [.. Makers.Keys];

    [Theory, MemberData(nameof(Settings))]
    public void Weights_after_steps_agree_in_single_precision(string settings)
    {
        var (expected, source) = (new SmallNet(1), new SmallNet(1));
        using var gpu = source.ToGpu(device.Accelerator);
        var (here, there) = (Makers[settings](), Makers[settings]());
        var (inputs, labels) = Samples();
        for (var step = 0; step < 10; step++)
        {
            // The first layer's bias rests for a while.
            expected.Parameters[1].Frozen = source.Parameters[1].Frozen = step is 4 or 5;
            Assert.Equal(expected.Step(inputs, labels, here), gpu.Step(inputs, labels, there), 1e-4f);
        }

        gpu.Download();
        AssertClose(Widen(expected.Parameters.ToArray()), Widen(source.Parameters.ToArray()), 1e-3);
        AssertSame(here, there, 1e-3);
    }

    [Theory, MemberData(nameof(Settings))]
    public void Weights_after_steps_agree_in_double_precision(string settings)
    {
        var (expected, source) = (new SmallDoubleNet(1), new SmallDoubleNet(1));
        using var gpu = source.ToGpu(device.Accelerator);
        var (here, there) = (Makers[settings](), Makers[settings]());
        var (inputs, labels) = Samples();
        for (var step = 0; step < 10; step++)
        {
            expected.Step(Widen(inputs), labels, here);
            gpu.Step(Widen(inputs), labels, there);
        }

        gpu.Download();
        AssertClose(expected.Parameters.ToArray(), source.Parameters.ToArray(), 1e-9);
        AssertSame(here, there, 1e-9);
    }

    [Theory, MemberData(nameof(Settings))]
    public void Training_goes_from_the_device_to_the_processor_and_back(string settings)
    {
        var (expected, source) = (new SmallDoubleNet(1), new SmallDoubleNet(1));
        using var gpu = source.ToGpu(device.Accelerator);
        var (here, there) = (Makers[settings](), Makers[settings]());
        var (inputs, labels) = Samples();
        for (var step = 0; step < 8; step++)
        {
            expected.Step(Widen(inputs), labels, here);
            if (step % 4 < 2)
            {
                gpu.Step(Widen(inputs), labels, there);
                gpu.Download();
            }
            else
            {
                source.Step(Widen(inputs), labels, there);
                gpu.Upload();
            }
        }

        AssertClose(expected.Parameters.ToArray(), source.Parameters.ToArray(), 1e-9);
    }

    [Fact]
    public void Flush_updates_with_what_the_device_has_accumulated()
    {
        var (expected, source) = (new SmallDoubleNet(1), new SmallDoubleNet(1));
        using var gpu = source.ToGpu(device.Accelerator);
        Sgd here = new(0.1) { AccumulationSteps = 4 }, there = new(0.1) { AccumulationSteps = 4 };
        var (inputs, labels) = Samples();
        expected.Step(Widen(inputs), labels, here);
        gpu.Step(Widen(inputs), labels, there);

        Assert.True(here.Flush());
        Assert.True(there.Flush());

        gpu.Download();
        AssertClose(expected.Parameters.ToArray(), source.Parameters.ToArray(), 1e-9);
        Assert.False(there.Flush());
    }

    [Fact]
    public void Update_by_a_gradient_is_what_Step_does()
    {
        var (expected, source) = (new SmallDoubleNet(1), new SmallDoubleNet(1));
        using var gpu = source.ToGpu(device.Accelerator);
        Adam here = new(0.01), there = new(0.01);
        var (inputs, labels) = Samples();
        var gradients = new double[source.Parameters.Length];
        for (var step = 0; step < 3; step++)
        {
            expected.Step(Widen(inputs), labels, here);
            gpu.Gradient(Widen(inputs), labels, gradients);
            gpu.Update(gradients, there);
        }

        gpu.Download();
        AssertClose(expected.Parameters.ToArray(), source.Parameters.ToArray(), 1e-9);
    }

    [Fact]
    public void Optimizer_of_another_network_is_refused_and_nothing_changes()
    {
        var (other, source) = (new SmallNet(1), new SmallNet(1));
        using var gpu = source.ToGpu(device.Accelerator);
        var (inputs, labels) = Samples();
        var adam = new Adam();
        other.Step(inputs, labels, adam);
        var before = source.Parameters.ToArray();

        Assert.Throws<InvalidOperationException>(() => gpu.Step(inputs, labels, adam));

        gpu.Download();
        Assert.Equal(before, source.Parameters.ToArray());
    }

    [Fact]
    public void Disposed_network_says_so()
    {
        var gpu = new SmallNet(1).ToGpu(device.Accelerator);
        gpu.Dispose();

        Assert.Throws<ObjectDisposedException>(() => gpu.Predict(new float[7]));
    }

    private static (float[] Inputs, int[] Labels) Samples()
    {
        var random = new Random(2);
        return ([.. Enumerable.Range(0, 70 * 7).Select(_ => (random.NextSingle() * 2) - 1)], [.. Enumerable.Range(0, 70).Select(_ => random.Next(3))]);
    }

    private static double[] Widen(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static void AssertSame(Optimizer expected, Optimizer actual, double tolerance)
    {
        Assert.Equal(expected.Steps, actual.Steps);
        Assert.Equal(expected.AccumulatedSteps, actual.AccumulatedSteps);
        Assert.Equal(expected.GradientNorm is null, actual.GradientNorm is null);
        Assert.Equal(expected.GradientNorm ?? 0, actual.GradientNorm ?? 0, tolerance);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        var largest = expected.Max(Math.Abs);
        var error = expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() / largest;
        Assert.True(error <= tolerance, $"{error:G3} of the largest value");
    }
}
