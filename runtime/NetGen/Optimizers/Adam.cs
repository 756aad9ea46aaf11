namespace NetGen;

/// <summary>
/// Adaptive moments: <c>g += λ p; m = β₁ m + (1 - β₁) g; v = β₂ v + (1 - β₂) g²;
/// p -= lr / (1 - β₁ᵗ) · m / (√v / √(1 - β₂ᵗ) + ε)</c>. Kingma and Ba 2014; <c>torch.optim.Adam</c>.
/// </summary>
public sealed class Adam : Optimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <param name="beta1">β₁, the memory of the mean gradient, in [0, 1).</param>
    /// <param name="beta2">β₂, the memory of the mean square, in [0, 1).</param>
    /// <param name="epsilon">ε, finite and at least 1e-30.</param>
    /// <param name="weightDecay">λ, the factor of the L2 penalty, finite and not negative.</param>
    /// <param name="amsgrad">Whether v never shrinks in the update (Reddi et al. 2018).</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public Adam(
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0,
        bool amsgrad = false)
        : base(learningRate)
    {
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = epsilon;
        WeightDecay = weightDecay;
        Amsgrad = amsgrad;
    }

    /// <summary>β₁: the memory of the mean gradient.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in [0, 1).</exception>
    public double Beta1 { get; init => field = Setting.Fraction(value, nameof(Beta1)); }

    /// <summary>β₂: the memory of the mean square.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in [0, 1).</exception>
    public double Beta2 { get; init => field = Setting.Fraction(value, nameof(Beta2)); }

    /// <summary>ε, added to the root of the mean square.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1e-30, infinite or not a number.</exception>
    public double Epsilon { get; init => field = Setting.Epsilon(value, nameof(Epsilon)); }

    /// <summary>Whether the update uses the largest v so far.</summary>
    public bool Amsgrad { get; init; }

    private protected override StateArray?[] States => AdamRules.States(Amsgrad);

    private protected override string Rule =>
        AdamRules.Describe(Beta1, Beta2, Epsilon, Amsgrad);

    private protected override UpdateRules MakeRules(int groups) => Amsgrad
        ? new AdamRules<On>(groups, Beta1, Beta2, Epsilon, IsDecayDecoupled)
        : new AdamRules<Off>(groups, Beta1, Beta2, Epsilon, IsDecayDecoupled);
}
