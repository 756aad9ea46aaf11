using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.PyTorch;

/// <summary>The network of every stored case.</summary>
internal static class Subjects
{
    private static readonly Dictionary<string, Func<Subject>> s_byName = new()
    {
        // embeddings
        ["embedding"] = static () => new(new EmbeddingNet(1)),
        ["embedding-one-feature"] = static () => new(new EmbeddingOneFeatureNet(1)),
        ["embedding-17"] = static () => new(new Embedding17Net(1)),
        ["embedding-33"] = static () => new(new Embedding33Net(1)),
        ["embedding-64"] = static () => new(new Embedding64Net(1)),
        ["embedding-few-tokens"] = static () => new(new EmbeddingFewTokensNet(1)),
        ["embedding-padding"] = static () => new(new EmbeddingPaddingNet(1)),
        ["tied"] = static () => new(new TiedNet(1)),
        ["tied-33"] = static () => new(new Tied33Net(1)),
        // positions
        ["positional-embedding"] = static () => new(new PositionalEmbeddingNet(1)),
        ["positional-embedding-longer"] = static () => new(new PositionalEmbeddingLongerNet(1)),
        ["sinusoidal"] = static () => new(new SinusoidalNet(1)),
        ["sinusoidal-odd"] = static () => new(new SinusoidalOddNet(1)),
        ["rotary"] = static () => new(new RotaryNet(1)),
        // attention
        ["attention"] = static () => new(new AttentionNet(1)),
        ["attention-one-head"] = static () => new(new AttentionOneHeadNet(1)),
        ["attention-causal"] = static () => new(new AttentionCausalNet(1)),
        ["attention-causal-35"] = static () => new(new AttentionCausal35Net(1)),
        ["attention-rotary"] = static () => new(new AttentionRotaryNet(1)),
        ["attention-no-bias"] = static () => new(new AttentionNoBiasNet(1)),
        ["attention-single-position"] = static () => new(new AttentionSinglePositionNet(1)),
        ["transformer"] = static () => new(new TransformerNet(1)),
        // masking
        ["masked-rnn-last"] = static () => new(new MaskedRnnLastNet(1)),
        ["masked-lstm"] = static () => new(new MaskedLstmNet(1)),
        ["masked-lstm-last"] = static () => new(new MaskedLstmLastNet(1)),
        ["masked-lstm-32"] = static () => new(new MaskedLstm32Net(1)),
        ["masked-lstm-bidirectional"] = static () => new(new MaskedLstmBidirectionalNet(1)),
        ["masked-lstm-bidirectional-last"] = static () => new(new MaskedLstmBidirectionalLastNet(1)),
        ["masked-lstm-deep"] = static () => new(new MaskedLstmDeepNet(1)),
        ["masked-gru"] = static () => new(new MaskedGruNet(1)),
        ["masked-gru-last"] = static () => new(new MaskedGruLastNet(1)),
        ["masked-gru-two-layers"] = static () => new(new MaskedGruTwoLayersNet(1)),
        ["masked-attention"] = static () => new(new MaskedAttentionNet(1)),
        ["masked-attention-35"] = static () => new(new MaskedAttention35Net(1)),
        ["masked-attention-causal"] = static () => new(new MaskedAttentionCausalNet(1)),
        ["masked-blocks"] = static () => new(new MaskedBlocksNet(1)),
        // recurrent
        ["rnn"] = static () => new(new RnnNet(1)),
        ["rnn-relu"] = static () => new(new RnnReluNet(1)),
        ["rnn-last"] = static () => new(new RnnLastNet(1)),
        ["rnn-no-bias"] = static () => new(new RnnNoBiasNet(1)),
        ["rnn-bidirectional"] = static () => new(new RnnBidirectionalNet(1)),
        ["lstm"] = static () => new(new LstmNet(1)),
        ["lstm-last"] = static () => new(new LstmLastNet(1)),
        ["lstm-32"] = static () => new(new Lstm32Net(1)),
        ["lstm-64-last"] = static () => new(new Lstm64LastNet(1)),
        ["lstm-single-step"] = static () => new(new LstmSingleStepNet(1)),
        ["lstm-no-bias"] = static () => new(new LstmNoBiasNet(1)),
        ["lstm-bidirectional"] = static () => new(new LstmBidirectionalNet(1)),
        ["lstm-bidirectional-last"] = static () => new(new LstmBidirectionalLastNet(1)),
        ["lstm-two-layers"] = static () => new(new LstmTwoLayersNet(1)),
        ["lstm-deep"] = static () => new(new LstmDeepNet(1)),
        ["gru"] = static () => new(new GruNet(1)),
        ["gru-last"] = static () => new(new GruLastNet(1)),
        ["gru-32"] = static () => new(new Gru32Net(1)),
        ["gru-no-bias"] = static () => new(new GruNoBiasNet(1)),
        ["gru-bidirectional-last"] = static () => new(new GruBidirectionalLastNet(1)),
        ["gru-two-layers"] = static () => new(new GruTwoLayersNet(1)),
        // labels
        ["labels-per-position"] = static () => new(new LabelsPerPositionNet(1)),
        ["labels-ignored"] = static () => new(new LabelsIgnoredNet(1)),
        ["labels-ignored-per-sample"] = static () => new(new LabelsIgnoredPerSampleNet(1)),
    };

    public static IEnumerable<string> Names => s_byName.Keys;

    public static ITrainable<int, int> Create(string name) => s_byName[name]().Net;
}

/// <summary>A network; its interface alone cannot be an argument of a type.</summary>
internal sealed record Subject(ITrainable<int, int> Net);
