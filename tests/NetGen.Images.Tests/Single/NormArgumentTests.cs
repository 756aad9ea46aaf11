using NetGen.Images.Tests.Networks;

namespace NetGen.Images.Tests.Single;

/// <summary>What normalisations are told: how their factors start, and that they are not learned.</summary>
public sealed class NormArgumentTests
{
    private readonly NormArgumentsNet _net = new(1);

    [Fact]
    public void Factors_start_at_one_unless_told_otherwise()
    {
        var usual = new GroupNormNet(1);

        Assert.All(usual.Parameters["groupnorm1.weight"].ToArray(), value => Assert.Equal(1, value));
        Assert.All(_net.Parameters["frozen.weight"].ToArray(), value => Assert.Equal(1, value));
        Assert.All(_net.Parameters["zeros.weight"].ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Factors_are_drawn_as_they_are_told()
    {
        Assert.All(_net.Parameters["drawn.weight"].ToArray(), value => Assert.InRange(Math.Abs(value), 1e-6f, 0.1f));
        Assert.All(_net.Parameters["uniform.weight"].ToArray(), value => Assert.InRange(Math.Abs(value), 1e-6f, 0.05f));
    }

    [Theory]
    [InlineData("drawn")]
    [InlineData("zeros")]
    [InlineData("frozen")]
    public void Addends_start_at_zero_whatever_the_factors_do(string layer) =>
        Assert.All(_net.Parameters[layer + ".bias"].ToArray(), value => Assert.Equal(0, value));

    [Fact]
    public void Frozen_norm_keeps_factors_and_addends()
    {
        var random = new Random(4);
        float[] inputs = [.. Enumerable.Range(0, 4 * 36).Select(_ => random.NextSingle())];
        float[] targets = [.. Enumerable.Range(0, 4 * 3).Select(_ => random.NextSingle())];
        _net.Parameters["zeros.weight"].CopyFrom([1, 1, 1, 1, 1, 1]);
        var before = Values("drawn");

        _ = _net.Step(inputs, targets, new Sgd(0.5));

        Assert.All(_net.Parameters["frozen.weight"].ToArray(), value => Assert.Equal(1, value));
        Assert.All(_net.Parameters["frozen.bias"].ToArray(), value => Assert.Equal(0, value));
        Assert.NotEqual(before, Values("drawn"));
    }

    [Fact]
    public void Norm_of_factors_zero_gives_its_addends()
    {
        _net.Parameters["zeros.bias"].CopyFrom([1, 2, 3, 4, 5, 6]);
        var trace = _net.Trace(new float[36]);

        Assert.Equal([.. Enumerable.Range(0, 36).Select(index => 1f + (index / 6))], trace["zeros"].ToArray());
    }

    private float[] Values(string layer) => [.. _net.Parameters[layer + ".weight"].ToArray(), .. _net.Parameters[layer + ".bias"].ToArray()];
}

// Every argument of the normalisations, away from its default.
[Network, Input(6, 3, 2)]
[GroupNorm(3, Init = Initializer.Normal, Name = "drawn"), GroupNorm(2, Init = Initializer.Zeros, Name = "zeros")]
[GroupNorm(6, Frozen = true, Name = "frozen"), RMSNorm(Init = Initializer.Uniform, Name = "uniform")]
[Flatten, Dense(3), MeanSquaredError]
public partial class NormArgumentsNet;
