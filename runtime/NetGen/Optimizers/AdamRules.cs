using System.Globalization;

namespace NetGen;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> have in common.</summary>
internal static class AdamRules
{
    public static StateArray?[] States(bool amsgrad) => [new("exp_avg"), new("exp_avg_sq"), amsgrad ? new("max_exp_avg_sq") : null];

    public static string Describe(double beta1, double beta2, double epsilon, bool amsgrad) =>
        string.Create(CultureInfo.InvariantCulture, $"Beta1 {beta1}, Beta2 {beta2}, Epsilon {epsilon}, Amsgrad {amsgrad}");
}

/// <summary>Adam's rules: the powers behind the bias corrections go along with the steps.</summary>
/// <typeparam name="TMax">Whether to keep the largest v.</typeparam>
internal sealed class AdamRules<TMax>(int groups, double beta1, double beta2, double epsilon, bool isDecayDecoupled) : UpdateRules<AdamRule<TMax>>(groups)
    where TMax : struct, ISwitch
{
    private MomentCorrection _correction = new(1, 1);

    public override (double First, double Second) Powers
    {
        get => (_correction.Power1, _correction.Power2);
        set => _correction = new(value.First, value.Second);
    }

    public override void Advance() => _correction.Advance(beta1, beta2);

    protected override AdamRule<TMax> Make(in StepSettings settings) => new(new AdamConstants(beta1, beta2, epsilon, settings.LearningRate, in _correction)
    {
        Penalty = isDecayDecoupled ? 0 : settings.WeightDecay,
        Shrink = isDecayDecoupled ? 1 - (settings.LearningRate * settings.WeightDecay) : 1,
    });
}
