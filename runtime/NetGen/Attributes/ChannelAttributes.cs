namespace NetGen;

/// <summary>
/// Dropout of whole channels of <c>[channels, height, width]</c> or <c>[channels, length]</c>: neighbouring values say much the same, and so does a channel without one of them.
/// Active in training alone. Tompson et al. 2015; <c>torch.nn.Dropout2d</c>, <c>torch.nn.Dropout1d</c>.
/// </summary>
/// <param name="rate">The probability that a channel is zero, in [0, 1).</param>
public sealed class SpatialDropoutAttribute(double rate = 0.5) : LayerAttribute
{
    /// <summary>The probability that a channel is zero.</summary>
    public double Rate { get; } = rate;
}

/// <summary>
/// Normalisation of a sample over groups of channels and all positions: <c>y = (x - mean) / sqrt(variance + ε) · weight + bias</c> with the biased variance. The shape,
/// <c>[channels, height, width]</c> or <c>[channels, length]</c>, is kept. Parameters: <c>weight</c> (starts at one) and <c>bias</c> (starts at zero), one per channel.
/// Wu, He 2018; <c>torch.nn.GroupNorm</c>.
/// </summary>
/// <param name="groups">How many groups; a divisor of the number of channels.</param>
public sealed class GroupNormAttribute(int groups) : WeightedLayerAttribute
{
    /// <summary>How many groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>ε, added to the variance; positive (default: 1e-5).</summary>
    public double Epsilon { get; set; } = 1e-5;
}

/// <summary>
/// Normalisation by the root of the mean square over the last axis: <c>y = x / sqrt(mean(x²) + ε) · weight</c>. The shape is kept. Parameter: <c>weight</c> (starts at one), as long as
/// the last axis. Zhang, Sennrich 2019; <c>torch.nn.RMSNorm</c> of the last dimension.
/// </summary>
public sealed class RMSNormAttribute : WeightedLayerAttribute
{
    /// <summary>ε, added to the mean square; positive (default: 1.1920929e-7, the distance of floats at 1).</summary>
    public double Epsilon { get; set; } = 1.1920928955078125e-7;
}
