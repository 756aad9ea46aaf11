namespace NetGen;

public abstract partial class Optimizer
{
    /// <summary>
    /// λ, finite and not negative: the factor of the L2 penalty, <c>g += λ p</c>. In <see cref="AdamW"/> and <see cref="Lion"/> decoupled from the gradient:
    /// the share of a parameter that a step of learning rate 1 takes away.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double WeightDecay { get; init => field = Setting.NotNegative(value, nameof(WeightDecay)); }

    /// <summary>
    /// Decoupled weight decay, finite and not negative: <c>p -= lr λ p</c> before the update (Loshchilov and Hutter 2017). <see cref="AdamW"/> and
    /// <see cref="Lion"/> decay so by their <see cref="WeightDecay"/> and refuse this one at the first step.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double DecoupledWeightDecay { get; init => field = Setting.NotNegative(value, nameof(DecoupledWeightDecay)); }

    /// <summary>l₁, the factor of the L1 penalty, finite and not negative: <c>g += l₁ sign(p)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double L1 { get; init => field = Setting.NotNegative(value, nameof(L1)); }

    /// <summary>
    /// The largest L2 norm c of the gradient of all parameters together, above 0: the gradient is multiplied with <c>min(1, c / (norm + 1e-6))</c>. Infinity
    /// only measures <see cref="GradientNorm"/>; null (the default): neither. <c>torch.nn.utils.clip_grad_norm_</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public double? ClipNorm { get; init => field = Setting.Positive(value, nameof(ClipNorm)); }

    /// <summary>
    /// The largest absolute value of a gradient, above 0: what is beyond counts as the limit itself; null (the default): no limit. Together with
    /// <see cref="ClipNorm"/> values are clipped first. <c>torch.nn.utils.clip_grad_value_</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public double? ClipValue { get; init => field = Setting.Positive(value, nameof(ClipValue)); }

    /// <summary>
    /// How many calls of <c>Step</c> make one update, at least 1: each adds its gradient divided by this number, the last one updates. Calls are counted
    /// through, across the ends of epochs, as a plain PyTorch loop does; <see cref="Flush"/> updates earlier.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int AccumulationSteps
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(AccumulationSteps), value, $"AccumulationSteps must be at least 1, but is {value}.");
    }

    = 1;

    /// <summary>Parameters with settings of their own, by name; of several groups that match a name the first has it. A group that matches no parameter is refused at the first step.</summary>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public IReadOnlyList<ParameterGroup> Groups
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            ParameterGroup[] groups = [.. value];
            foreach (ParameterGroup group in groups)
            {
                ArgumentNullException.ThrowIfNull(group, nameof(Groups));
            }

            field = Array.AsReadOnly(groups);
        }
    }

    = [];

    /// <summary>The L2 norm of the last update's gradient before it was clipped by norm; null without <see cref="ClipNorm"/> and before the first update.</summary>
    public double? GradientNorm { get; private set; }

    /// <summary>Calls of <c>Step</c> whose gradients wait for the next update, below <see cref="AccumulationSteps"/>.</summary>
    public int AccumulatedSteps { get; private set; }

    /// <summary>Whether <see cref="WeightDecay"/> is decoupled from the gradient.</summary>
    private protected virtual bool IsDecayDecoupled => false;

    /// <summary>Settings of the kinds that each optimizer has of its own, as text.</summary>
    private protected abstract string Rule { get; }

    private StepSettings SettingsOf(ParameterGroup? group)
    {
        double rate = LearningRate * (group?.LearningRateFactor ?? 1);
        double decoupled = group?.DecoupledWeightDecay ?? DecoupledWeightDecay;
        return new StepSettings(rate, group?.WeightDecay ?? WeightDecay, group?.L1 ?? L1, 1 - (rate * decoupled));
    }

    private void RequireOneDecay()
    {
        if (IsDecayDecoupled && (DecoupledWeightDecay != 0 || Groups.Any(group => group.DecoupledWeightDecay > 0)))
        {
            throw new InvalidOperationException($"{GetType().Name}: WeightDecay is decoupled already. Set that one, of the optimizer or of a group, and leave DecoupledWeightDecay at 0.");
        }
    }
}
