namespace NetGen.Fitting.Tests.Explaining;

/// <summary>Saliency, integrated gradients and SmoothGrad.</summary>
public sealed class GradientExplanationTests
{
    private static readonly float[] Input = Values.Of(6, 11, 2);

    [Fact]
    public void Saliency_of_a_linear_network_is_its_weights()
    {
        var net = new LinearNet(1);

        var signed = Explain.Saliency(net, Input, 2, new SaliencyOptions { Signed = true });
        var plain = Explain.Saliency(net, Input, 2);

        Assert.Equal(Weights(net, 2), signed.Values);
        Assert.Equal(Weights(net, 2).Select(MathF.Abs), plain.Values);
        Assert.Equal(net.Predict(Input)[2], plain.Value);
        Assert.Null(plain.BaselineValue);
        Assert.Null(plain.Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Integrated_gradients_of_a_linear_network_are_exact(int steps)
    {
        var net = new LinearNet(1);
        var baseline = Values.Of(6, 12);

        var parts = Explain.IntegratedGradients(net, Input, 1, new IntegratedGradientsOptions { Steps = steps, Baseline = baseline });

        Assert.True(Values.Error(parts.Values, Weights(net, 1).Select((weight, i) => weight * (Input[i] - baseline[i]))) < 1e-6);
        Assert.Equal(net.Predict(baseline)[1], parts.BaselineValue);
    }

    [Fact]
    public void Integrated_gradients_add_up_to_the_difference_of_the_outputs()
    {
        var net = new SmoothNet(2);

        var parts = Explain.IntegratedGradients(net, Input, 0, new IntegratedGradientsOptions { Steps = 300 });

        Assert.Equal(net.Predict(Input)[0] - net.Predict(new float[6])[0], parts.Sum, 1e-4);
        Assert.InRange(Math.Abs(parts.Error!.Value), 0, 1e-4);
    }

    [Fact]
    public void Error_of_integrated_gradients_falls_with_the_square_of_the_steps()
    {
        var net = new SmoothNet(2);

        double[] errors = [.. new[] { 6, 12, 24 }.Select(steps => Math.Abs(Explain.IntegratedGradients(net, Input, 1, new IntegratedGradientsOptions { Steps = steps }).Error!.Value))];

        Assert.True(errors[1] < errors[0] / 2.5 && errors[2] < errors[1] / 2.5, string.Join(", ", errors));
    }

    [Theory]
    [InlineData(Explained.Output)]
    [InlineData(Explained.Logarithm)]
    [InlineData(Explained.LogOdds)]
    public void Integrated_gradients_explain_functions_of_a_probability(Explained of)
    {
        var (sure, odds) = (new SureNet(3), new OddsNet(4));
        var options = new IntegratedGradientsOptions { Of = of, Steps = 500 };

        foreach (var parts in new[] { Explain.IntegratedGradients(sure, Input, 3, options), Explain.IntegratedGradients(odds, Input, 1, options) })
        {
            Assert.InRange(Math.Abs(parts.Error!.Value), 0, 2e-3 * Math.Abs(parts.Value - parts.BaselineValue!.Value));
        }

        Assert.Equal(Function(of, sure.Predict(Input)[3]), Explain.Saliency(sure, Input, 3, new SaliencyOptions { Of = of }).Value, 1e-5);
    }

    [Fact]
    public void Log_odds_of_a_sigmoid_are_the_number_before_it()
    {
        var net = new OddsNet(4);
        var numbers = new SmoothNet(0);
        foreach (var parameter in numbers.Parameters)
        {
            parameter.CopyFrom(((Parameter<float>)net.Parameters[parameter.Name]).ToArray());
        }

        var odds = Explain.Saliency(net, Input, 1, new SaliencyOptions { Of = Explained.LogOdds });
        var before = Explain.Saliency(numbers, Input, 1);

        Assert.True(Values.Error(odds.Values, before.Values) < 1e-5);
        Assert.Equal(before.Value, odds.Value, 1e-5);
    }

    [Fact]
    public void Log_odds_of_a_softmax_do_not_fade_where_the_network_is_sure()
    {
        var net = new SureNet(5);
        var last = net.Parameters["dense2.weight"];
        last.CopyFrom([.. last.ToArray().Select(value => 40 * value)]);
        var sure = Enumerable.Range(0, 200).Select(seed => Values.Of(6, seed, 2)).MaxBy(input => net.Predict(input).Max())!;
        var output = Array.IndexOf(net.Predict(sure), net.Predict(sure).Max());
        Assert.True(1 - net.Predict(sure)[output] < 1e-7);

        var faded = Explain.Saliency(net, sure, output);
        var odds = Explain.Saliency(net, sure, output, new SaliencyOptions { Of = Explained.LogOdds });

        Assert.True(faded.Sum < 1e-3, $"{faded.Sum}");
        Assert.True(odds.Sum > 1, $"{odds.Sum}");
        Assert.True(odds.Value > 16, $"{odds.Value}");
    }

    [Fact]
    public void SmoothGrad_without_noise_is_the_gradient()
    {
        var net = new SmoothNet(2);

        var smooth = Explain.SmoothGrad(net, Input, 1, new SmoothGradOptions { Noise = 0, Samples = 3 });

        Assert.True(Values.Error(smooth.Values, net.InputGradient(Input, 1)) < 1e-6);
    }

    [Fact]
    public void SmoothGrad_depends_on_the_seed_and_not_on_the_batches()
    {
        var net = new SmoothNet(2);
        float[] Smooth(ulong seed, int batch) => [.. Explain.SmoothGrad(net, Input, 1, new SmoothGradOptions { Seed = seed, BatchSize = batch, Samples = 30 }).Values];

        Assert.True(Values.Error(Smooth(1, 4), Smooth(1, 128)) < 1e-5);
        Assert.True(Values.Error(Smooth(2, 128), Smooth(1, 128)) > 1e-3);
    }

    [Fact]
    public void SmoothGrad_is_the_mean_gradient_of_the_neighbourhood()
    {
        // The mean over N(0, σ²) of the derivative of a convolved function: many independent samples agree.
        var net = new SmoothNet(2);
        float[] Smooth(ulong seed) => [.. Explain.SmoothGrad(net, Input, 1, new SmoothGradOptions { Seed = seed, Samples = 20_000, Noise = 0.3 }).Values];

        Assert.True(Values.Error(Smooth(1), Smooth(2)) < 0.03);
    }

    [Fact]
    public void Largest_of_the_channels_makes_a_map()
    {
        var net = new ImageNet(1);
        var weights = net.Parameters["dense1.weight"].ToArray()[40..80];

        var map = Explain.Saliency(net, Values.Of(40, 1), 1).LargestOfChannels();

        Assert.Equal(Enumerable.Range(0, 20).Select(pixel => Math.Max(MathF.Abs(weights[pixel]), MathF.Abs(weights[20 + pixel]))), map);
    }

    [Fact]
    public void Progress_ends_at_one_and_cancellation_ends_between_batches()
    {
        var net = new SmoothNet(2);
        var reports = new Reports();
        using var cancellation = new CancellationTokenSource();
        var options = new IntegratedGradientsOptions { Steps = 100, BatchSize = 10, Progress = reports, CancellationToken = cancellation.Token };

        Explain.IntegratedGradients(net, Input, 0, options);
        Assert.Equal(10, reports.Parts.Count);
        Assert.Equal(1, reports.Parts[^1]);

        reports.OnReport = () => cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => Explain.IntegratedGradients(net, Input, 0, options));
        Assert.Equal(11, reports.Parts.Count);
    }

    [Fact]
    public void What_cannot_be_explained_is_refused()
    {
        var net = new LinearNet(1);
        var negative = Enumerable.Range(0, 3).First(output => net.Predict(Input)[output] < 0);

        Assert.Contains("6 values", Assert.Throws<ArgumentException>(() => Explain.Saliency(net, new float[12], 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Explain.Saliency(net, Input, 3));
        Assert.Throws<ArgumentException>(() => Explain.Saliency(net, [0, 0, float.NaN, 0, 0, 0], 0));
        Assert.Contains(
            "no probability", Assert.Throws<InvalidOperationException>(() => Explain.Saliency(net, Input, negative, new SaliencyOptions { Of = Explained.LogOdds })).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Explain.Saliency(net, Input, negative, new SaliencyOptions { Of = Explained.Logarithm }));
        Assert.Throws<ArgumentException>(() => Explain.IntegratedGradients(net, Input, 0, new IntegratedGradientsOptions { Baseline = [1, 2] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntegratedGradientsOptions { Steps = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmoothGradOptions { Noise = -1 });
        Assert.Throws<ArgumentNullException>(() => Explain.Saliency(null!, Input, 0));
    }

    private static float[] Weights(LinearNet net, int output) => net.Parameters["dense1.weight"].ToArray()[(output * 6)..((output * 6) + 6)];

    private static double Function(Explained of, double p) => of switch
    {
        Explained.Output => p,
        Explained.Logarithm => Math.Log(p),
        _ => Math.Log(p / (1 - p)),
    };

    private sealed class Reports : IProgress<double>
    {
        public List<double> Parts { get; } = [];

        public Action? OnReport { get; set; }

        public void Report(double value)
        {
            Parts.Add(value);
            OnReport?.Invoke();
        }
    }
}
