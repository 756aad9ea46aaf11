using System.Globalization;

namespace NetGen;

/// <summary>What a training came to: a line or two of facts, and the curves.</summary>
internal static class FitReportText
{
    public static void Write(FitResult result, bool logScale, ReportConsole console)
    {
        var best = result.Best ?? BestSoFar.Of(result.Epochs);
        console.WriteLine(Facts(result));
        if (best is not null)
        {
            console.WriteLine($"Best: epoch {best.Epoch}, {string.Join(", ", Measured(best))}");
        }

        console.WriteLine();
        PlotReport.Write(HistoryPlots.Losses(result.Epochs, best, logScale), console);
        if (result.Diagnosis is { } diagnosis)
        {
            console.WriteLine();
            DiagnosisReport.Write(diagnosis, console);
        }
    }

    private static string Facts(FitResult result)
    {
        var facts = string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural(result.Epochs.Count, "epoch")}, {Plural(result.Steps, "step")}, {NumberText.Duration(result.Elapsed)}");
        facts += result.ResumedFrom is { } checkpoint ? $"; resumed from {CellText.Clean(checkpoint)}" : "";
        return facts + (result.Cancelled ? "; cancelled" : result.StoppedEarly ? "; stopped early" : "");
    }

    private static string Plural(long count, string noun) => $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static IEnumerable<string> Measured(EpochResult epoch) =>
        from name in (string[])[MetricText.Loss, MetricText.ValidationLoss, MetricText.ValidationAccuracy]
        let value = MetricText.Of(epoch, name)
        where value is not null
        select $"{MetricText.Label(name)} {MetricText.Value(name, value.Value)}";
}
