using System.Globalization;

namespace NetGen;

/// <summary>
/// Division by the root of the mean square: <c>g += λ p; v = α v + (1 - α) g²; d = g / (√v + ε)</c>, centered: <c>√(v - a²)</c> with
/// the mean gradient a; with momentum <c>b = μ b + d; p -= lr b</c>, without <c>p -= lr d</c>. Tieleman and Hinton 2012; <c>torch.optim.RMSprop</c>.
/// </summary>
public sealed class RmsProp : Optimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <param name="alpha">α, the memory of the mean square, in [0, 1).</param>
    /// <param name="epsilon">ε, finite and at least 1e-30.</param>
    /// <param name="momentum">μ, finite and not negative; 0 for none.</param>
    /// <param name="centered">Whether to divide by the standard deviation of the gradient.</param>
    /// <param name="weightDecay">λ, the factor of the L2 penalty, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public RmsProp(
        double learningRate = 1e-2,
        double alpha = 0.99,
        double epsilon = 1e-8,
        double momentum = 0,
        bool centered = false,
        double weightDecay = 0)
        : base(learningRate)
    {
        Alpha = alpha;
        Epsilon = epsilon;
        Momentum = momentum;
        Centered = centered;
        WeightDecay = weightDecay;
    }

    /// <summary>α: the memory of the mean square.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in [0, 1).</exception>
    public double Alpha { get; init => field = Setting.Fraction(value, nameof(Alpha)); }

    /// <summary>ε, added to the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1e-30, infinite or not a number.</exception>
    public double Epsilon { get; init => field = Setting.Epsilon(value, nameof(Epsilon)); }

    /// <summary>μ: how much of the last direction is kept; 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double Momentum { get; init => field = Setting.NotNegative(value, nameof(Momentum)); }

    /// <summary>Whether to divide by the standard deviation of the gradient instead of its root mean square.</summary>
    public bool Centered { get; init; }

    private protected override StateArray?[] States =>
        [new("square_avg"), Centered ? new("grad_avg") : null, Momentum > 0 ? new("momentum_buffer") : null];

    private protected override string Rule =>
        string.Create(CultureInfo.InvariantCulture, $"Alpha {Alpha}, Epsilon {Epsilon}, Momentum {Momentum}, Centered {Centered}");

    private protected override UpdateRules MakeRules(int groups) => new SimpleRules<RmsPropRule>(
        groups, settings => new(settings.LearningRate, Alpha, Epsilon, Momentum, Centered, settings.WeightDecay));
}
