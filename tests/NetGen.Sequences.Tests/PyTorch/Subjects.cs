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
    };

    public static IEnumerable<string> Names => s_byName.Keys;

    public static ITrainable<int, int> Create(string name) => s_byName[name]().Net;
}

/// <summary>A network; its interface alone cannot be an argument of a type.</summary>
internal sealed record Subject(ITrainable<int, int> Net);
