namespace NetGen.EndToEnd.Tests.Training;

/// <summary>Clipping, accumulation, groups and penalties around emitted code, against gradients that are asked for one by one.</summary>
[Collection(nameof(ThreadCounts))]
public sealed class OptimizerSettingsTests
{
    private readonly float[] _inputs = Samples.Singles(64 * 131, 1);
    private readonly int[] _labels = Samples.Labels(64, 10, 2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Steps_are_those_computed_from_explicit_gradients(int threads) => ThreadCounts.With(threads, () =>
    {
        var net = new WideNet(1);
        var (expected, names) = (net.Parameters.ToArray(), Names(net));
        var sum = new double[expected.Length];
        var gradients = new float[expected.Length];
        var sgd = Create();
        for (var step = 0; step < 6; step++)
        {
            net.Gradient(_inputs, _labels, gradients);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] = (step % 2 == 0 ? 0 : sum[i]) + (gradients[i] / 2);
            }

            net.Step(_inputs, _labels, sgd);
            if (step % 2 == 1)
            {
                Assert.Equal(Update(expected, sum, names), sgd.GradientNorm!.Value, 1e-6);
            }

            AssertClose(expected, net.Parameters.ToArray());
        }

        return true;
    });

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        float[] Run(int threads) => ThreadCounts.With(threads, () =>
        {
            var net = new WideNet(1);
            var adam = new Adam(0.01) { ClipNorm = 0.1, ClipValue = 0.05, AccumulationSteps = 2, L1 = 1e-4, DecoupledWeightDecay = 0.1, Groups = [new("*.bias") { L1 = 0 }] };
            for (var step = 0; step < 7; step++)
            {
                net.Step(_inputs, _labels, adam);
            }

            return net.Parameters.ToArray();
        });

        Assert.Equal(Run(1), Run(2));
    }

    [Fact]
    public void Settings_within_the_fused_update_are_those_of_the_whole_gradient()
    {
        // A norm that never clips takes the other way through the network.
        var (fused, whole) = (new WideNet(1), new WideNet(1));
        Optimizer Create(double? norm) => new AdamW(0.01) { ClipNorm = norm, ClipValue = 0.01, L1 = 1e-3, Groups = [new("dense2.*") { LearningRateFactor = 0.5, WeightDecay = 0 }] };
        var (first, second) = (Create(null), Create(1e9));
        for (var step = 0; step < 5; step++)
        {
            fused.Step(_inputs, _labels, first);
            whole.Step(_inputs, _labels, second);
        }

        Assert.Equal(whole.Parameters.ToArray(), fused.Parameters.ToArray());
    }

    [Fact]
    public void Small_network_with_groups_steps_as_a_large_one()
    {
        var (inputs, labels) = (Samples.Singles(9 * 7, 1), Samples.Labels(9, 3, 2));
        var (net, expected, gradients) = (new SmallNet(1), new SmallNet(1).Parameters.ToArray(), new float[new SmallNet(1).Parameters.Length]);
        net.Gradient(inputs, labels, gradients);

        net.Step(inputs, labels, new Sgd(1) { Groups = [new("dense2.*") { LearningRateFactor = 0.5 }] });

        foreach (var parameter in net.Parameters)
        {
            for (var i = parameter.Offset; i < parameter.Offset + parameter.Length; i++)
            {
                expected[i] -= gradients[i] * (parameter.Name.StartsWith("dense2", StringComparison.Ordinal) ? 0.5f : 1);
            }
        }

        Assert.Equal(expected, net.Parameters.ToArray());
    }

    [Fact]
    public void Frozen_parameters_stay_as_they_are()
    {
        var net = new WideNet(1);
        Assert.Equal(2, net.Parameters.Freeze("dense2.*"));
        var before = net.Parameters["dense2.weight"].ToArray();
        var sgd = Create();
        for (var step = 0; step < 4; step++)
        {
            net.Step(_inputs, _labels, sgd);
        }

        Assert.Equal(2, sgd.Steps);
        Assert.Equal(before, net.Parameters["dense2.weight"].ToArray());
        Assert.NotEqual(new WideNet(1).Parameters["dense1.weight"].ToArray(), net.Parameters["dense1.weight"].ToArray());
    }

    [Fact]
    public void Refused_batch_leaves_what_is_accumulated()
    {
        var (net, expected) = (new WideNet(1), new WideNet(1));
        var (first, second) = (Create(), Create());
        net.Step(_inputs, _labels, first);
        Assert.Throws<ArgumentException>(() => net.Step(_inputs, [.. Enumerable.Repeat(99, 64)], first));
        Assert.Throws<ArgumentException>(() => net.Step([.. Enumerable.Repeat(float.NaN, _inputs.Length)], _labels, first));
        net.Step(_inputs, _labels, first);
        expected.Step(_inputs, _labels, second);
        expected.Step(_inputs, _labels, second);

        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    private static Sgd Create() => new(0.5, weightDecay: 0.01)
    {
        ClipNorm = 0.2, AccumulationSteps = 2, L1 = 1e-3, DecoupledWeightDecay = 0.02, Groups = [new("*.bias") { LearningRateFactor = 0.1, WeightDecay = 0, L1 = 0 }],
    };

    private static string[] Names(WideNet net) => [.. net.Parameters.SelectMany(parameter => Enumerable.Repeat(parameter.Name, parameter.Length))];

    /// <summary>The rule of <see cref="Create"/>, value by value; returns the norm.</summary>
    private static double Update(float[] parameters, double[] gradients, string[] names)
    {
        var norm = Math.Sqrt(gradients.Sum(gradient => gradient * gradient));
        var scale = Math.Min(1, 0.2 / (norm + 1e-6));
        for (var i = 0; i < parameters.Length; i++)
        {
            var bias = names[i].EndsWith(".bias", StringComparison.Ordinal);
            var (rate, decay, l1) = bias ? (0.05, 0, 0) : (0.5, 0.01, 1e-3);
            var gradient = (scale * gradients[i]) + (l1 * Math.Sign(parameters[i]));
            var shrunk = parameters[i] * (1 - (rate * 0.02));
            parameters[i] = (float)(shrunk - (rate * (gradient + (decay * shrunk))));
        }

        return norm;
    }

    private static void AssertClose(float[] expected, float[] found)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - found[i]) <= 2e-6, $"value {i} is {found[i]}, not {expected[i]}");
        }
    }
}
