using NetGen;
using static NetGen.Ops;

namespace Sentiment;

/// <summary>What both networks have in common.</summary>
internal static class Sentence
{
    /// <summary>Words of a sentence; longer ones are cut off.</summary>
    public const int Length = 32;

    /// <summary>The most words that are known, the two tokens that are no words included.</summary>
    public const int Vocabulary = 4096;

    /// <summary>What fills up short sentences.</summary>
    public const int Padding = 0;
}

/// <summary>Words one after the other through a GRU: what it holds after the last word is the sentence.</summary>
[Network, TokenInput(Sentence.Length, Sentence.Vocabulary)]
[Masking(Sentence.Padding), Embedding(32, Padding = Sentence.Padding), GRU(48)]
[Dropout(0.2), Dense(2), SoftmaxCrossEntropy]
public partial class GruNet;

/// <summary>Each word asks all others, twice; the sentence is the mean of what its words have become.</summary>
[Network, TokenInput(Sentence.Length, Sentence.Vocabulary), SoftmaxCrossEntropy]
public partial class TransformerNet
{
    [Masking(Sentence.Padding), Embedding(32, Padding = Sentence.Padding), SinusoidalPosition, Block<TransformerBlock>(Repeat = 2), LayerNorm]
    private readonly Layer words;

    [Dropout(0.2), Dense(2)]
    private readonly Layer head;

    // Padding takes no part in the mean.
    private Tensor Forward(Tensor sentence)
    {
        var own = NotEqual(sentence, Sentence.Padding);
        return head(MatMul(own, words(sentence)) / Maximum(Sum(own), 1));
    }
}

/// <summary>A block with the norms before what they are for: Xiong et al. 2020, "On layer normalization in the transformer architecture".</summary>
[Block]
public partial class TransformerBlock
{
    [LayerNorm, SelfAttention(4)]
    private readonly Layer attention;

    [LayerNorm, Dense(64), GELU, Dense(32)]
    private readonly Layer mixing;

    private Tensor Forward(Tensor x)
    {
        var y = x + attention(x);
        return y + mixing(y);
    }
}
