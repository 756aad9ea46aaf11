using NetGen;
using static NetGen.Ops;

namespace Names;

/// <summary>Letters one after the other through an LSTM: what it holds after the last letter is the name.</summary>
[Block]
public partial class NameReader
{
    /// <summary>Letters of a name; longer names are cut off.</summary>
    public const int Length = 20;

    /// <summary>How many tokens there are, <see cref="Padding"/> included.</summary>
    public const int Vocabulary = 64;

    /// <summary>What fills up short names.</summary>
    public const int Padding = Vocabulary - 1;

    [Embedding(16, Padding = Padding), LSTM(64, ReturnSequences = true)]
    private readonly Layer letters;

    // The state at the last letter of the name's own, not at the last place, which is padding for most names.
    private Tensor Forward(Tensor name)
    {
        var last = Reshape(Sum(NotEqual(name, Padding)), 1) - 1;
        return Flatten(Gather(letters(name), last));
    }
}

/// <summary>Which of the four generated languages a name belongs to.</summary>
[Network, TokenInput(NameReader.Length, NameReader.Vocabulary)]
[Block<NameReader>, Dense(4), SoftmaxCrossEntropy]
public partial class NameNet;

/// <summary>The same for the 18 languages of the collection that PyTorch's tutorial on classifying names uses.</summary>
[Network, TokenInput(NameReader.Length, NameReader.Vocabulary)]
[Block<NameReader>, Dense(18), SoftmaxCrossEntropy]
public partial class NameNet18;
