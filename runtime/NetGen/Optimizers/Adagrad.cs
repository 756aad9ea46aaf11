using System.Globalization;

namespace NetGen;

/// <summary>
/// Division by the root of the sum of squares: <c>g += λ p; s += g²; p -= lr / (1 + (t - 1) η) · g / (√s + ε)</c>.
/// Duchi et al. 2011; <c>torch.optim.Adagrad</c>.
/// </summary>
public sealed class Adagrad : Optimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <param name="learningRateDecay">η, finite and not negative.</param>
    /// <param name="weightDecay">λ, the factor of the L2 penalty, finite and not negative.</param>
    /// <param name="initialAccumulator">What s starts at, finite and not negative.</param>
    /// <param name="epsilon">ε, finite and at least 1e-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public Adagrad(
        double learningRate = 1e-2,
        double learningRateDecay = 0,
        double weightDecay = 0,
        double initialAccumulator = 0,
        double epsilon = 1e-10)
        : base(learningRate)
    {
        LearningRateDecay = learningRateDecay;
        WeightDecay = weightDecay;
        InitialAccumulator = initialAccumulator;
        Epsilon = epsilon;
    }

    /// <summary>η: how fast the learning rate falls with the steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double LearningRateDecay { get; init => field = Setting.NotNegative(value, nameof(LearningRateDecay)); }

    /// <summary>What the sum of squares starts at.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double InitialAccumulator { get; init => field = Setting.NotNegative(value, nameof(InitialAccumulator)); }

    /// <summary>ε, added to the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1e-30, infinite or not a number.</exception>
    public double Epsilon { get; init => field = Setting.Epsilon(value, nameof(Epsilon)); }

    private protected override StateArray?[] States => [new("sum", InitialAccumulator)];

    private protected override string Rule =>
        string.Create(CultureInfo.InvariantCulture, $"LearningRateDecay {LearningRateDecay}, InitialAccumulator {InitialAccumulator}, Epsilon {Epsilon}");

    private protected override UpdateRules MakeRules(int groups) => new SimpleRules<AdagradRule>(
        groups, settings => new(settings.LearningRate / (1 + ((Steps - 1) * LearningRateDecay)), settings.WeightDecay, Epsilon));
}
