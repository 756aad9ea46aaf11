using System.Globalization;

namespace NetGen;

public sealed partial record Evaluation
{
    private static readonly (string Name, Func<Evaluation, double?> Value)[] Named =
    [
        ("loss", evaluation => evaluation.Loss),
        ("accuracy", evaluation => evaluation.Accuracy),
        ("precision", evaluation => evaluation.Positive?.Precision ?? evaluation.Macro?.Precision),
        ("recall", evaluation => evaluation.Positive?.Recall ?? evaluation.Macro?.Recall),
        ("f1", evaluation => evaluation.Positive?.F1 ?? evaluation.Macro?.F1),
        ("f1_macro", evaluation => evaluation.Macro?.F1),
        ("f1_micro", evaluation => evaluation.Micro?.F1),
        ("f1_weighted", evaluation => evaluation.Weighted?.F1),
        ("f1_samples", evaluation => evaluation.SampleAverage?.F1),
        ("top5_accuracy", evaluation => evaluation.Ranks?.Length > 6 ? evaluation.TopK(5) : null),
        ("roc_auc", evaluation => evaluation.RocAuc),
        ("average_precision", evaluation => evaluation.AveragePrecision),
        ("calibration_error", evaluation => evaluation.CalibrationError),
        ("subset_accuracy", evaluation => evaluation.SubsetAccuracy),
        ("hamming_loss", evaluation => evaluation.HammingLoss),
        ("jaccard", evaluation => evaluation.JaccardIndex),
        ("mae", evaluation => evaluation.MeanAbsoluteError),
        ("mse", evaluation => evaluation.MeanSquaredError),
        ("rmse", evaluation => evaluation.RootMeanSquaredError),
        ("max_error", evaluation => evaluation.MaxError),
        ("r2", evaluation => evaluation.R2),
    ];

    /// <summary>
    /// The metrics that are one number, by stable names, those that apply: <c>loss</c>, <c>accuracy</c>, <c>precision</c>, <c>recall</c>, <c>f1</c> (of two classes those of
    /// class 1, otherwise macro), <c>f1_macro</c>, <c>f1_micro</c>, <c>f1_weighted</c>, <c>f1_samples</c>, <c>top5_accuracy</c> (of more than five classes), <c>roc_auc</c>,
    /// <c>average_precision</c>, <c>calibration_error</c>, <c>subset_accuracy</c>, <c>hamming_loss</c>, <c>jaccard</c>, <c>mae</c>, <c>mse</c>, <c>rmse</c>,
    /// <c>max_error</c>, <c>r2</c>.
    /// </summary>
    public IReadOnlyDictionary<string, double> Scalars
    {
        get
        {
            var scalars = new OrderedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var (name, value) in Named)
            {
                if (value(this) is double number)
                {
                    scalars.Add(name, number);
                }
            }

            return scalars;
        }
    }

    /// <summary>Whether a number of this name can be measured, on whatever network.</summary>
    internal static bool IsName(string name) => Array.Exists(Named, scalar => scalar.Name == name) || TopCount(name) is not null;

    /// <summary>Every name, for messages.</summary>
    internal static IEnumerable<string> Names => Named.Select(scalar => scalar.Name);

    /// <summary>Of two classes, class 1.</summary>
    private ClassScore? Positive => Ranks?.Length == 3 ? Classes?[1] : null;

    /// <summary>Looks a metric up by its name, see <see cref="Scalars"/>; also <c>top3_accuracy</c> and so on for any number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value, or 0.</param>
    /// <returns>Whether the name is known and the metric applies.</returns>
    public bool TryGet(string name, out double value)
    {
        ArgumentNullException.ThrowIfNull(name);
        double? found = Array.Find(Named, scalar => scalar.Name == name).Value?.Invoke(this) ?? TopK(name);
        value = found ?? 0;
        return found is not null;
    }

    /// <summary>The value of <c>top…_accuracy</c>.</summary>
    private double? TopK(string name) => TopCount(name) is int k ? TopK(k) : null;

    /// <summary>The number in <c>top…_accuracy</c>; null: it is another name.</summary>
    private static int? TopCount(string name)
    {
        const string Start = "top", End = "_accuracy";
        return name.Length > Start.Length + End.Length && name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Start.Length..^End.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int k) && k > 0
            ? k
            : null;
    }
}
