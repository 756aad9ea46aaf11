using Spectre.Console;

namespace NetGen;

/// <summary>
/// Shows how a training run goes, in the terminal: a live line with the epoch, a bar, batches, the loss, what the last validation measured, the speed and the time
/// left, and a line that stays for each finished epoch. Where the terminal is narrow, the less important parts are left out. Where the output is no terminal (a
/// file, a pipe, a build server) or one that moves no cursor (<c>TERM=dumb</c>), only the lines of finished epochs are written, as plain text.
/// </summary>
/// <remarks>
/// A star marks an epoch that is better than all before it. The learning rate is shown from the epoch on in which it has changed. No colours are used, so
/// <c>NO_COLOR</c> changes nothing. Use one object per training.
/// <para>A training that is cancelled or fails in the middle of an epoch reports nothing any more. Its live line ends when this object is disposed of, and by itself
/// where Ctrl+C, the end of the program or an unhandled exception was the cause; what is printed before that lands behind the live line.</para>
/// </remarks>
/// <example><code>
/// using var progress = new ConsoleProgress { Metrics = ["validation_roc_auc"] };
/// net.Fit(train, new FitOptions { Epochs = 5, Progress = progress });
/// </code></example>
public sealed class ConsoleProgress : IProgress<FitProgress>, IDisposable
{
    // Twenty a second look live; more would only cost time.
    private const long MillisecondsBetweenUpdates = 50;

    private readonly IAnsiConsole console;
    private readonly bool live;
    private readonly LiveLine liveLine;
    private readonly Lock gate = new();
    private BestSoFar? best;
    private EpochResult? last;
    private bool rateChanged;
    private long lastUpdate = long.MinValue;

    /// <summary>Progress on the standard output.</summary>
    public ConsoleProgress()
        : this(AnsiConsole.Console)
    {
    }

    /// <summary>Progress on a console of your choice.</summary>
    /// <param name="console">Where to write. The live line is shown if it is a terminal that understands control sequences.</param>
    public ConsoleProgress(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        this.console = console;
        live = console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi && console.Profile.Capabilities.Interactive;
        liveLine = new(console.Profile.Out.Writer);
    }

    /// <summary>How much to show.</summary>
    public ProgressVerbosity Verbosity { get; init; } = ProgressVerbosity.Live;

    /// <summary>
    /// The metrics to show for each epoch, as <see cref="EpochResult.Metrics"/> names them; what is not measured is left out. By default the loss and the
    /// accuracy on the validation set.
    /// </summary>
    public IReadOnlyList<string> Metrics { get; init; } = [MetricText.ValidationLoss, MetricText.ValidationAccuracy];

    /// <summary>
    /// The metric whose best epoch gets the star, as for <see cref="EarlyStopping"/>; null (the default): the validation loss or, without validation, the training loss.
    /// </summary>
    public string? Monitor { get; init; }

    /// <summary>Whether a larger <see cref="Monitor"/> is better; null (the default): as the name says.</summary>
    public bool? Maximize { get; init; }

    /// <summary>Shows the news. Called by the training loop; may be called from any thread.</summary>
    /// <param name="value">Where the run stands.</param>
    public void Report(FitProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (Verbosity == ProgressVerbosity.Silent)
        {
            return;
        }

        lock (gate)
        {
            if (value.Completed is { } epoch)
            {
                Finish(value, epoch);
            }
            else if (live && Verbosity == ProgressVerbosity.Live)
            {
                Update(value);
            }
        }
    }

    /// <summary>Ends the live line of an epoch that was not finished: it stays, and what is printed next gets a line of its own. May be called more than once.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            liveLine.Leave();
        }
    }

    private void Finish(FitProgress value, EpochResult epoch)
    {
        // The first epoch is better than none: that is no news.
        best ??= new BestSoFar(Monitor, Maximize);
        var isFirst = best.Epoch is null;
        var isBest = best.Add(epoch) && !isFirst;
        rateChanged |= last is not null && epoch.LearningRate != last.LearningRate;
        liveLine.Clear();
        WriteLine(ProgressText.Finished(value, epoch, new(Metrics, rateChanged, isBest), live ? console.Profile.Width - 1 : int.MaxValue));
        if (last is null)
        {
            TellUnknownMetrics(epoch);
        }

        last = epoch;
    }

    // A misspelt name would otherwise be missing without a word.
    private void TellUnknownMetrics(EpochResult epoch)
    {
        string[] unknown = [.. Metrics.Where(name => name is not (MetricText.ValidationLoss or MetricText.ValidationAccuracy) && MetricText.Of(epoch, name) is null)];
        if (unknown.Length > 0)
        {
            WriteLine($"Not measured: {string.Join(", ", unknown.Select(CellText.Clean))}. Measured: {string.Join(", ", epoch.Metrics.Keys.Select(CellText.Clean))}.");
        }
    }

    private void Update(FitProgress value)
    {
        var now = Environment.TickCount64;
        if (lastUpdate != long.MinValue && now - lastUpdate < MillisecondsBetweenUpdates)
        {
            return;
        }

        lastUpdate = now;

        // Two columns stay free, one of them for the gap behind the line: a full last column makes some terminals wrap, and then the line is no longer where it began.
        liveLine.Show(ProgressText.Live(value, last, Metrics, console.Profile.Width - 2, console.Profile.Capabilities.Unicode));
    }

    // Past the layout of Spectre.Console, which would break long lines at 80 columns where the output is a file.
    private void WriteLine(string line)
    {
        console.Profile.Out.Writer.WriteLine(line);
        console.Profile.Out.Writer.Flush();
    }
}
