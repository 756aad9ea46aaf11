namespace NetGen.Tests;

public sealed class ConsoleReportTests
{
    private static readonly NetworkInfo Network = new(
        "DigitNet", Precision.Single, [784], [10], targetSize: 1, "SoftmaxCrossEntropy",
        [new("dense1", "Dense", "Dense(128)", [128], 100_480, 200_832), new("dense2", "Dense", "Dense(10)", [10], 1_290, 2_570)],
        predictBytesPerSample: 1000, trainBytesPerSample: 2000);

    [Fact]
    public void Network_is_its_summary_where_the_output_is_no_terminal()
    {
        var terminal = new TestTerminal(terminal: false);

        ConsoleReport.Print(Network, terminal.Console);

        Assert.Equal(Network.Summary() + "\n", terminal.Text);
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(80, true)]
    [InlineData(120, true)]
    public void Network_table_leaves_out_columns_that_have_no_room(int width, bool showsFlops)
    {
        var terminal = new TestTerminal(terminal: true, width);

        ConsoleReport.Print(Network, terminal.Console);

        var table = Screen.Lines(terminal).Where(line => line.StartsWith('│')).ToArray();
        Assert.Contains("100,480", table[2], StringComparison.Ordinal);
        Assert.Equal(showsFlops, table[2].Contains("200,832", StringComparison.Ordinal));
        Assert.All(table, line => Assert.True(line.Length <= width));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void Training_has_facts_and_curves_in_dots(int width)
    {
        var terminal = new TestTerminal(terminal: true, width);

        ConsoleReport.Print(Histories.Result(20) with { StoppedEarly = true }, console: terminal.Console);

        var text = string.Join('\n', Screen.Lines(terminal));
        Assert.StartsWith("20 epochs, 2,000 steps, 40.0 s; stopped", text, StringComparison.Ordinal);
        Assert.Contains(text, character => character is > '⠀' and <= '⣿');
        Assert.Contains("best: epoch 15", text, StringComparison.Ordinal);
        Assert.All(Screen.Lines(terminal), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void Training_without_colours_has_a_letter_for_each_curve()
    {
        var terminal = new TestTerminal(terminal: false);

        ConsoleReport.Print(Histories.Result(20), console: terminal.Console);

        Assert.DoesNotContain('\e', terminal.Text);
        Assert.Contains("* training   o validation", terminal.Text, StringComparison.Ordinal);
        Assert.All(terminal.Text, character => Assert.InRange(character, '\n', '~'));
        Assert.All(Screen.Lines(terminal).Skip(3), line => Assert.True(line.Length <= 72, line));
    }

    [Fact]
    public void NO_COLOR_terminal_tells_curves_apart_by_letters()
    {
        var terminal = new TestTerminal(terminal: true, width: 80);
        terminal.Console.Profile.Capabilities.ColorSystem = Spectre.Console.ColorSystem.NoColors;

        ConsoleReport.Print(Histories.Epochs(20), console: terminal.Console);

        Assert.Contains("* training   o validation", terminal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[38;", terminal.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Any_number_of_epochs_can_be_drawn(int epochs)
    {
        foreach (var isTerminal in (bool[])[false, true])
        {
            var terminal = new TestTerminal(isTerminal);

            ConsoleReport.Print(Histories.Epochs(epochs), logScale: true, terminal.Console);

            Assert.Contains("Loss (logarithmic)", terminal.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Empty_history_is_said_to_be_empty()
    {
        var terminal = new TestTerminal(terminal: false);

        ConsoleReport.Print(Histories.Result(0) with { Cancelled = true }, console: terminal.Console);

        Assert.Equal("0 epochs, 0 steps, 0.0 s; cancelled\n\nLoss: no values\n\n", terminal.Text);
    }

    [Fact]
    public void NaN_in_the_history_leaves_a_gap()
    {
        var terminal = new TestTerminal(terminal: false);
        var epochs = Histories.Epochs(20);
        epochs[4] = epochs[4] with { Loss = double.NaN, Metrics = new Dictionary<string, double>(), ValidationLoss = double.PositiveInfinity };

        ConsoleReport.Print(epochs, console: terminal.Console);

        Assert.Contains("best: epoch 15", terminal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", terminal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluation_has_its_metrics_and_a_row_for_each_class()
    {
        var terminal = new TestTerminal(terminal: false);

        ConsoleReport.Print(Evaluated("cat", "[red]dog"), terminal.Console);

        Assert.Equal(
            """
            Evaluation of 50 samples
            Metric        Value
            -------------------
            loss         0.1250
            accuracy    90.00 %
            precision    0.5000
            recall       0.6000
            F1           0.5500
            F1 macro     0.5500

            Class      Precision   Recall       F1   ROC AUC   Support
            ----------------------------------------------------------
            cat           0.9000   0.8000   0.8500    0.9900     1,000
            [red]dog      0.9000   0.8000   0.8500    0.9900     1,000
            ----------------------------------------------------------
            macro         0.5000   0.6000   0.5500


            """.ReplaceLineEndings("\n"),
            terminal.Text);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Evaluation_fits_the_terminal(int width)
    {
        var terminal = new TestTerminal(terminal: true, width);

        ConsoleReport.Print(Evaluated("a name that is far too long for a terminal of forty columns", "[/]", "猫"), terminal.Console);

        Assert.All(Screen.Lines(terminal), line => Assert.True(CellText.Width(line) <= width, line));
        Assert.Contains("│ [/]", string.Join('\n', Screen.Lines(terminal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_classes_the_worst_are_shown()
    {
        var terminal = new TestTerminal(terminal: false);

        ConsoleReport.Print(Evaluated([.. Enumerable.Range(0, 100).Select(number => $"class {number}")]), terminal.Console);

        Assert.Contains("The 20 of lowest F1 among 100 classes", terminal.Text, StringComparison.Ordinal);
        Assert.Equal(20, Screen.Lines(terminal).Count(line => line.StartsWith("class ", StringComparison.Ordinal)));
    }

    private static Evaluation Evaluated(params string[] names) => new()
    {
        Loss = 0.125,
        Count = 50,
        Accuracy = 0.9,
        Macro = new(0.5, 0.6, 0.55),
        Classes = [.. names.Select((name, number) => new ClassScore(number, name, 0.9, 0.8, 0.85, 1000, 0.99, null))],
    };
}
