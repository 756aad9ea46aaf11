namespace NetGen.Runtime.Tests.Data.Text;

public sealed class GeneratedTextTests
{
    [Fact]
    public void Text_is_long_enough_and_the_same_for_a_seed()
    {
        string text = GeneratedText.Create(20_000);

        Assert.InRange(text.Length, 20_000, 22_000);
        Assert.Equal(text, GeneratedText.Create(20_000));
        Assert.NotEqual(text, GeneratedText.Create(20_000, seed: 2));
        Assert.StartsWith(GeneratedText.Create(5_000), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_whole_sentences_and_dialogue_in_few_characters()
    {
        string text = GeneratedText.Create(100_000);

        Assert.DoesNotContain(text, character => character is '{' or '}' or '|' or > '~');
        Assert.InRange(CharacterTokenizer.From(text).VocabularySize, 40, 65);
        Assert.All(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries), part => Assert.Contains(part[^1], ".?!"));
        Assert.Contains(":\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(" a [aeiou]", text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_seldom_repeat()
    {
        string[] sentences = GeneratedText.Create().Split(['.', '?', '!', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.True(sentences.Distinct().Count() > 0.5 * sentences.Length);
    }

    [Fact]
    public void Opinions_are_of_both_classes_in_turn_and_seldom_repeat()
    {
        var opinions = GeneratedOpinions.Create(2_000);

        Assert.Equal(1000, opinions.Count(opinion => opinion.Label == 1));
        Assert.True(opinions.Select(opinion => opinion.Text).Distinct().Count() > 1_800);
        Assert.Equal(opinions.Take(10), GeneratedOpinions.Create(10));
        Assert.DoesNotContain(opinions, opinion => opinion.Text.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void Order_of_words_decides_what_some_opinions_say()
    {
        var opinions = GeneratedOpinions.Create(50_000);
        var labels = opinions.GroupBy(opinion => string.Join(' ', opinion.Text.ToLowerInvariant().Split(' ', '.', ',').Order(StringComparer.Ordinal)));

        Assert.True(labels.Count(words => words.Select(opinion => opinion.Label).Distinct().Count() == 2) > 20);
    }

    [Fact]
    public void Names_are_lower_case_letters_of_four_languages()
    {
        var names = GeneratedNames.Create(4_000);

        Assert.All(names, name => Assert.Matches("^[a-z]{2,16}$", name.Text));
        Assert.Equal([0, 1, 2, 3, 0], names.Take(5).Select(name => name.Label));
        Assert.True(names.Select(name => name.Text).Distinct().Count() > 2_500);
        Assert.Equal(names.Take(7), GeneratedNames.Create(7));
    }

    [Fact]
    public void Impossible_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedText.Create(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedOpinions.Create(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedNames.Create(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedSeries.Daily(0));
    }
}
