namespace NetGen;

/// <summary>
/// The base of the losses; a network has one, as its last attribute. A loss owns its link function: it is trained on what the last
/// layer yields, and <c>Predict</c> returns the linked values. The value of a batch is the mean over its samples,
/// <c>Σ wᵢ lᵢ / Σ wᵢ</c>, where wᵢ is 1 or the weight given to <c>Step</c> and lᵢ is the mean over the outputs of sample i, unless a loss says otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public abstract class LossAttribute : Attribute
{
    /// <summary>
    /// One non-negative factor per class or output unit; null (the default) for ones. The element losses of an output are multiplied by its factor.
    /// </summary>
    public double[]? ClassWeights { get; set; }
}
