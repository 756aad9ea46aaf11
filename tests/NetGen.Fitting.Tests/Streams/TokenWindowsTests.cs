namespace NetGen.Fitting.Tests.Streams;

/// <summary>Training a network that says which token comes next, on windows over a corpus.</summary>
public sealed class TokenWindowsTests
{
    // Each token has one that follows it.
    private static readonly int[] Corpus = [.. Enumerable.Range(0, 600).Select(index => index * 7 % 11)];

    [Theory]
    [InlineData(null)]
    [InlineData(100)]
    public void Network_learns_which_token_follows(int? perEpoch)
    {
        var (train, validation) = TokenWindows.Split(Corpus, 6, 0.8, perEpoch);
        var net = new NextTokenNet(1);

        var result = net.Fit(train, new FitOptions { Epochs = 30, BatchSize = 8, Optimizer = new Adam(1e-2), Validation = validation, Seed = 1 });

        Assert.True(result.Last!.ValidationLoss < 0.1, $"{result.Last.ValidationLoss}");
        Assert.Equal(1, net.Evaluate(validation).Accuracy);
    }

    [Theory]
    [InlineData(null, 13)]
    [InlineData(70, 13)]
    [InlineData(70, 9)]
    public void Training_is_resumed_to_the_same_bits(int? perEpoch, long stop)
    {
        using var folder = new TemporaryFolder();
        FitOptions Options() => new() { Epochs = 3, BatchSize = 8, Optimizer = new Adam(1e-2), Seed = 3 };
        TokenWindows Windows() => new(Corpus, 6, perEpoch);
        var expected = new NextTokenNet(1);
        expected.Fit(Windows(), Options());
        new NextTokenNet(1).Fit(Windows(), Options() with { Checkpoint = folder.Path, Callbacks = [new StopAt(stop, out var token)], CancellationToken = token });

        var net = new NextTokenNet(1);
        net.Fit(Windows(), Options() with { Checkpoint = folder.Path });

        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Training_is_not_resumed_on_another_corpus()
    {
        using var folder = new TemporaryFolder();
        var options = new FitOptions { Epochs = 1, BatchSize = 8, Seed = 3, Checkpoint = folder.Path };
        new NextTokenNet(1).Fit(new TokenWindows(Corpus, 6), options);

        Assert.Throws<CheckpointMismatchException>(() => new NextTokenNet(1).Fit(new TokenWindows(Corpus.Reverse().ToArray(), 6), options with { Epochs = 2 }));
    }

    [Fact]
    public void Token_outside_of_the_vocabulary_ends_the_training_with_its_place()
    {
        int[] corpus = [.. Corpus];
        corpus[100] = 11;

        string message = Assert.ThrowsAny<ArgumentException>(() => new NextTokenNet(1).Fit(new TokenWindows(corpus, 6), new FitOptions { Epochs = 1, Shuffle = false })).Message;

        Assert.Contains("11", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Preprocessing_travels_into_the_network()
    {
        var tokenizer = CharacterTokenizer.From("abcdefghijk");
        var net = new NextTokenNet(1);

        net.Fit(new TokenWindows(tokenizer.Encode("abcdefghijkabcdef"), 6, preprocessing: tokenizer.ToJson()), new FitOptions { Epochs = 1 });

        Assert.Equal("cab", CharacterTokenizer.FromJson(net.Metadata.Preprocessing!).Decode([2, 0, 1]));
    }

    [Fact]
    public void Padded_names_are_learned_with_their_padding_ignored()
    {
        var sequences = TokenSequences.Pad([[1, 2, 3, 2], [1, 3, 2], [1, 2, 2, 2, 2, 2, 2]], 7);
        var net = new PaddedTokenNet(1);

        var result = net.Fit(sequences.NextTokens(), new FitOptions { Epochs = 2, BatchSize = 3 });

        Assert.True(float.IsFinite((float)result.Last!.Loss));
    }
}
