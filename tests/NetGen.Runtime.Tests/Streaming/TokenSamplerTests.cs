namespace NetGen.Tests.Streaming;

public sealed class TokenSamplerTests
{
    private static readonly float[] Probabilities = [0.1f, 0.4f, 0.05f, 0.3f, 0.15f];

    [Fact]
    public void Temperature_zero_draws_the_likeliest_and_of_equal_ones_the_first()
    {
        Assert.Equal(1, Drawn(new() { Temperature = 0 }, Probabilities, 1)[0]);
        Assert.Equal(2, Drawn(new() { Temperature = 0 }, [0.1f, 0.1f, 0.4f, 0.4f], 1)[0]);
    }

    [Fact]
    public void Tokens_are_drawn_as_likely_as_they_are() => AssertShares(new() { Seed = 3 }, [0.1, 0.4, 0.05, 0.3, 0.15]);

    [Fact]
    public void Low_temperature_makes_likely_tokens_likelier()
    {
        double[] squares = [0.01, 0.16, 0.0025, 0.09, 0.0225];

        AssertShares(new() { Temperature = 0.5, Seed = 3 }, [.. squares.Select(square => square / squares.Sum())]);
    }

    [Fact]
    public void Top_k_keeps_the_likeliest() => AssertShares(new() { TopK = 2, Seed = 3 }, [0, 4 / 7.0, 0, 3 / 7.0, 0]);

    [Fact]
    public void Top_p_keeps_the_fewest_that_reach_it() => AssertShares(new() { TopP = 0.75, Seed = 3 }, [0, 0.4 / 0.85, 0, 0.3 / 0.85, 0.15 / 0.85]);

    [Fact]
    public void Top_p_of_zero_keeps_the_likeliest() => AssertShares(new() { TopP = 0, Seed = 3 }, [0, 1, 0, 0, 0]);

    [Fact]
    public void Top_p_counts_among_what_top_k_has_kept() => AssertShares(new() { TopK = 3, TopP = 0.5, Seed = 3 }, [0, 4 / 7.0, 0, 3 / 7.0, 0]);

    [Fact]
    public void Vocabulary_leaves_out_what_has_no_meaning() => AssertShares(new() { Vocabulary = 2, Seed = 3 }, [0.2, 0.8, 0, 0, 0]);

    [Fact]
    public void Seed_draws_the_same_again_and_another_does_not()
    {
        Assert.Equal(Drawn(new() { Seed = 5 }, Probabilities, 50), Drawn(new() { Seed = 5 }, Probabilities, 50));
        Assert.NotEqual(Drawn(new() { Seed = 5 }, Probabilities, 50), Drawn(new() { Seed = 6 }, Probabilities, 50));
    }

    [Fact]
    public void Equally_likely_tokens_are_in_the_order_of_their_numbers()
    {
        var many = Enumerable.Range(0, 200).Select(token => token % 3 == 1 ? 2f : 1f).ToArray();

        Assert.Equal(1, Drawn(new() { TopK = 1 }, many, 1)[0]);
        Assert.Equal([1, 4, 7], Drawn(new() { TopK = 3 }, many, 100).Distinct().Order());
    }

    [Theory]
    [InlineData(float.NaN, 1)]
    [InlineData(0, 0)]
    [InlineData(-0.5f, 1)]
    [InlineData(float.PositiveInfinity, 1)]
    public void Probabilities_that_are_none_are_refused(float value, float other) =>
        Assert.Throws<ArgumentException>(() => new TokenSampler(new(), 2).Draw([other, value]));

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GenerationOptions { Temperature = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GenerationOptions { Temperature = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GenerationOptions { TopP = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GenerationOptions { TopP = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GenerationOptions { TopK = -1 });
        Assert.Throws<ArgumentException>(() => new TokenSampler(new() { Vocabulary = 6 }, 5));
        Assert.Throws<ArgumentException>(() => new TokenSampler(new(), 5).Draw([1f]));
    }

    private static int[] Drawn(GenerationOptions options, float[] probabilities, int count)
    {
        var sampler = new TokenSampler(options, probabilities.Length);
        return [.. Enumerable.Range(0, count).Select(_ => sampler.Draw(probabilities))];
    }

    private static void AssertShares(GenerationOptions options, double[] expected)
    {
        const int Draws = 20_000;
        var shares = new double[expected.Length];
        foreach (var token in Drawn(options, Probabilities, Draws))
        {
            shares[token] += 1.0 / Draws;
        }

        // Four standard deviations of the most uncertain share.
        Assert.All(expected.Zip(shares), pair => Assert.InRange(pair.Second, pair.First - 0.015, pair.First + 0.015));
        Assert.All(expected.Zip(shares).Where(pair => pair.First == 0), pair => Assert.Equal(0, pair.Second));
    }
}
