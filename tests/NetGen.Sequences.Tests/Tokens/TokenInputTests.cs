using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.Tokens;

public sealed class TokenInputTests
{
    private static readonly int[] s_tokens = [.. Enumerable.Range(0, 21).Select(index => index * 7 % 11)];

    private static readonly int[] s_labels = [0, 2, 1];

    [Theory]
    [InlineData(0, -1, 0, 0)]
    [InlineData(9, 11, 2, 1)]
    [InlineData(20, int.MaxValue, 6, 2)]
    [InlineData(16, int.MinValue, 2, 2)]
    public void A_token_outside_of_the_vocabulary_is_named_with_its_place_and_the_range(int index, int token, int position, int sample)
    {
        var net = new EmbeddingNet(1);
        int[] tokens = [.. s_tokens];
        tokens[index] = token;

        var error = Assert.Throws<ArgumentException>(() => net.Predict(tokens));

        Assert.Contains($"whole numbers from 0 to 10, but position {position} of sample {sample} of 'inputs' is {token}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_step_changes_nothing()
    {
        var (net, optimizer) = (new EmbeddingNet(1), new Adam(0.1));
        int[] wrong = [.. s_tokens];
        wrong[5] = 11;
        net.Step(s_tokens, s_labels, optimizer);
        var before = net.Parameters.ToArray();

        Assert.Throws<ArgumentException>(() => net.Step(wrong, s_labels, optimizer));

        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void A_part_of_a_sample_is_refused() =>
        Assert.Contains("7 values per sample", Assert.Throws<ArgumentException>(() => new EmbeddingNet(1).Predict([1, 2, 3])).Message, StringComparison.Ordinal);

    [Fact]
    public void Info_tells_the_vocabulary()
    {
        Assert.Equal(11, Assert.Single(EmbeddingNet.Info.Inputs).Vocabulary);
        Assert.Equal([7], EmbeddingNet.Info.InputShape);
        Assert.Contains("input (11 tokens)", EmbeddingNet.Info.Summary(), StringComparison.Ordinal);
        Assert.Contains("tokens 7 below 11", EmbeddingNet.Info.Architecture);
        Assert.Contains(EmbeddingNet.Info.Architecture, line => line.StartsWith("Embedding(11, 5) 7 -> 7×5 (embedding1.weight)", StringComparison.Ordinal));
    }

    [Fact]
    public void Vectors_start_as_standard_normal_numbers_and_that_of_the_padding_at_zero()
    {
        var weights = new Embedding33Net(3).Parameters["embedding1.weight"].ToArray();
        var mean = weights.Average();
        var padded = new EmbeddingPaddingNet(3).Parameters["embedding1.weight"].ToArray();

        Assert.Equal(0, mean, 0.1);
        Assert.Equal(1, Math.Sqrt(weights.Average(value => (value - mean) * (value - mean))), 0.1);
        Assert.All(padded[8..12], value => Assert.Equal(0, value));
        Assert.All(padded[12..], value => Assert.NotEqual(0, value));
    }

    [Fact]
    public void Networks_of_tokens_are_not_explained_by_gradients_of_their_inputs() => Assert.IsNotAssignableFrom<IExplainable>(new EmbeddingNet(1));

    [Fact]
    public void Fit_trains_on_a_data_set_of_tokens()
    {
        // The class is the first token.
        int[] tokens = [.. Enumerable.Range(0, 300 * 7).Select(index => (index * 31 + (index / 7)) % 11)];
        int[] labels = [.. Enumerable.Range(0, 300).Select(sample => tokens[sample * 7] % 3)];
        var data = Dataset.From(tokens, labels, 7);
        var net = new EmbeddingNet(1);

        net.Fit(data, new FitOptions { Epochs = 30, BatchSize = 20, Optimizer = new Adam(0.01), Seed = 1 });

        Assert.True(net.Evaluate(data).Accuracy > 0.95);
    }
}
