namespace NetGen;

/// <summary>
/// Batch normalisation, channel by channel: <c>y = (x - mean) / sqrt(variance + ε) · weight + bias</c>. In training mean and variance are those of the batch (and of all positions of an
/// image or a sequence), with the biased variance; in prediction and evaluation they are running averages, <c>running = (1 - momentum) running + momentum batch</c> after each step,
/// with the unbiased variance. The shape, <c>[features]</c>, <c>[channels, length]</c> or <c>[channels, height, width]</c>, is kept. Parameters: <c>weight</c> (starts at one) and
/// <c>bias</c> (starts at zero); buffers: <c>running_mean</c>, <c>running_var</c>, <c>num_batches_tracked</c>. Ioffe, Szegedy 2015; <c>torch.nn.BatchNorm1d</c>,
/// <c>torch.nn.BatchNorm2d</c>.
/// </summary>
public sealed class BatchNormAttribute : WeightedLayerAttribute
{
    /// <summary>ε, added to the variance; positive (default: 1e-5).</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>The share of a batch in the running averages, from 0 to 1 (default: 0.1).</summary>
    public double Momentum { get; set; } = 0.1;
}
