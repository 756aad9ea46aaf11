using System.Globalization;

namespace Tuning;

/// <summary>Settings to try. Everything that a training depends on besides its data and its length.</summary>
/// <param name="Number">Which trial of the search, from 0; with the search's seed it determines all the rest.</param>
/// <param name="Architecture">Width and dropout.</param>
/// <param name="LearningRate">Of AdamW, in the first epoch.</param>
/// <param name="BatchSize">Samples per step.</param>
/// <param name="WeightDecay">λ of AdamW.</param>
/// <param name="Seed">Of the initial weights and of the order of the samples.</param>
internal sealed record Trial(int Number, Architecture Architecture, double LearningRate, int BatchSize, double WeightDecay, ulong Seed)
{
    /// <summary>The settings by name, as texts that are the same in every culture.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings =>
    [
        new("width", Text(Architecture.Width)),
        new("dropout", Text(Architecture.Dropout)),
        new("learning_rate", Text(LearningRate)),
        new("batch_size", Text(BatchSize)),
        new("weight_decay", Text(WeightDecay)),
    ];

    /// <summary>For people: <c>width 64, dropout 0.2, rate 0.00123, batch 32, decay 0.0456</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"width {Architecture.Width}, dropout {Architecture.Dropout}, rate {NumberText.Setting(LearningRate)}, batch {BatchSize}, decay {NumberText.Setting(WeightDecay)}");

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
