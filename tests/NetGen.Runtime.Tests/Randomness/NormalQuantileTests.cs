using NetGen.Runtime;

namespace NetGen.Tests.Randomness;

public sealed class NormalQuantileTests
{
    /// <summary>One value or more per branch of the algorithm; they are the zeros of erfc(-x / √2) / 2 - p.</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.25, -0.67448975019608171)]
    [InlineData(0.75, 0.67448975019608171)]
    [InlineData(0.001, -3.0902323061678132)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(1e-8, -5.6120012441747891)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Quantiles_are_those_of_the_tables(double probability, double expected) =>
        Assert.Equal(expected, NormalQuantile.Of(probability), 1e-14 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void The_logarithm_is_right_to_the_last_bits()
    {
        Random random = new(3);
        for (int trial = 0; trial < 10_000; trial++)
        {
            double x = Math.Exp((random.NextDouble() - 0.5) * 100);
            double expected = Math.Log(x);
            Assert.True(Math.Abs(NormalQuantile.Log(x) - expected) <= 4e-16 * Math.Max(1, Math.Abs(expected)), $"log {x}");
        }

        Assert.Equal(0, NormalQuantile.Log(1));
    }
}
