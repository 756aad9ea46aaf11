using NetGen;
using static NetGen.Ops;

namespace TinyGpt;

/// <summary>How large the network is: part of its type.</summary>
internal static class Size
{
    /// <summary>Characters that it sees at most.</summary>
    public const int Context = 128;

    /// <summary>How many different characters there may be, the one for all others included.</summary>
    public const int Vocabulary = 128;

    /// <summary>Features of a position.</summary>
    public const int Width = 128;

    /// <summary>The same of the network for a first look.</summary>
    public const int SmallContext = 64;

    /// <summary>The same of the network for a first look.</summary>
    public const int SmallWidth = 64;
}

/// <summary>
/// Says at each position which character comes next: Radford et al. 2019, "Language models are unsupervised multitask learners", much smaller. The table of characters stands at both ends: Press
/// and Wolf 2017, "Using the output embedding to improve language models".
/// </summary>
[Network, TokenInput(Size.Context, Size.Vocabulary), SoftmaxCrossEntropy]
public partial class Gpt
{
    [Parameter(Size.Vocabulary, Size.Width, Init = Initializer.Normal)]
    private readonly Tensor table;

    [PositionalEmbedding(Init = Initializer.Normal), Block<GptBlock>(Repeat = 4), LayerNorm]
    private readonly Layer body;

    private Tensor Forward(Tensor text) => MatMul(body(Gather(table, text)), Transpose(table));
}

/// <summary>The norms stand before what they are for: Xiong et al. 2020, "On layer normalization in the transformer architecture".</summary>
[Block]
public partial class GptBlock
{
    [LayerNorm, SelfAttention(4, Causal = true)]
    private readonly Layer attention;

    [LayerNorm, Dense(4 * Size.Width), GELU, Dense(Size.Width)]
    private readonly Layer mixing;

    private Tensor Forward(Tensor x)
    {
        var y = x + attention(x);
        return y + mixing(y);
    }
}

/// <summary>A smaller one for a first look: it learns words rather than sentences.</summary>
[Network, TokenInput(Size.SmallContext, Size.Vocabulary), SoftmaxCrossEntropy]
public partial class SmallGpt
{
    [Parameter(Size.Vocabulary, Size.SmallWidth, Init = Initializer.Normal)]
    private readonly Tensor table;

    [PositionalEmbedding(Init = Initializer.Normal), Block<SmallGptBlock>(Repeat = 2), LayerNorm]
    private readonly Layer body;

    private Tensor Forward(Tensor text) => MatMul(body(Gather(table, text)), Transpose(table));
}

/// <summary>A block of the smaller one.</summary>
[Block]
public partial class SmallGptBlock
{
    [LayerNorm, SelfAttention(4, Causal = true)]
    private readonly Layer attention;

    [LayerNorm, Dense(4 * Size.SmallWidth), GELU, Dense(Size.SmallWidth)]
    private readonly Layer mixing;

    private Tensor Forward(Tensor x)
    {
        var y = x + attention(x);
        return y + mixing(y);
    }
}
