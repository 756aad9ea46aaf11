namespace NetGen.Tests;

public sealed class ConsoleProgressTests
{
    private static readonly EpochResult Epoch = new(3, 0.12344, 0.10211, 0.97305, TimeSpan.FromSeconds(1.23));

    [Fact]
    public void Redirected_output_gets_one_plain_line_per_epoch()
    {
        var terminal = new TestTerminal(terminal: false);
        var progress = new ConsoleProgress(terminal.Console);

        progress.Report(Running(1));
        progress.Report(Running(2));
        progress.Report(Running(4) with { Completed = Epoch });

        Assert.Equal("epoch  3/10  loss 0.1234  validation loss 0.1021  accuracy 97.31 %  152k samples/s  1.2 s\n", terminal.Text);
    }

    [Fact]
    public void Without_validation_the_line_has_the_training_loss_alone()
    {
        var terminal = new TestTerminal(terminal: false);

        new ConsoleProgress(terminal.Console).Report(Running(4) with { Completed = Epoch with { ValidationLoss = null, ValidationAccuracy = null } });

        Assert.Equal("epoch  3/10  loss 0.1234  152k samples/s  1.2 s\n", terminal.Text);
    }

    [Fact]
    public void Terminal_shows_a_bar_that_the_finished_epoch_replaces()
    {
        var terminal = new TestTerminal(terminal: true);
        var progress = new ConsoleProgress(terminal.Console);

        progress.Report(Running(2));
        Assert.Equal("\repoch  3/10  ━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌  2/4  loss 0.2500  152k samples/s  1:05 left \e[K", terminal.Text);

        progress.Report(Running(4) with { Completed = Epoch });
        Assert.Contains("left \e[K\r\e[Kepoch  3/10  loss 0.1234", terminal.Text, StringComparison.Ordinal);
        Assert.EndsWith("1.2 s\n", terminal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_others_are_never_gone_back_to()
    {
        var terminal = new TestTerminal(terminal: true);
        var progress = new ConsoleProgress(terminal.Console);

        progress.Report(Running(2));
        terminal.Writer.WriteLine("a warning");
        progress.Report(Running(4) with { Completed = Epoch });

        Assert.Contains("left \e[Ka warning\n\r\e[Kepoch  3/10", terminal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[1A", terminal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Disposal_ends_the_line_of_an_unfinished_epoch_once()
    {
        var terminal = new TestTerminal(terminal: true);
        var progress = new ConsoleProgress(terminal.Console);
        progress.Report(Running(2));

        progress.Dispose();
        progress.Dispose();

        Assert.EndsWith("1:05 left \e[K\n", terminal.Text, StringComparison.Ordinal);
        Assert.Equal(1, terminal.Text.Count(character => character == '\n'));
    }

    [Fact]
    public void Disposal_after_a_finished_epoch_writes_nothing()
    {
        var terminal = new TestTerminal(terminal: true);
        var progress = new ConsoleProgress(terminal.Console);
        progress.Report(Running(2));
        progress.Report(Running(4) with { Completed = Epoch });
        var before = terminal.Text;

        progress.Dispose();

        Assert.Equal(before, terminal.Text);
    }

    [Theory]
    [InlineData(120, "epoch  4/10  ━━━━━╌╌╌╌╌  2/4  loss 0.2500  validation loss 0.1021  accuracy 97.31 %  152k samples/s  1:05 left")]
    [InlineData(80, "epoch  4/10  2/4  loss 0.2500  val loss 0.1021  acc 97.31 %  152k/s  1:05 left")]
    [InlineData(60, " 4/10  2/4  loss 0.2500  val loss 0.1021  1:05 left")]
    [InlineData(40, " 4/10  2/4  loss 0.2500  1:05 left")]
    [InlineData(20, " 4/10  loss 0.2500")]
    [InlineData(10, " 4/10")]
    [InlineData(3, "")]
    public void Narrow_terminal_loses_whole_parts_the_least_important_first(int width, string line)
    {
        var terminal = new TestTerminal(terminal: true, width);
        var progress = new ConsoleProgress(terminal.Console);
        progress.Report(Running(4) with { Completed = Epoch });

        progress.Report(Running(2) with { Epoch = 4 });

        Assert.Equal($"\r{line} \e[K", terminal.Text.Split('\n')[1]);
    }

    [Fact]
    public void Finished_line_keeps_what_was_measured_in_a_narrow_terminal()
    {
        var terminal = new TestTerminal(terminal: true, width: 40);

        new ConsoleProgress(terminal.Console).Report(Running(4) with { Completed = Epoch });

        Assert.Equal(" 3/10  loss 0.1234  val loss 0.1021  acc 97.31 %\n", terminal.Text);
    }

    [Fact]
    public void Dumb_terminal_gets_plain_lines()
    {
        var terminal = new TestTerminal(terminal: true);
        terminal.Console.Profile.Capabilities.Ansi = false;
        var progress = new ConsoleProgress(terminal.Console);

        progress.Report(Running(2));
        progress.Report(Running(4) with { Completed = Epoch });

        Assert.Equal("epoch  3/10  loss 0.1234  validation loss 0.1021  accuracy 97.31 %  152k samples/s  1.2 s\n", terminal.Text);
    }

    [Theory]
    [InlineData(ProgressVerbosity.Silent, 0)]
    [InlineData(ProgressVerbosity.Epochs, 1)]
    [InlineData(ProgressVerbosity.Live, 1)]
    public void Verbosity_decides_what_is_written(ProgressVerbosity verbosity, int lines)
    {
        var terminal = new TestTerminal(terminal: true);
        var progress = new ConsoleProgress(terminal.Console) { Verbosity = verbosity };

        progress.Report(Running(2));
        progress.Report(Running(4) with { Completed = Epoch });

        Assert.Equal(lines, terminal.Text.Count(character => character == '\n'));
        Assert.Equal(verbosity == ProgressVerbosity.Live, terminal.Text.Contains('\e', StringComparison.Ordinal));
    }

    [Fact]
    public void Chosen_metrics_are_shown_and_unknown_ones_are_named_once()
    {
        var terminal = new TestTerminal(terminal: false);
        var progress = new ConsoleProgress(terminal.Console) { Metrics = ["validation_roc_auc", "validation_rocauc"] };
        var epoch = Epoch with { Metrics = new Dictionary<string, double> { ["loss"] = 0.1, ["validation_roc_auc"] = 0.98765 } };

        progress.Report(Running(4) with { Completed = epoch });
        progress.Report(Running(4) with { Completed = epoch });

        var line = "epoch  3/10  loss 0.1234  ROC AUC 0.9877  152k samples/s  1.2 s\n";
        Assert.Equal(line + "Not measured: validation_rocauc. Measured: loss, validation_roc_auc.\n" + line, terminal.Text);
    }

    [Fact]
    public void Learning_rate_is_shown_once_it_has_changed()
    {
        var lines = Finished(Epoch with { LearningRate = 1e-3 }, Epoch with { LearningRate = 1e-3 }, Epoch with { LearningRate = 5e-4 }, Epoch with { LearningRate = 5e-4 });

        Assert.Equal([false, false, true, true], lines.Select(line => line.Contains("learning rate", StringComparison.Ordinal)));
        Assert.Contains("learning rate 5e-4", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Star_marks_epochs_better_than_all_before_but_not_the_first()
    {
        var lines = Finished(
            Epoch with { ValidationLoss = 3 }, Epoch with { ValidationLoss = 2 }, Epoch with { ValidationLoss = 2.5 }, Epoch with { ValidationLoss = double.NaN },
            Epoch with { ValidationLoss = 1 });

        Assert.Equal([false, true, false, false, true], lines.Select(line => line.EndsWith('*')));
    }

    [Fact]
    public void Star_follows_the_monitored_metric_in_its_direction()
    {
        var terminal = new TestTerminal(terminal: false);
        var progress = new ConsoleProgress(terminal.Console) { Monitor = "validation_accuracy" };
        foreach (var accuracy in (double[])[0.5, 0.4, 0.6])
        {
            progress.Report(Running(4) with { Completed = Epoch with { ValidationAccuracy = accuracy } });
        }

        Assert.Equal([false, false, true], Lines(terminal).Select(line => line.EndsWith('*')));
    }

    [Fact]
    public void Fast_batches_do_not_flood_the_terminal()
    {
        var terminal = new TestTerminal(terminal: true);
        var progress = new ConsoleProgress(terminal.Console);

        for (var i = 0; i < 1000; i++)
        {
            progress.Report(Running(1));
        }

        Assert.InRange(terminal.Text.Count(character => character == '\r'), 1, 100);
    }

    private static string[] Finished(params EpochResult[] epochs)
    {
        var terminal = new TestTerminal(terminal: false);
        var progress = new ConsoleProgress(terminal.Console);
        foreach (var epoch in epochs)
        {
            progress.Report(Running(4) with { Completed = epoch });
        }

        return Lines(terminal);
    }

    private static string[] Lines(TestTerminal terminal) => terminal.Text.TrimEnd('\n').Split('\n');

    private static FitProgress Running(int batch) =>
        new(Epoch: 3, Epochs: 10, batch, Batches: 4, Loss: 0.25, SamplesPerSecond: 152_300, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(65), Completed: null);
}
