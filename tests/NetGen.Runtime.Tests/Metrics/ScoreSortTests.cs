namespace NetGen.Runtime.Tests.Metrics;

public sealed class ScoreSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(10_000)]
    public void Scores_of_any_sign_and_size_are_in_order(int length)
    {
        var random = new Random(5);
        var scores = new float[length];
        for (int i = 0; i < length; i++)
        {
            scores[i] = (random.NextSingle() - 0.5f) * MathF.Pow(10, random.Next(-30, 30));
        }

        if (length > 2)
        {
            (scores[0], scores[length / 2], scores[^1]) = (float.PositiveInfinity, float.NegativeInfinity, 0);
        }

        float[] expected = [.. scores.Order()];
        ScoreSort.Ascending(scores);
        Assert.Equal(expected, scores);
    }

    [Fact]
    public void Zeros_of_either_sign_are_the_same_score()
    {
        float[] predictions = [.. Enumerable.Range(0, 2000).Select(i => i % 4 < 2 ? -0f : 0f)];
        Assert.Equal(0.5, Measured.Binary(predictions, [.. Enumerable.Range(0, 2000).Select(i => i % 2 == 0 ? 1f : 0)]).RocAuc);
    }
}
