using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.Streaming;

/// <summary>Text that language models write.</summary>
public sealed class GenerationTests
{
    private readonly WriterNet _writer = new(9);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(0.7, 5, 1)]
    [InlineData(1.5, 0, 0.9)]
    public void Tokens_are_those_of_recomputing_the_whole_text(double temperature, int topK, double topP)
    {
        var options = new GenerationOptions { Temperature = temperature, TopK = topK, TopP = topP, Seed = 11 };
        List<int> text = [4, 8, 15];
        var sampler = new TokenSampler(options, 23);
        while (text.Count < 40)
        {
            var all = _writer.Predict([.. text, .. new int[40 - text.Count]]);
            text.Add(sampler.Draw(all.AsSpan((text.Count - 1) * 23, 23)));
        }

        Assert.Equal(text[3..], _writer.Generate([4, 8, 15], 37, options));
    }

    [Fact]
    public void Text_longer_than_the_context_goes_on_with_its_last_half()
    {
        var options = new GenerationOptions { Temperature = 0 };
        var text = _writer.Generate([4, 8, 15], 90, options);
        int[] whole = [4, 8, 15, .. text];

        // The context holds 40: behind them the last 20 are read again, and so on behind 20 more.
        Assert.Equal(_writer.Generate(whole.AsSpan(20, 21), 19, options), whole[41..60]);
        Assert.Equal(_writer.Generate(whole.AsSpan(40, 21), 19, options), whole[61..80]);
    }

    [Fact]
    public void Prompt_longer_than_the_context_counts_with_its_end()
    {
        int[] prompt = [.. Enumerable.Range(0, 100).Select(i => i * 7 % 23)];
        var options = new GenerationOptions { Temperature = 0 };

        Assert.Equal(_writer.Generate(prompt[60..], 1, options), _writer.Generate(prompt, 1, options));
    }

    [Fact]
    public void Recurrent_network_writes_without_end()
    {
        ILanguageModel endless = new EndlessNet(3);

        var text = endless.Generate([1], 500, new GenerationOptions { Seed = 2 });

        Assert.Equal(500, text.Length);
        Assert.Equal(11, text.Distinct().Count());
        Assert.Equal(int.MaxValue, endless.OpenStream().Capacity);
    }

    [Fact]
    public void Generator_allocates_nothing_per_token()
    {
        var generator = new TokenGenerator(_writer, [1, 2, 3], new GenerationOptions { TopK = 5, TopP = 0.9 });
        generator.Next();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            generator.Next();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Empty_prompt_is_refused() => Assert.Throws<ArgumentException>(() => _writer.Generate([], 3));

    [Fact]
    public void Cancelled_writing_keeps_what_was_written()
    {
        using var source = new CancellationTokenSource();
        var tokens = Enumerable.Repeat(-1, 5_000_000).ToArray();
        source.CancelAfter(100);

        Assert.Throws<OperationCanceledException>(() => _writer.Generate([1], tokens, cancellation: source.Token));

        var written = Array.IndexOf(tokens, -1);
        Assert.InRange(written, 1, tokens.Length - 1);
        Assert.Equal(_writer.Generate([1], written), tokens[..written]);
    }

    [Fact]
    public void Network_that_answers_with_other_things_than_tokens_is_no_language_model()
    {
        Assert.IsNotAssignableFrom<ILanguageModel>(new TaggerNet(1));
        Assert.IsAssignableFrom<IStreaming<int, float>>(new TaggerNet(1));
        Assert.IsAssignableFrom<ILanguageModel>(_writer);
    }
}
