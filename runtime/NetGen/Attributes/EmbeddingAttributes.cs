namespace NetGen;

/// <summary>
/// A learned vector for each token: rows of a table. Input <c>[length]</c>, tokens; output <c>[length, width]</c>. Parameter: <c>weight [vocabulary, width]</c>, drawn
/// from N(0, 1) unless <see cref="WeightedLayerAttribute.Init"/> says otherwise. <c>torch.nn.Embedding</c>.
/// </summary>
public sealed class EmbeddingAttribute : WeightedLayerAttribute
{
    /// <summary>A vector for each token of the input: <c>[TokenInput(64, 100), Embedding(32)]</c> has 100.</summary>
    /// <param name="width">Features of a vector, at least 1.</param>
    public EmbeddingAttribute(int width) => Width = width;

    /// <summary>A vector for each of so many tokens: as many as the input knows, or more.</summary>
    /// <param name="vocabulary">Vectors of the table, at least 1.</param>
    /// <param name="width">Features of a vector, at least 1.</param>
    public EmbeddingAttribute(int vocabulary, int width) => (Vocabulary, Width) = (vocabulary, width);

    /// <summary>Vectors of the table; 0 for as many as the input knows tokens.</summary>
    public int Vocabulary { get; }

    /// <summary>Features of a vector.</summary>
    public int Width { get; }

    /// <summary>A token that stands for nothing: its vector starts at zero, and nothing is learned for it. -1 for none (default). PyTorch's <c>padding_idx</c>.</summary>
    public int Padding { get; set; } = -1;
}
