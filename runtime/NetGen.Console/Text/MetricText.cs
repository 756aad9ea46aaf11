namespace NetGen;

/// <summary>Metrics by their names in <see cref="EpochResult.Metrics"/>.</summary>
internal static class MetricText
{
    public const string ValidationPrefix = "validation_";
    public const string Loss = "loss";
    public const string ValidationLoss = "validation_loss";
    public const string ValidationAccuracy = "validation_accuracy";

    private static readonly HashSet<string> Abbreviations = ["roc", "auc", "mae", "mse", "rmse", "r2", "f1"];

    /// <summary>What an epoch measured under a name; null: nothing.</summary>
    public static double? Of(EpochResult epoch, string name) =>
        epoch.Metrics.TryGetValue(name, out var value) ? value : name switch
        {
            Loss => epoch.Loss,
            ValidationLoss => epoch.ValidationLoss,
            ValidationAccuracy => epoch.ValidationAccuracy,
            _ => null,
        };

    /// <summary>The name for people: "validation loss", but "accuracy", which is measured on the validation set alone.</summary>
    public static string Label(string name)
    {
        var own = name != ValidationLoss && name.StartsWith(ValidationPrefix, StringComparison.Ordinal) ? name[ValidationPrefix.Length..] : name;
        return CellText.Clean(string.Join(' ', own.Split('_').Select(word => Abbreviations.Contains(word) ? word.ToUpperInvariant() : word)));
    }

    /// <summary>The name where there is little room.</summary>
    public static string ShortLabel(string name) => Label(name) switch
    {
        "validation loss" => "val loss",
        "accuracy" => "acc",
        var label => label,
    };

    /// <summary>The number for people: accuracies in per cent.</summary>
    public static string Value(string name, double value) => IsPart(name) && double.IsFinite(value) ? NumberText.Percent(value) : NumberText.Value(value);

    private static bool IsPart(string name) => name.EndsWith("accuracy", StringComparison.Ordinal);
}
