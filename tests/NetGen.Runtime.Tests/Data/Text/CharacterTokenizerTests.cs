using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Text;

public sealed class CharacterTokenizerTests
{
    [Fact]
    public void Ids_are_in_the_order_of_the_characters()
    {
        var tokenizer = CharacterTokenizer.From("b a\nb🙂é");

        Assert.Equal(6, tokenizer.VocabularySize);
        Assert.Equal([0, 1, 2, 3, 4, 5], tokenizer.Encode("\n abé🙂"));
        Assert.Equal("🙂", tokenizer.TokenText(5));
    }

    [Fact]
    public void Text_comes_back() => Assert.Equal("baé🙂\n", CharacterTokenizer.From("ab🙂é\n").Decode(CharacterTokenizer.From("ab🙂é\n").Encode("baé🙂\n")));

    [Theory]
    [InlineData("ab!b", "The character '!' (U+0021) at position 2 is none of the 2")]
    [InlineData("ab\tb", "The character U+0009 at position 2")]
    public void Unknown_character_is_refused_with_its_position(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => CharacterTokenizer.From("ab").Encode(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Half_of_a_pair_is_refused() => Assert.Contains(
        "At position 2 the text has half of a surrogate pair (U+DC00)", Assert.Throws<ArgumentException>(() => CharacterTokenizer.From("ab").Encode("ab\uDC00")).Message, StringComparison.Ordinal);

    [Fact]
    public void Unknown_characters_become_one_token_where_asked_for()
    {
        var tokenizer = CharacterTokenizer.From("ab", withUnknown: true);

        Assert.Equal(0, tokenizer.UnknownToken);
        Assert.Equal([1, 0, 2, 0], tokenizer.Encode("axb🙂"));
        Assert.Equal("a\uFFFDb", tokenizer.Decode([1, 0, 2]));
    }

    [Fact]
    public void Saved_vocabulary_is_the_same()
    {
        using var folder = new TemporaryFolder();
        var tokenizer = CharacterTokenizer.From("\0\"\\\nab🙂", withUnknown: true);
        tokenizer.Save(folder.File("vocab.json"));

        var loaded = CharacterTokenizer.Load(folder.File("vocab.json"));

        Assert.Equal(tokenizer.Encode("b🙂\0\\x"), loaded.Encode("b🙂\0\\x"));
        Assert.Equal(tokenizer.ToJson(), CharacterTokenizer.FromJson(loaded.ToJson()).ToJson());
    }

    [Fact]
    public void Token_outside_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => CharacterTokenizer.From("ab").Decode([2]));

    [Fact]
    public void Empty_corpus_is_refused() => Assert.Throws<ArgumentException>(() => CharacterTokenizer.From(""));
}
