using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Tokens;

public sealed class SubNetworkTests
{
    [Fact]
    public void A_part_takes_the_vocabulary_of_the_tokens_that_it_gets()
    {
        Assert.Equal([9, 4], new WordsNet(1).Parameters["embedding1.weight"].Shape);
        Assert.Equal([12, 4], new SentenceNet(1).Parameters["words.block1.embedding1.weight"].Shape);
    }

    [Fact]
    public void A_network_of_tokens_is_a_part_of_another_and_agrees_with_Forward()
    {
        var net = new SentenceNet(1);
        int[] tokens = [0, 11, 3, 9, 10, 2];

        Assert.All(net.Predict(tokens).Zip(net.PredictUnfused(tokens)), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }
}

[Network, TokenInput(3, 9)]
[Embedding(4), Flatten, Dense(5)]
public partial class WordsNet;

[Network, TokenInput(3, 12), SoftmaxCrossEntropy]
public partial class SentenceNet
{
    [Block<WordsNet>, Tanh, Dense(3)] Layer words;

    Tensor Forward(Tensor tokens) => words(tokens);
}
