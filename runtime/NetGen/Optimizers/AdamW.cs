namespace NetGen;

/// <summary>
/// Adam with decoupled weight decay: <c>p -= lr λ p</c>, then Adam's update without a penalty in the gradient.
/// Loshchilov and Hutter 2017; <c>torch.optim.AdamW</c>.
/// </summary>
public sealed class AdamW : Optimizer
{
    private AdamRule<Off> _rule;
    private AdamRule<On> _maxRule;
    private MomentCorrection _correction;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <param name="beta1">β₁, the memory of the mean gradient, in [0, 1).</param>
    /// <param name="beta2">β₂, the memory of the mean square, in [0, 1).</param>
    /// <param name="epsilon">ε, finite and at least 1e-30.</param>
    /// <param name="weightDecay">λ, the share of a parameter that a step of learning rate 1 takes away, finite and not negative.</param>
    /// <param name="amsgrad">Whether v never shrinks in the update (Reddi et al. 2018).</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public AdamW(
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 1e-2,
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

    /// <summary>λ: the share of a parameter that a step of learning rate 1 takes away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double WeightDecay { get; init => field = Setting.NotNegative(value, nameof(WeightDecay)); }

    /// <summary>Whether the update uses the largest v so far.</summary>
    public bool Amsgrad { get; init; }

    private protected override double?[] InitialState => Amsgrad ? [0, 0, 0] : [0, 0];

    /// <inheritdoc/>
    public override void Update(ref float parameters, ref float gradients, int kernelOffset, int count)
    {
        if (Amsgrad)
        {
            Run(in _maxRule, ref parameters, ref gradients, kernelOffset, count);
        }
        else
        {
            Run(in _rule, ref parameters, ref gradients, kernelOffset, count);
        }
    }

    /// <inheritdoc/>
    public override void Update(ref double parameters, ref double gradients, int kernelOffset, int count)
    {
        if (Amsgrad)
        {
            Run(in _maxRule, ref parameters, ref gradients, kernelOffset, count);
        }
        else
        {
            Run(in _rule, ref parameters, ref gradients, kernelOffset, count);
        }
    }

    private protected override void Prepare()
    {
        _correction.Advance(Beta1, Beta2);
        AdamConstants constants = new(Beta1, Beta2, Epsilon, LearningRate, in _correction) { Shrink = 1 - (LearningRate * WeightDecay) };
        _rule = new AdamRule<Off>(in constants);
        _maxRule = new AdamRule<On>(in constants);
    }
}
