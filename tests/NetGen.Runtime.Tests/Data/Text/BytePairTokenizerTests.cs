using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Text;

/// <summary>Against OpenAI's algorithm, written plainly in Python.</summary>
public sealed class BytePairTokenizerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BytePairTokenizer _trained = BytePairTokenizer.Train(BytePairReference.Corpus, BytePairReference.Size);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pieces_are_those_of_the_reference() => Assert.All(BytePairReference.Pieces, one =>
    {
        var pieces = new List<string>();
        foreach (var match in PreTokens.Of(one.Text))
        {
            pieces.Add(one.Text.Substring(match.Index, match.Length));
        }

        Assert.Equal(one.Pieces, pieces);
    });

    [Fact]
    public void Training_makes_the_vocabulary_and_the_merges_of_the_reference()
    {
        var (vocabulary, merges) = Saved(_trained);

        Assert.Equal(BytePairReference.Merges, File.ReadAllLines(merges)[1..]);
        Assert.Equal(BytePairReference.Vocabulary, VocabularyJson.Read(File.ReadAllBytes(vocabulary), "").Texts);
    }

    [Fact]
    public void Ids_are_those_of_the_reference() => Assert.All(BytePairReference.Cases, one => Assert.Equal(one.Ids, _trained.Encode(one.Text)));

    [Fact]
    public void Ids_are_the_same_when_words_are_known_from_before() => Assert.All([.. BytePairReference.Cases, .. BytePairReference.Cases], one => Assert.Equal(one.Ids, _trained.Encode(one.Text)));

    [Fact]
    public void Merges_in_an_order_that_no_training_gives_are_done_in_rounds()
    {
        var tokenizer = BytePairTokenizer.Load(
            _folder.File("odd.json", Encoding.UTF8.GetBytes(VocabularyJson.Write(BytePairReference.OddVocabulary))),
            _folder.File("odd.txt", Encoding.UTF8.GetBytes(string.Join('\n', BytePairReference.OddMerges))));

        Assert.All(BytePairReference.OddCases, one => Assert.Equal(one.Ids, tokenizer.Encode(one.Text)));
    }

    [Fact]
    public void Text_comes_back_unchanged() => Assert.All(BytePairReference.Cases, one => Assert.Equal(one.Text, _trained.Decode(_trained.Encode(one.Text))));

    [Fact]
    public void Random_text_comes_back_unchanged()
    {
        var random = new Random(5);
        for (int round = 0; round < 300; round++)
        {
            var text = new StringBuilder();
            for (int i = random.Next(30); i > 0; i--)
            {
                int value = random.Next(4) switch { 0 => random.Next(0x80), 1 => random.Next(0x800), 2 => random.Next(0x10000), _ => random.Next(0x10000, 0x110000) };
                text.Append(Rune.IsValid(value) ? new Rune(value).ToString() : " ");
            }

            Assert.Equal(text.ToString(), _trained.Decode(_trained.Encode(text.ToString())));
        }
    }

    [Fact]
    public void Saved_tokenizer_is_the_same()
    {
        var tokenizer = BytePairTokenizer.Train(BytePairReference.Corpus, 300, ["<|endoftext|>", "<|pad|>"]);
        var (vocabulary, merges) = Saved(tokenizer);

        var loaded = BytePairTokenizer.Load(vocabulary, merges);

        Assert.Equal(tokenizer.SpecialTokens, loaded.SpecialTokens);
        Assert.Equal(300, loaded.VocabularySize);
        Assert.Equal(tokenizer.Encode(BytePairReference.Corpus), loaded.Encode(BytePairReference.Corpus));
    }

    [Fact]
    public void Special_tokens_are_found_in_text_and_learned_by_no_merge()
    {
        var tokenizer = BytePairTokenizer.Train("one<|end|>two<|end|>one two<|end|>", 280, ["<|end|>", "<|end|>er"]);

        int[] tokens = tokenizer.Encode("one<|end|>ertwo<|end|>");

        Assert.Equal([tokenizer.SpecialToken("<|end|>er"), tokenizer.SpecialToken("<|end|>")], tokens.Where(token => token >= tokenizer.VocabularySize - 2));
        Assert.Equal("one<|end|>ertwo<|end|>", tokenizer.Decode(tokens));
        Assert.Equal("<|end|>", tokenizer.TokenText(tokenizer.SpecialToken("<|end|>")));
        Assert.DoesNotContain(Enumerable.Range(0, tokenizer.VocabularySize - 2), id => tokenizer.TokenText(id).Contains("|>", StringComparison.Ordinal));
    }

    [Fact]
    public void Ordinary_encoding_takes_special_tokens_as_text()
    {
        var tokenizer = BytePairTokenizer.Train(BytePairReference.Corpus, 300, ["<|end|>"]);

        int[] tokens = tokenizer.EncodeOrdinary("a<|end|>b");

        Assert.DoesNotContain(tokenizer.SpecialToken("<|end|>"), tokens);
        Assert.Equal("a<|end|>b", tokenizer.Decode(tokens));
    }

    [Fact]
    public void Part_of_a_character_is_shown_as_replacement()
    {
        int[] tokens = BytePairTokenizer.Train("abc", 256).Encode("é");

        Assert.Equal(2, tokens.Length);
        Assert.Equal("\uFFFD", _trained.TokenText(tokens[0]));
        Assert.Equal([0xC3], _trained.TokenBytes(tokens[0]).ToArray());
    }

    [Fact]
    public void Half_of_a_pair_is_refused_with_its_position() =>
        Assert.Contains("At position 3", Assert.Throws<ArgumentException>(() => _trained.Encode("abc\uD83D")).Message, StringComparison.Ordinal);

    [Fact]
    public void Long_words_take_no_quadratic_time()
    {
        string text = string.Concat(Enumerable.Repeat("abababab", 25_000));

        int[] tokens = _trained.Encode(text);

        Assert.Equal(text, _trained.Decode(tokens));
        Assert.True(tokens.Length < text.Length);
    }

    [Fact]
    public void Training_reports_progress_and_can_be_cancelled()
    {
        var heard = new List<double>();
        using var source = new CancellationTokenSource();
        var progress = new Listener(value =>
        {
            heard.Add(value);
            if (value >= 0.5)
            {
                source.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => BytePairTokenizer.Train(BytePairReference.Corpus, 356, null, progress, source.Token));
        Assert.Equal(0.01, heard[0]);
        Assert.Equal(0.5, heard[^1]);
    }

    [Fact]
    public void Small_corpus_gives_fewer_tokens_than_asked_for()
    {
        var heard = new List<double>();

        var tokenizer = BytePairTokenizer.Train("aa aa", 1000, null, new Listener(heard.Add));

        Assert.Equal(257, tokenizer.VocabularySize);
        Assert.Equal(1, heard[^1]);
    }

    [Theory]
    [InlineData(255, null)]
    [InlineData(257, "<a>,<b>")]
    public void Vocabulary_without_room_for_bytes_is_refused(int size, string? special) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BytePairTokenizer.Train("abc", size, special?.Split(',')));

    [Theory]
    [InlineData("x")]
    [InlineData("<a>,<a>")]
    public void Unusable_special_tokens_are_refused(string special) => Assert.Throws<ArgumentException>(() => BytePairTokenizer.Train("abc", 300, special.Split(',')));

    private (string Vocabulary, string Merges) Saved(BytePairTokenizer tokenizer)
    {
        var (vocabulary, merges) = (_folder.File("vocab.json"), _folder.File("merges.txt"));
        tokenizer.Save(vocabulary, merges);
        return (vocabulary, merges);
    }

    private sealed class Listener(Action<double> hear) : IProgress<double>
    {
        public void Report(double value) => hear(value);
    }
}
