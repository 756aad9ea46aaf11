using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NetGen.Runtime.Tests.Metrics;

/// <summary>The cases of tests/reference/metrics.py: predictions, targets and what scikit-learn makes of them.</summary>
internal sealed record ReferenceCase(
    string Kind, int Outputs, double Threshold, float[] Predictions, float[] Targets, IReadOnlyDictionary<string, double?[]> Metrics)
{
    public static IReadOnlyDictionary<string, ReferenceCase> All { get; } = Read();

    public Evaluation Evaluate(int batchSize)
    {
        var options = new EvaluationOptions { BatchSize = batchSize, Threshold = Threshold };
        return Kind switch
        {
            "softmax" => Measured.Classes(Outputs, Predictions, [.. Targets.Select(target => (int)target)], options),
            "regression" => Measured.Regression(Outputs, Predictions, Targets, options),
            _ => Measured.Labels(Outputs, Predictions, Targets, options),
        };
    }

    /// <summary>The metrics of an evaluation under the names of the file.</summary>
    public static double?[] Found(Evaluation evaluation, string name) => name switch
    {
        "class_precision" => [.. evaluation.Classes!.Select(score => (double?)score.Precision)],
        "class_recall" => [.. evaluation.Classes!.Select(score => (double?)score.Recall)],
        "class_f1" => [.. evaluation.Classes!.Select(score => (double?)score.F1)],
        "class_roc_auc" => [.. evaluation.Classes!.Select(score => score.RocAuc)],
        "class_average_precision" => [.. evaluation.Classes!.Select(score => score.AveragePrecision)],
        "support" => [.. evaluation.Classes!.Select(score => (double?)score.Support)],
        "macro" => Values(evaluation.Macro!),
        "micro" => Values(evaluation.Micro!),
        "weighted" => Values(evaluation.Weighted!),
        "samples" => Values(evaluation.SampleAverage!),
        "confusion" => Cells(evaluation.ConfusionMatrix!),
        "output_mae" => [.. evaluation.Outputs!.Select(score => (double?)score.MeanAbsoluteError)],
        "output_rmse" => [.. evaluation.Outputs!.Select(score => (double?)score.RootMeanSquaredError)],
        "output_r2" => [.. evaluation.Outputs!.Select(score => score.R2)],
        "roc_threshold" => Curve(evaluation, point => point.Threshold),
        "roc_false_positive" => Curve(evaluation, point => point.FalsePositiveRate),
        "roc_recall" => Curve(evaluation, point => point.Recall),
        "pr_precision" => Curve(evaluation, point => point.Precision),
        "pr_recall" => Curve(evaluation, point => point.Recall),
        _ => [evaluation.TryGet(name, out double value) ? value : null],
    };

    private static double?[] Values(AveragedScore score) => [score.Precision, score.Recall, score.F1];

    private static double?[] Cells(ConfusionMatrix matrix) =>
        [.. Enumerable.Range(0, matrix.Classes * matrix.Classes).Select(cell => (double?)matrix[cell / matrix.Classes, cell % matrix.Classes])];

    /// <summary>The points that say yes at all.</summary>
    private static double?[] Curve(Evaluation evaluation, Func<ThresholdPoint, double> value) =>
        [.. evaluation.Thresholds!.Skip(1).Select(point => (double?)value(point))];

    private static Dictionary<string, ReferenceCase> Read([CallerFilePath] string here = "")
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "reference.json")));
        return document.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => new ReferenceCase(
            entry.Value.GetProperty("kind").GetString()!,
            entry.Value.GetProperty("outputs").GetInt32(),
            entry.Value.GetProperty("threshold").GetDouble(),
            Floats(entry.Value.GetProperty("predictions")),
            Floats(entry.Value.GetProperty("targets")),
            entry.Value.GetProperty("metrics").EnumerateObject().ToDictionary(metric => metric.Name, metric => Numbers(metric.Value))));
    }

    private static float[] Floats(JsonElement list) =>
        [.. list.EnumerateArray().Select(number => float.Parse(number.GetRawText(), CultureInfo.InvariantCulture))];

    private static double?[] Numbers(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(Number)]
        : [Number(value)];

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
}
