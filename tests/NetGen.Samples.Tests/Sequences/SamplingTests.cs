using TinyGpt;

namespace NetGen.Samples.Tests;

/// <summary>How TinyGpt draws the next token.</summary>
public sealed class SamplingTests
{
    private static readonly float[] Probabilities = [0.1f, 0.4f, 0.05f, 0.3f, 0.15f];

    [Fact]
    public void Temperature_zero_takes_the_likeliest() => Assert.Equal([1], Drawn(new(0, 0, 1)).Keys);

    [Fact]
    public void Temperature_one_draws_by_the_probabilities()
    {
        var drawn = Drawn(new(1, 0, 1));

        Assert.All(Enumerable.Range(0, 5), token => Assert.Equal(Probabilities[token], drawn[token], 0.02));
    }

    [Fact]
    public void Low_temperature_makes_likely_ones_likelier()
    {
        // 0.4², 0.3², 0.15², 0.1², 0.05² of their sum.
        Assert.Equal(0.16 / 0.285, Drawn(new(0.5, 0, 1))[1], 0.02);
    }

    [Fact]
    public void Top_k_draws_from_the_likeliest_alone()
    {
        var drawn = Drawn(new(1, 2, 1));

        Assert.Equal([1, 3], drawn.Keys.Order());
        Assert.Equal(4.0 / 7, drawn[1], 0.02);
    }

    [Fact]
    public void Top_p_draws_from_the_fewest_that_reach_it() => Assert.Equal([1, 3, 4], Drawn(new(1, 0, 0.8)).Keys.Order());

    [Fact]
    public void Top_p_of_zero_takes_the_likeliest() => Assert.Equal([1], Drawn(new(1, 0, 0)).Keys);

    private static Dictionary<int, double> Drawn(Sampling sampling)
    {
        var random = new Random(1);
        const int Draws = 20_000;
        return Enumerable.Range(0, Draws).CountBy(_ => sampling.Draw(Probabilities, random)).ToDictionary(entry => entry.Key, entry => (double)entry.Value / Draws);
    }
}
