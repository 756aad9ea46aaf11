using System.Globalization;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Parameters that an optimizer treats in their own way, chosen by name; what a group leaves null is the optimizer's. PyTorch's parameter groups
/// (<c>torch.optim.Optimizer.param_groups</c>).
/// </summary>
public sealed record ParameterGroup
{
    /// <summary>Chooses parameters.</summary>
    /// <param name="pattern">A name, in which <c>*</c> stands for any characters and <c>?</c> for one: <c>*.bias</c>.</param>
    /// <exception cref="ArgumentException">The pattern is empty.</exception>
    public ParameterGroup(string pattern)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        Pattern = pattern;
    }

    /// <summary>The names of the parameters. Of several groups that match a name the first has it.</summary>
    public string Pattern { get; }

    /// <summary>What <see cref="Optimizer.LearningRate"/> is multiplied with, finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double LearningRateFactor { get; init => field = Setting.NotNegative(value, nameof(LearningRateFactor)); } = 1;

    /// <summary>Replaces <see cref="Optimizer.WeightDecay"/>; finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double? WeightDecay { get; init => field = Setting.NotNegative(value, nameof(WeightDecay)); }

    /// <summary>Replaces <see cref="Optimizer.L1"/>; finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double? L1 { get; init => field = Setting.NotNegative(value, nameof(L1)); }

    /// <summary>Replaces <see cref="Optimizer.DecoupledWeightDecay"/>; finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double? DecoupledWeightDecay { get; init => field = Setting.NotNegative(value, nameof(DecoupledWeightDecay)); }

    internal bool Matches(string name) => NamePattern.Matches(Pattern, name);

    internal string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"group '{Pattern}': LearningRateFactor {LearningRateFactor}, WeightDecay {Setting.Text(WeightDecay)}, L1 {Setting.Text(L1)}, DecoupledWeightDecay {Setting.Text(DecoupledWeightDecay)}");
}
