using Spectre.Console;

namespace NetGen;

/// <summary>
/// Shows how a training run goes, in the terminal: a live line with the epoch, a bar, the loss, the speed and the time left, and a
/// line that stays for each finished epoch. Where the output is no terminal (a file, a pipe, a build server), only the lines of
/// finished epochs are written, as plain text.
/// </summary>
/// <example><code>net.Fit(train, new FitOptions { Epochs = 5, Progress = new ConsoleProgress() });</code></example>
public sealed class ConsoleProgress : IProgress<FitProgress>
{
    // Twenty a second look live; more would only cost time.
    private const long MillisecondsBetweenUpdates = 50;

    // Up one line and clear it: the live line ends with a line feed, so that whatever is printed next, also after a
    // cancelled run, starts on a line of its own.
    private const string EraseLineAbove = "\e[1A\e[2K\r";

    private readonly IAnsiConsole console;
    private readonly bool live;
    private readonly Lock gate = new();
    private long lastUpdate = long.MinValue;
    private bool lineShown;

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
    }

    /// <summary>Shows the news. Called by the training loop; may be called from any thread.</summary>
    /// <param name="value">Where the run stands.</param>
    public void Report(FitProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (gate)
        {
            if (value.Completed is { } epoch)
            {
                EraseLiveLine();
                WriteLine(ProgressText.Finished(epoch, value.Epochs, value.SamplesPerSecond));
            }
            else if (live)
            {
                Update(value);
            }
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
        EraseLiveLine();

        // One column stays free: a full last column makes some terminals wrap, and then one line up is not far enough.
        WriteLine(ProgressText.Live(value, console.Profile.Width - 1, console.Profile.Capabilities.Unicode));
        lineShown = true;
    }

    private void EraseLiveLine()
    {
        if (lineShown)
        {
            console.Profile.Out.Writer.Write(EraseLineAbove);
            lineShown = false;
        }
    }

    // Past the layout of Spectre.Console, which would break long lines at 80 columns where the output is a file.
    private void WriteLine(string line)
    {
        console.Profile.Out.Writer.WriteLine(line);
        console.Profile.Out.Writer.Flush();
    }
}
