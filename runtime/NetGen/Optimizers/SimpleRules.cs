namespace NetGen;

/// <summary>Rules that follow from the settings of a step and those of the optimizer alone.</summary>
/// <typeparam name="TRule">The rule.</typeparam>
internal sealed class SimpleRules<TRule>(int groups, Func<StepSettings, TRule> make) : UpdateRules<TRule>(groups)
    where TRule : struct, IUpdateRule
{
    protected override TRule Make(in StepSettings settings) => make(settings);
}
