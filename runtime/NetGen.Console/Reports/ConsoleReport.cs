using Spectre.Console;

namespace NetGen;

/// <summary>
/// Shows networks, trainings and measurements in the terminal: tables, shaded confusion matrices, curves. It takes the width that the terminal has; where that is
/// little, the less important columns are left out. Where the output is no terminal (a file, a pipe, a build server), or one without control sequences, the
/// same is written as plain text of a fixed width. Colours follow <c>NO_COLOR</c>.
/// </summary>
/// <example><code>
/// ConsoleReport.Print(DigitNet.Info);
/// ConsoleReport.Print(net.Fit(train, options));
/// ConsoleReport.Print(net.Evaluate(test));
/// </code></example>
public static class ConsoleReport
{
    /// <summary>Shows the layers of a network with their shapes, parameters and FLOPs, and the totals. As plain text: <see cref="NetworkInfo.Summary"/>.</summary>
    /// <param name="network">The network's architecture.</param>
    /// <param name="console">Where to write; null: the standard output.</param>
    public static void Print(NetworkInfo network, IAnsiConsole? console = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkReport.Write(network, new(console));
    }

    /// <summary>Shows what a training came to, its losses as curves and, if it was diagnosed, what was found.</summary>
    /// <param name="result">The result of <c>Fit</c>.</param>
    /// <param name="logScale">Whether the losses have a logarithmic axis.</param>
    /// <param name="console">Where to write; null: the standard output.</param>
    public static void Print(FitResult result, bool logScale = false, IAnsiConsole? console = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        FitReportText.Write(result, logScale, new(console));
    }

    /// <summary>Shows the losses of epochs as curves.</summary>
    /// <param name="epochs">The epochs, for example <see cref="TrainingContext.History"/>.</param>
    /// <param name="logScale">Whether the losses have a logarithmic axis.</param>
    /// <param name="console">Where to write; null: the standard output.</param>
    public static void Print(IReadOnlyList<EpochResult> epochs, bool logScale = false, IAnsiConsole? console = null)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        PlotReport.Write(HistoryPlots.Losses(epochs, BestSoFar.Of(epochs), logScale), new(console));
    }

    /// <summary>
    /// Shows an evaluation: all metrics, the scores of each class (of more than 50, the 20 of lowest F1) or output, and the confusion matrix.
    /// </summary>
    /// <param name="evaluation">The result of <c>Evaluate</c>.</param>
    /// <param name="console">Where to write; null: the standard output.</param>
    public static void Print(Evaluation evaluation, IAnsiConsole? console = null)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        EvaluationReport.Write(evaluation, new(console));
    }

    /// <summary>
    /// Shows how often each class was taken for each, shaded by the part of the class's targets, with the recall of each class. Above 20 classes, and where the terminal
    /// is too narrow, the most frequent confusions are listed instead.
    /// </summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="console">Where to write; null: the standard output.</param>
    public static void Print(ConfusionMatrix matrix, IAnsiConsole? console = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ConfusionReport.Write(matrix, new(console));
    }

    /// <summary>Shows what the checks of a network with its data found, the gravest first, with advice. As plain text: <see cref="Diagnosis.ToString"/>.</summary>
    /// <param name="diagnosis">The result of <c>Diagnose</c>, or <see cref="FitResult.Diagnosis"/>.</param>
    /// <param name="console">Where to write; null: the standard output.</param>
    public static void Print(Diagnosis diagnosis, IAnsiConsole? console = null)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        DiagnosisReport.Write(diagnosis, new(console));
    }

    /// <summary>Draws the lines of a plot, in Braille dots where the terminal has colours to tell them apart, otherwise with a letter for each line.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="console">Where to write; null: the standard output.</param>
    public static void Print(Plot plot, IAnsiConsole? console = null)
    {
        ArgumentNullException.ThrowIfNull(plot);
        PlotReport.Write(plot, new(console));
    }
}
