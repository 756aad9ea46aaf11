namespace NetGen.Runtime.Tests.Data.Text;

public sealed class TokenSequencesTests
{
    private static readonly int[][] Ragged = [[5, 6], [7, 8, 9, 10], [], [11, 12, 13]];

    [Fact]
    public void Short_sequences_are_filled_up_and_long_ones_cut_off()
    {
        var sequences = TokenSequences.Pad(Ragged, 3, padding: 1);

        Assert.Equal([5, 6, 1, 7, 8, 9, 1, 1, 1, 11, 12, 13], sequences.Tokens.ToArray());
        Assert.Equal([2, 3, 0, 3], sequences.Lengths);
        Assert.Equal([1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1], sequences.Masks());
    }

    [Fact]
    public void Labelled_sequences_are_a_set()
    {
        var data = TokenSequences.Pad(Ragged, 3).Labelled([1, 0, 0, 1], "no", "yes");

        Assert.Equal((4, 3, 1), (data.Count, data.InputSize, data.TargetSize));
        Assert.Equal([7, 8, 9], data.Input(1).ToArray());
        Assert.Equal("yes", data.ClassNames![data.Target(3)[0]]);
    }

    [Fact]
    public void Next_tokens_are_one_further_and_end_in_padding()
    {
        var data = TokenSequences.Pad(Ragged, 4, padding: 0).NextTokens();

        Assert.Equal([5, 6, 0], data.Input(0).ToArray());
        Assert.Equal([6, 0, 0], data.Target(0).ToArray());
        Assert.Equal([8, 9, 10], data.Target(1).ToArray());
    }

    [Fact]
    public void Texts_are_encoded()
    {
        var tokenizer = CharacterTokenizer.From("abc");

        Assert.Equal([0, 1, 2, 2], TokenSequences.Encode(tokenizer, ["ab", "c"], 2, padding: 2).Tokens.ToArray());
    }

    [Fact]
    public void Unusable_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TokenSequences.Pad([], 3));
        Assert.Throws<ArgumentException>(() => TokenSequences.Pad([[-1]], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenSequences.Pad(Ragged, 0));
        Assert.Throws<ArgumentException>(() => TokenSequences.Pad(Ragged, 3).Labelled([1]));
        Assert.Throws<InvalidOperationException>(() => TokenSequences.Pad(Ragged, 1).NextTokens());
    }
}
