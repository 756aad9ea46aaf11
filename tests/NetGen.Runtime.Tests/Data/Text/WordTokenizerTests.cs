namespace NetGen.Runtime.Tests.Data.Text;

public sealed class WordTokenizerTests
{
    private static readonly string[] Texts = ["The film, the film!", "I don't like the end.", "É naïve film"];

    [Fact]
    public void Frequent_words_come_first()
    {
        var tokenizer = WordTokenizer.From(Texts);

        Assert.Equal(["", "\uFFFD", "film", "the", "!", ",", "."], Enumerable.Range(0, 7).Select(tokenizer.TokenText));
        Assert.Equal((0, 1), (tokenizer.PaddingToken, tokenizer.UnknownToken));
    }

    [Fact]
    public void Case_does_not_matter_and_unknown_words_are_one_token()
    {
        var tokenizer = WordTokenizer.From(Texts);

        Assert.Equal([3, 2, 1, tokenizer.Encode("don't")[0]], tokenizer.Encode("  THE Film was DON'T"));
        Assert.Equal("the film \uFFFD", tokenizer.Decode([3, 2, 1, 0, 0]));
    }

    [Theory]
    [InlineData("rock'n'roll 'quoted' x_y 3.14 a-b 🙂!", "rock'n'roll ' quoted ' x _ y 3 . 14 a - b 🙂 !")]
    [InlineData("cafe\u0301 it\u2019s", "cafe\u0301 it\u2019s")]
    public void Words_are_cut_at_what_is_neither_letter_nor_digit(string text, string expected)
    {
        var tokenizer = WordTokenizer.From([text]);

        Assert.Equal(expected, tokenizer.Decode(tokenizer.Encode(text)));
    }

    [Fact]
    public void Vocabulary_has_no_more_than_its_size_nor_rarer_words()
    {
        Assert.Equal(4, WordTokenizer.From(Texts, vocabularySize: 4).VocabularySize);
        Assert.Equal(4, WordTokenizer.From(Texts, minimumCount: 3).VocabularySize);
        Assert.Throws<ArgumentException>(() => WordTokenizer.From(Texts, minimumCount: 9));
    }

    [Fact]
    public void Stored_vocabulary_is_the_same()
    {
        var tokenizer = WordTokenizer.From(Texts);

        Assert.Equal(tokenizer.Encode(Texts[1]), WordTokenizer.FromJson(tokenizer.ToJson()).Encode(Texts[1]));
    }
}
