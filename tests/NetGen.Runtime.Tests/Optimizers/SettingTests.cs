namespace NetGen.Tests.Optimizers;

public sealed class SettingTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_out_of_range_is_refused(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam().LearningRate = rate);
    }

    [Fact]
    public void A_refusal_names_the_setting_its_range_and_its_value()
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta1: 1.5));

        Assert.StartsWith("Beta1 must be in [0, 1), but is 1.5.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_out_of_range_is_refused()
    {
        Func<Optimizer>[] wrong =
        [
            () => new Sgd(momentum: -1), () => new Sgd(weightDecay: -1), () => new Sgd { Dampening = -1 },
            () => new Adam(beta2: 1), () => new Adam(epsilon: 0), () => new Adam(weightDecay: -1), () => new Adam(beta1: double.NaN),
            () => new AdamW(beta1: -0.1), () => new AdamW(beta2: 1), () => new AdamW(epsilon: -1), () => new AdamW(weightDecay: -1),
            () => new RmsProp(alpha: 1), () => new RmsProp(epsilon: 0), () => new RmsProp(momentum: -1), () => new RmsProp(weightDecay: -1),
            () => new Adagrad(learningRateDecay: -1), () => new Adagrad(weightDecay: -1), () => new Adagrad(initialAccumulator: -1),
            () => new Adagrad(epsilon: 0), () => new Lion(beta1: 1), () => new Lion(beta2: 1), () => new Lion(weightDecay: -1),
        ];

        Assert.All(wrong, make => Assert.Throws<ArgumentOutOfRangeException>(make));
    }

    [Fact]
    public void Defaults_are_PyTorchs()
    {
        Assert.Equal((0.001, 0.9, 0.999, 1e-8, 0.0), Read(new Adam()));
        AdamW adamW = new();
        Assert.Equal((0.001, 0.9, 0.999, 1e-8, 0.01), (adamW.LearningRate, adamW.Beta1, adamW.Beta2, adamW.Epsilon, adamW.WeightDecay));
        RmsProp rmsProp = new();
        Assert.Equal((0.01, 0.99, 1e-8, 0.0, false), (rmsProp.LearningRate, rmsProp.Alpha, rmsProp.Epsilon, rmsProp.Momentum, rmsProp.Centered));
        Adagrad adagrad = new();
        Assert.Equal((0.01, 0.0, 1e-10), (adagrad.LearningRate, adagrad.LearningRateDecay, adagrad.Epsilon));

        static (double, double, double, double, double) Read(Adam adam) =>
            (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, adam.WeightDecay);
    }
}
