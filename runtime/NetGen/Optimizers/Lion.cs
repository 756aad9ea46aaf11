using System.Globalization;

namespace NetGen;

/// <summary>
/// Evolved sign momentum: <c>p -= lr λ p; p -= lr sign(β₁ m + (1 - β₁) g); m = β₂ m + (1 - β₂) g</c>. Every parameter moves by the
/// learning rate, which is therefore three to ten times smaller than Adam's. Chen et al. 2023.
/// </summary>
public sealed class Lion : Optimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <param name="beta1">β₁, the share of the memory in the direction, in [0, 1).</param>
    /// <param name="beta2">β₂, the memory of the mean gradient, in [0, 1).</param>
    /// <param name="weightDecay">λ, the share of a parameter that a step of learning rate 1 takes away, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public Lion(double learningRate = 1e-4, double beta1 = 0.9, double beta2 = 0.99, double weightDecay = 0)
        : base(learningRate)
    {
        Beta1 = beta1;
        Beta2 = beta2;
        WeightDecay = weightDecay;
    }

    /// <summary>β₁: the share of the memory in the direction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in [0, 1).</exception>
    public double Beta1 { get; init => field = Setting.Fraction(value, nameof(Beta1)); }

    /// <summary>β₂: the memory of the mean gradient.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in [0, 1).</exception>
    public double Beta2 { get; init => field = Setting.Fraction(value, nameof(Beta2)); }

    private protected override StateArray?[] States => [new("exp_avg")];

    private protected override bool IsDecayDecoupled => true;

    private protected override string Rule =>
        string.Create(CultureInfo.InvariantCulture, $"Beta1 {Beta1}, Beta2 {Beta2}");

    private protected override UpdateRules MakeRules(int groups) => new SimpleRules<LionRule>(
        groups, settings => new(settings.LearningRate, Beta1, Beta2, 1 - (settings.LearningRate * settings.WeightDecay)));
}
