using System.Globalization;

namespace NetGen;

/// <summary>
/// Stochastic gradient descent, with momentum b if asked for: <c>g += λ p; b = μ b + (1 - τ) g; g = b</c>, or <c>g + μ b</c> with
/// Nesterov; <c>p -= lr g</c>. The first step sets <c>b = g</c>. <c>torch.optim.SGD</c>.
/// </summary>
public sealed class Sgd : Optimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <param name="momentum">μ, finite and not negative; 0 for none.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum; needs a momentum and no dampening.</param>
    /// <param name="weightDecay">λ, the factor of the L2 penalty, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public Sgd(double learningRate = 1e-2, double momentum = 0, bool nesterov = false, double weightDecay = 0)
        : base(learningRate)
    {
        Momentum = momentum;
        Nesterov = nesterov;
        WeightDecay = weightDecay;
    }

    /// <summary>μ: how much of the last direction is kept; 0 for plain descent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double Momentum { get; init => field = Setting.NotNegative(value, nameof(Momentum)); }

    /// <summary>τ: how much of the new gradient is held back from the momentum (default: 0).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double Dampening { get; init => field = Setting.NotNegative(value, nameof(Dampening)); }

    /// <summary>Whether to look ahead along the momentum (Nesterov).</summary>
    public bool Nesterov { get; init; }

    private protected override StateArray?[] States => Momentum > 0 ? [new("momentum_buffer")] : [];

    private protected override string Rule =>
        string.Create(CultureInfo.InvariantCulture, $"Momentum {Momentum}, Dampening {Dampening}, Nesterov {Nesterov}");

    private protected override void Validate()
    {
        if (Nesterov && (Momentum == 0 || Dampening != 0))
        {
            throw new InvalidOperationException("Sgd: Nesterov needs a Momentum above 0 and a Dampening of 0.");
        }
    }

    // Step 1 takes the gradient whole, whatever the dampening.
    private protected override UpdateRules MakeRules(int groups) => new SimpleRules<SgdRule>(
        groups, settings => new(settings.LearningRate, settings.WeightDecay, Momentum, Steps == 1 ? 1 : 1 - Dampening, Nesterov));
}
