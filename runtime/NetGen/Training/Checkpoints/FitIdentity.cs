using System.Globalization;

namespace NetGen;

/// <summary>
/// What makes two trainings the same one: network, data, settings, each as a text. A checkpoint is only gone on with where all of them are equal; else the weights
/// would silently be others than those of an uninterrupted training.
/// </summary>
internal static class FitIdentity
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(NetworkInfo network, FitOptions options, IBatchPlan plan, IBatchPlan? validation, Optimizer optimizer, RateControl rate) =>
    [
        new("network", network.Name),

        // Not the hash of the architecture, which leaves out what only training sees: dropout, smoothing, class weights.
        new("layers", $"{Shapes.Format(network.InputShape)}, {string.Join(", ", network.Layers.Select(layer => layer.Description))}, {network.Loss}, {network.Precision}"),
        new("training set", plan.Fingerprint),

        // Unless something watches it, the validation set has no part in the weights.
        new("validation set", options.EarlyStopping is null && !rate.IsWatching ? "not watched" : validation?.Fingerprint ?? "none"),
        new("batch size", Text(plan.BatchSize)),
        new("samples per epoch", Text(plan.SamplesPerEpoch)),
        new("seed", plan.Seed is ulong seed ? Text(seed) : "none, not shuffled"),
        new("optimizer", optimizer.Describe()),
        new("learning rate", Text(rate.Start)),
        new("schedule", options.Schedule?.Describe() ?? "none"),
        new("average decay", options.AverageDecay is double decay ? Text(decay) : "none"),
        new("early stopping", options.EarlyStopping is { } stopping ? Text(stopping) : "none"),
    ];

    /// <summary>The differences, as "batch size is 32 in the checkpoint, 64 now".</summary>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> stored, IEnumerable<KeyValuePair<string, string>> now)
    {
        foreach (var (name, value) in now)
        {
            string before = stored.GetValueOrDefault(name, "not noted");
            if (before != value)
            {
                yield return $"{name} is {before} in the checkpoint, {value} now";
            }
        }
    }

    private static string Text(EarlyStopping stopping) => FormattableString.Invariant(
        $"watching {stopping.Monitor ?? "the loss"}, change {stopping.MinimumChange:R}, maximize {stopping.Maximize?.ToString() ?? "by name"}, restore best {stopping.RestoreBest}");

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
