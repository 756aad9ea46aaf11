namespace NetGen;

/// <summary>
/// Inverted dropout: in training each value is zeroed with probability <c>rate</c> and the others are multiplied by
/// <c>1 / (1 - rate)</c>; in prediction and evaluation it does nothing. The masks come from a counter-based generator, so they depend on the seed
/// and the step alone, not on threads or instruction sets. Srivastava et al. 2014; <c>torch.nn.Dropout</c>.
/// </summary>
/// <param name="rate">The probability of a zero, in [0, 1).</param>
public sealed class DropoutAttribute(double rate = 0.5) : LayerAttribute
{
    /// <summary>The probability of a zero.</summary>
    public double Rate { get; } = rate;
}
