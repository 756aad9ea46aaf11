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
