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
        Assert.Equal("epoch  3/10  ━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌  2/4  loss 0.2500  152k samples/s  1:05 left\n", terminal.Text);

        progress.Report(Running(4) with { Completed = Epoch });
        Assert.Contains("\n\e[1A\e[2K\repoch  3/10  loss 0.1234", terminal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Live_line_never_reaches_the_last_column()
    {
        var terminal = new TestTerminal(terminal: true, width: 30);

        new ConsoleProgress(terminal.Console).Report(Running(1));

        Assert.Equal(29, terminal.Text.TrimEnd('\n').Length);
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

        Assert.InRange(terminal.Text.Count(character => character == '\n'), 1, 100);
    }

    private static FitProgress Running(int batch) =>
        new(Epoch: 3, Epochs: 10, batch, Batches: 4, Loss: 0.25, SamplesPerSecond: 152_300, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(65), Completed: null);
}
