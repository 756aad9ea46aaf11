namespace NetGen;

/// <summary>The rule of an optimizer with the constants of the present step, once per group of parameters.</summary>
internal abstract class UpdateRules
{
    /// <summary>The powers β₁ᵗ and β₂ᵗ that Adam carries along; 1 where a rule has none.</summary>
    public virtual (double First, double Second) Powers
    {
        get => (1, 1);
        set
        {
        }
    }

    /// <summary>Goes on to the next step.</summary>
    public virtual void Advance()
    {
    }

    /// <summary>Computes what is the same for all parameters of a group in this step.</summary>
    public abstract void Prepare(int group, in StepSettings settings);

    /// <summary>What <see cref="Prepare"/> computed, as data.</summary>
    public abstract RuleConstants Constants(int group);

    public abstract void Run(int group, in UpdateChunk<float> chunk);

    public abstract void Run(int group, in UpdateChunk<double> chunk);
}

/// <inheritdoc/>
/// <typeparam name="TRule">The rule.</typeparam>
internal abstract class UpdateRules<TRule>(int groups) : UpdateRules
    where TRule : struct, IUpdateRule
{
    private readonly TRule[] _rules = new TRule[groups];

    public sealed override void Prepare(int group, in StepSettings settings) => _rules[group] = Make(in settings);

    public sealed override RuleConstants Constants(int group) => _rules[group].Constants;

    public sealed override void Run(int group, in UpdateChunk<float> chunk) => UpdateLoop.Run(in _rules[group], in chunk);

    public sealed override void Run(int group, in UpdateChunk<double> chunk) => UpdateLoop.Run(in _rules[group], in chunk);

    protected abstract TRule Make(in StepSettings settings);
}
