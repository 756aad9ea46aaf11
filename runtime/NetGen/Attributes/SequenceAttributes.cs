namespace NetGen;

/// <summary>
/// A learned vector for each position, added to the sequence. Input and output <c>[length, width]</c>. Parameter: <c>weight [length, width]</c>, drawn from N(0, 1)
/// unless <see cref="WeightedLayerAttribute.Init"/> says otherwise. <c>x + torch.nn.Embedding(length, width)(torch.arange(length))</c>.
/// </summary>
public sealed class PositionalEmbeddingAttribute : WeightedLayerAttribute
{
    /// <summary>A table of as many positions as the input has.</summary>
    public PositionalEmbeddingAttribute()
    {
    }

    /// <summary>A table of so many positions, of which the first are used: as many as the input has, or more.</summary>
    /// <param name="length">Positions of the table, at least 1.</param>
    public PositionalEmbeddingAttribute(int length) => Length = length;

    /// <summary>Positions of the table; 0 for as many as the input has.</summary>
    public int Length { get; }
}

/// <summary>
/// Sines and cosines of the position, added to the sequence: feature 2i of position p gets <c>sin(p / 10000^(2i / width))</c>, feature 2i + 1 the cosine. Nothing is learned.
/// Input and output <c>[length, width]</c>. Vaswani et al. 2017, section 3.5.
/// </summary>
public sealed class SinusoidalPositionAttribute : LayerAttribute;

/// <summary>
/// Self-attention: every position asks all others, in several heads. Input and output <c>[length, width]</c>; each head has <c>width / heads</c> features.
/// Parameters: <c>in_proj_weight [3 width, width]</c> (queries, keys, values), <c>in_proj_bias [3 width]</c>, <c>out_proj.weight [width, width]</c>,
/// <c>out_proj.bias [width]</c>. Vaswani et al. 2017; <c>torch.nn.MultiheadAttention(width, heads, batch_first=True)</c>.
/// </summary>
/// <param name="heads">How many heads; a divisor of the width.</param>
public sealed class SelfAttentionAttribute(int heads) : WeightedLayerAttribute
{
    /// <summary>How many heads.</summary>
    public int Heads { get; } = heads;

    /// <summary>Whether a position sees only itself and those before it (default: false).</summary>
    public bool Causal { get; set; }

    /// <summary>
    /// Whether queries and keys are turned by their positions (default: false), so that their product depends on their distance: see <see cref="Ops.Rotary"/>. Takes an even number of features
    /// per head.
    /// </summary>
    public bool Rotary { get; set; }

    /// <summary>The probability with which each weight of a value is zeroed in training, in [0, 1) (default: 0).</summary>
    public double Dropout { get; set; }

    /// <summary>Whether the projections have biases (default: true).</summary>
    public bool Bias { get; set; } = true;
}
