namespace NetGen;

/// <summary>
/// Marks positions as absent, such as those that fill up short sequences. Input and output <c>[length]</c>, tokens, of which one value is marked, or <c>[length, features]</c>, of which the steps
/// are marked whose features all have it; the values stay as they are. What is made of the sequence position by position, by layers and by operations, is absent at the same places. Layers that
/// mix positions pass over them: <see cref="SelfAttentionAttribute"/> looks at none of them, and in recurrent layers an absent step leaves the state as it was, so that what is left after the
/// last step is what the last present one has left; among the outputs of all steps its own are zero. A sequence with no present position at all gives zeros there. Keras's <c>Masking</c>; results
/// are those of PyTorch's <c>key_padding_mask</c> and <c>pack_padded_sequence</c>.
/// </summary>
/// <param name="value">The token, or the number of all features, that stands for nothing.</param>
public sealed class MaskingAttribute(double value = 0) : LayerAttribute
{
    /// <summary>The token, or the number of all features, that stands for nothing.</summary>
    public double Value { get; } = value;
}
