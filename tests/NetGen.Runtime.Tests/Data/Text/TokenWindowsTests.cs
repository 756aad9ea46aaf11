namespace NetGen.Runtime.Tests.Data.Text;

public sealed class TokenWindowsTests
{
    private static readonly int[] Corpus = [.. Enumerable.Range(0, 1000)];

    [Fact]
    public void Targets_are_the_inputs_one_further()
    {
        var windows = new TokenWindows(Corpus, 7);

        foreach (var batch in windows.Batches(10, shuffleSeed: 1))
        {
            Assert.Equal(batch.Inputs.ToArray().Select(token => token + 1), batch.Targets.ToArray());
        }
    }

    [Fact]
    public void Windows_lie_side_by_side_from_the_start()
    {
        var windows = new TokenWindows(Corpus, 7);

        int[] tokens = [.. windows.Batches(10).SelectMany(batch => batch.Inputs.ToArray())];

        Assert.Equal((142, 7, 7, 1000), (windows.Count, windows.InputSize, windows.TargetSize, windows.ClassCount));
        Assert.Equal(Enumerable.Range(0, 994), tokens);
    }

    [Fact]
    public void Epoch_of_a_training_goes_once_over_the_corpus()
    {
        var windows = new TokenWindows(Corpus, 7);

        int[][] passes = [Pass(windows, 1), Pass(windows, 2)];

        Assert.NotEqual(passes[0], passes[1]);
        Assert.All(passes, pass =>
        {
            // Together with the few tokens before the first window and behind the last one.
            Assert.InRange(pass.Distinct().Count(), 1000 - 14, 1000);
            Assert.InRange(pass.GroupBy(token => token).Count(group => group.Count() > 1), 0, 7);
        });
    }

    [Fact]
    public void Windows_at_random_places_are_as_many_as_asked_for_and_reach_both_ends()
    {
        var windows = new TokenWindows(Corpus, 7, windowsPerEpoch: 20_000);

        int[] tokens = Pass(windows, 3);

        Assert.Equal(140_000, tokens.Length);
        Assert.Equal((0, 998), (tokens.Min(), tokens.Max()));
        Assert.Equal(993, tokens.Chunk(7).Select(window => window[0]).Distinct().Count());
    }

    [Fact]
    public void Windows_at_random_places_are_spread_evenly_without_a_seed()
    {
        var windows = new TokenWindows(Corpus, 9, windowsPerEpoch: 5);

        Assert.Equal([0, 247, 495, 742, 990], windows.Batches(5).First().Inputs.ToArray().Chunk(9).Select(window => window[0]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(50)]
    public void Pass_depends_on_seed_and_epoch_alone_and_can_begin_anywhere(int? perEpoch)
    {
        var windows = new TokenWindows(Corpus, 7, perEpoch);
        int[] whole = Read(windows.OpenInRandomOrder(4, 2, 0)), rest = Read(windows.OpenInRandomOrder(4, 2, 17));

        Assert.Equal(whole[(17 * 7)..], rest);
        Assert.NotEqual(whole, Read(windows.OpenInRandomOrder(4, 3, 0)));
        Assert.NotEqual(whole, Read(windows.OpenInRandomOrder(5, 2, 0)));
    }

    [Fact]
    public void Parts_are_divided_by_position()
    {
        var (train, validation) = TokenWindows.Split(Corpus, 7, 0.8);

        Assert.Equal(799, train.Batches(1000).Max(batch => batch.Targets.ToArray().Max()) + 1);
        Assert.Equal(800, validation.Batches(1000).First().Inputs[0]);
    }

    [Fact]
    public void Other_corpora_are_other_sources()
    {
        Assert.Equal(new TokenWindows(Corpus, 7).Identity, new TokenWindows(Corpus.ToArray(), 7).Identity);
        Assert.NotEqual(new TokenWindows(Corpus, 7).Identity, new TokenWindows(Corpus.AsMemory(1), 7).Identity);
        Assert.NotEqual(new TokenWindows(Corpus, 7).Identity, new TokenWindows(Corpus, 7, 142).Identity);
    }

    [Fact]
    public void Shortest_corpus_has_one_window()
    {
        var windows = new TokenWindows(Corpus.AsMemory(0, 8), 7);

        Assert.Equal(1, windows.Count);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Pass(windows, 1));
    }

    [Fact]
    public void Corpus_shorter_than_a_window_is_refused() => Assert.Contains(
        "A corpus of 7 tokens has no window of 7 and the token after it: at least 8 tokens are needed.",
        Assert.Throws<ArgumentException>(() => new TokenWindows(Corpus.AsMemory(0, 7), 7)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Unusable_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenWindows(Corpus, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenWindows(Corpus, 7, 0));
        Assert.Throws<ArgumentException>(() => new TokenWindows(new[] { 1, -1, 2 }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenWindows.Split(Corpus, 7, 1));
        Assert.Throws<ArgumentException>(() => TokenWindows.Split(Corpus, 700, 0.9));
    }

    private static int[] Pass(TokenWindows windows, ulong seed) => [.. windows.Batches(16, shuffleSeed: seed).SelectMany(batch => batch.Inputs.ToArray())];

    private static int[] Read(SampleReader<int, int> reader)
    {
        using (reader)
        {
            var (read, inputs, targets) = (new List<int>(), new int[35], new int[35]);
            for (int count; (count = reader.Read(inputs, targets)) > 0;)
            {
                read.AddRange(inputs.AsSpan(0, 7 * count));
            }

            return [.. read];
        }
    }
}
