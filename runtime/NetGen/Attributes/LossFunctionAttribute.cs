namespace NetGen;

/// <summary>
/// The base of the losses; they are a network's last attributes. A loss owns its link function: it is trained on what the last
/// layer yields, and <c>Predict</c> returns the linked values. The value of a batch is the mean over its samples,
/// <c>Σ wᵢ lᵢ / Σ wᵢ</c>, where wᵢ is 1 or the weight given to <c>Step</c> and lᵢ is the mean over the outputs of sample i, unless a loss says otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LossFunctionAttribute : Attribute
{
    /// <summary>Which of several outputs the loss is of, from 0 (default).</summary>
    public int Output { get; set; }

    /// <summary>What the loss is multiplied with in the sum of all losses (default: 1).</summary>
    public double Weight { get; set; } = 1;

    /// <summary>
    /// One non-negative factor per class or output unit; null (the default) for ones. The element losses of an output are multiplied by its factor.
    /// </summary>
    public double[]? ClassWeights { get; set; }
}
