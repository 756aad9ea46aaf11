namespace NetGen;

/// <summary>An evaluation: all metrics, then the classes or outputs, then the confusions.</summary>
internal static class EvaluationReport
{
    private const int MostRows = 50;
    private const int WorstRows = 20;

    public static void Write(Evaluation evaluation, ReportConsole console)
    {
        var metrics = new ReportTable(new("Metric") { IsNumber = false }, new("Value"));
        foreach (var (name, value) in evaluation.Scalars)
        {
            metrics.Add(MetricText.Label(name), MetricText.Value(name, value));
        }

        console.WriteLine($"Evaluation of {NumberText.Count(evaluation.Count)} samples");
        metrics.Write(console);
        if (evaluation.InvalidAnswers > 0)
        {
            console.WriteLine($"{NumberText.Count(evaluation.InvalidAnswers)} answers are NaN and count as wrong.");
        }

        console.WriteLine();
        if (evaluation.Classes is { Count: > 0 } classes)
        {
            WriteClasses(evaluation, classes, console);
        }

        if (evaluation.Outputs is { Count: > 1 } outputs)
        {
            WriteOutputs(outputs, console);
        }

        if (evaluation.ConfusionMatrix is { } matrix)
        {
            ConfusionReport.Write(matrix, console);
        }
    }

    private static void WriteClasses(Evaluation evaluation, IReadOnlyList<ClassScore> classes, ReportConsole console)
    {
        (string Name, AveragedScore? Score)[] averages =
            [("macro", evaluation.Macro), ("micro", evaluation.Micro), ("weighted", evaluation.Weighted), ("samples", evaluation.SampleAverage)];
        averages = [.. averages.Where(average => average.Score is not null)];
        var table = new ReportTable(
            new(evaluation.ConfusionMatrix is null && evaluation.Accuracy is null ? "Label" : "Class") { IsNumber = false },
            new("Precision", Rank: 2),
            new("Recall", Rank: 1),
            new("F1"),
            new("ROC AUC", Rank: 4),
            new("Support", Rank: 3)) { Totals = averages.Length };
        var shown = classes.Count <= MostRows ? classes : classes.Where(score => score.Support > 0).OrderBy(score => score.F1).Take(WorstRows);
        if (classes.Count > MostRows)
        {
            console.WriteLine($"The {WorstRows} of lowest F1 among {NumberText.Count(classes.Count)} classes");
        }

        foreach (var score in shown)
        {
            table.Add(
                score.Name, NumberText.Value(score.Precision), NumberText.Value(score.Recall), NumberText.Value(score.F1),
                score.RocAuc is { } area ? NumberText.Value(area) : "-", NumberText.Count(score.Support));
        }

        foreach (var (name, score) in averages)
        {
            table.Add(name, NumberText.Value(score!.Precision), NumberText.Value(score.Recall), NumberText.Value(score.F1), "", "");
        }

        table.Write(console);
        console.WriteLine();
    }

    private static void WriteOutputs(IReadOnlyList<OutputScore> outputs, ReportConsole console)
    {
        var table = new ReportTable(new("Output") { IsNumber = false }, new("MAE", Rank: 1), new("RMSE"), new("R2", Rank: 2));
        var shown = outputs.Count <= MostRows ? outputs : outputs.OrderByDescending(score => score.RootMeanSquaredError).Take(WorstRows);
        if (outputs.Count > MostRows)
        {
            console.WriteLine($"The {WorstRows} of largest RMSE among {NumberText.Count(outputs.Count)} outputs");
        }

        foreach (var score in shown)
        {
            table.Add(
                NumberText.Count(score.Output), NumberText.Value(score.MeanAbsoluteError), NumberText.Value(score.RootMeanSquaredError),
                score.R2 is { } r2 ? NumberText.Value(r2) : "-");
        }

        table.Write(console);
        console.WriteLine();
    }
}
