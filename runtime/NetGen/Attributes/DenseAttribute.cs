namespace NetGen;

/// <summary>
/// A fully connected layer over the last axis: <c>y = x Wᵀ + b</c>. Input <c>[…, in]</c>, output <c>[…, units]</c>.
/// Parameters: <c>weight [units, in]</c> and, unless <see cref="Bias"/> is false, <c>bias [units]</c>. <c>torch.nn.Linear</c>.
/// </summary>
/// <param name="units">The number of output features, at least 1.</param>
public sealed class DenseAttribute(int units) : WeightedLayerAttribute
{
    /// <summary>The number of output features.</summary>
    public int Units { get; } = units;

    /// <summary>Whether a bias is added (default: true).</summary>
    public bool Bias { get; set; } = true;
}
