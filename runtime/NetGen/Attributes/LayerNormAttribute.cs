namespace NetGen;

/// <summary>
/// Layer normalisation over the last axis: <c>y = (x - mean) / sqrt(variance + ε) · weight + bias</c> with the biased variance.
/// The shape is kept. Parameters: <c>weight</c> (starts at one) and <c>bias</c> (starts at zero), each as long as the last axis.
/// Ba et al. 2016; <c>torch.nn.LayerNorm</c> of the last dimension.
/// </summary>
public sealed class LayerNormAttribute : WeightedLayerAttribute
{
    /// <summary>ε, added to the variance; positive (default: 1e-5).</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether a bias is added (default: true).</summary>
    public bool Bias { get; set; } = true;
}
