using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>An evaluation as text.</summary>
internal static class EvaluationText
{
    private const int MatrixClasses = 20;
    private const int MostRows = 100;
    private const int WorstRows = 20;
    private const int NumberWidth = 11;

    private static readonly (string Label, string Name)[] Further =
    [
        ("subset accuracy", "subset_accuracy"),
        ("Hamming loss", "hamming_loss"),
        ("Jaccard index", "jaccard"),
        ("top-5 accuracy", "top5_accuracy"),
        ("ROC AUC", "roc_auc"),
        ("average precision", "average_precision"),
        ("calibration error", "calibration_error"),
        ("mean absolute error", "mae"),
        ("root mean squared error", "rmse"),
        ("largest error", "max_error"),
        ("R²", "r2"),
    ];

    public static string Summary(Evaluation evaluation)
    {
        string accuracy = evaluation.Accuracy is double part ? Invariant($", accuracy {part * 100:F2} %") : "";
        return Invariant($"loss {evaluation.Loss:G4}{accuracy} ({evaluation.Count} samples)");
    }

    public static string Write(Evaluation evaluation)
    {
        var text = new StringBuilder(Summary(evaluation));
        var scalars = evaluation.Scalars;
        var further = Further.Where(metric => scalars.ContainsKey(metric.Name)).Select(metric => Invariant($"{metric.Label} {scalars[metric.Name]:G4}")).ToArray();
        if (further.Length > 0)
        {
            text.Append('\n').AppendJoin(", ", further);
        }

        if (evaluation.InvalidAnswers > 0)
        {
            text.Append('\n').Append(Invariant($"{evaluation.InvalidAnswers} answers are NaN and count as wrong."));
        }

        if (evaluation.Classes is { } classes)
        {
            text.Append("\n\n");
            WriteScores(text, evaluation, classes);
        }

        if (evaluation.ConfusionMatrix is { Classes: <= MatrixClasses } matrix)
        {
            text.Append("\n\nConfusion matrix (rows: targets, columns: answers)\n").Append(matrix.ToString().TrimEnd('\n'));
        }

        return text.ToString();
    }

    private static void WriteScores(StringBuilder text, Evaluation evaluation, IReadOnlyList<ClassScore> classes)
    {
        string title = evaluation.HammingLoss is null ? "Class" : "Label";
        IEnumerable<ClassScore> shown = classes;
        if (classes.Count > MostRows)
        {
            text.Append(Invariant($"The {WorstRows} of lowest F1 among {classes.Count}:\n"));
            shown = classes.Where(score => score.Support > 0).OrderBy(score => score.F1).Take(WorstRows);
        }

        var rows = shown.Select(score => (Name: score.Name, Score: new AveragedScore(score.Precision, score.Recall, score.F1), Support: (long?)score.Support)).ToList();
        Append("macro", evaluation.Macro);
        Append("micro", evaluation.Micro);
        Append("weighted", evaluation.Weighted);
        Append("samples", evaluation.SampleAverage);

        int width = Math.Max(title.Length, rows.Max(row => row.Name.Length));
        text.Append(title.PadRight(width));
        foreach (string header in (string[])["Precision", "Recall", "F1", "Support"])
        {
            text.Append(header.PadLeft(NumberWidth));
        }

        foreach (var (name, score, support) in rows)
        {
            text.Append('\n').Append(name.PadRight(width)).Append(Invariant($"{score.Precision,NumberWidth:F4}{score.Recall,NumberWidth:F4}{score.F1,NumberWidth:F4}"));
            if (support is not null)
            {
                text.Append(Invariant($"{support,NumberWidth}"));
            }
        }

        void Append(string name, AveragedScore? score)
        {
            if (score is not null)
            {
                rows.Add((name, score, null));
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
