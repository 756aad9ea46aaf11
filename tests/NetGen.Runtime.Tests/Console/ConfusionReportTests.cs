namespace NetGen.Tests;

public sealed class ConfusionReportTests
{
    [Fact]
    public void Plain_text_has_counts_recall_and_support()
    {
        var terminal = new TestTerminal(terminal: false);

        ConsoleReport.Print(new ConfusionMatrix(["cat", "dog"], [45, 5, 0, 10]), terminal.Console);

        Assert.Equal(
            """
            Confusion matrix (rows: targets, columns: answers)
                cat dog    recall  support
            cat  45   5   90.00 %       50
            dog   .  10  100.00 %       10


            """.ReplaceLineEndings("\n"),
            terminal.Text);
    }

    [Fact]
    public void Terminal_shades_cells()
    {
        var terminal = new TestTerminal(terminal: true);

        ConsoleReport.Print(new ConfusionMatrix(["cat", "dog"], [45, 5, 0, 10]), terminal.Console);

        Assert.Contains("48;2;0;110;190", terminal.Text, StringComparison.Ordinal);
        Assert.Contains("·", terminal.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void Lines_fit_the_terminal(int width)
    {
        foreach (var classes in (int[])[2, 10, 20, 100])
        {
            var terminal = new TestTerminal(terminal: true, width);

            ConsoleReport.Print(Confused(classes), terminal.Console);

            Assert.All(Screen.Lines(terminal), line => Assert.True(CellText.Width(line) <= width, line));
        }
    }

    [Theory]
    [InlineData(10, 40, "recall")]
    [InlineData(10, 80, "support")]
    [InlineData(20, 120, "support")]
    [InlineData(100, 120, "Confusions of 100 classes: 300 of 10,300 answers are wrong")]
    public void Room_decides_what_is_shown(int classes, int width, string expected)
    {
        var terminal = new TestTerminal(terminal: true, width);

        ConsoleReport.Print(Confused(classes), terminal.Console);

        Assert.Contains(expected, string.Join('\n', Screen.Lines(terminal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_names_markup_and_control_characters_stay_text_in_their_columns()
    {
        foreach (var isTerminal in (bool[])[false, true])
        {
            var terminal = new TestTerminal(isTerminal);

            ConsoleReport.Print(new ConfusionMatrix(["[red]", "猫", "a\nb\e[2J"], [1, 2, 3, 4, 5, 6, 7, 8, 9]), terminal.Console);

            var lines = Screen.Lines(terminal);
            Assert.Contains("[red]", lines[2], StringComparison.Ordinal);
            Assert.Contains("a\uFFFDb", lines[4], StringComparison.Ordinal);
            Assert.Single(lines.Skip(2).Take(3).Select(CellText.Width).Distinct());
        }
    }

    [Fact]
    public void Class_without_targets_has_no_recall()
    {
        var terminal = new TestTerminal(terminal: false);

        ConsoleReport.Print(new ConfusionMatrix(["a", "b"], [1, 0, 0, 0]), terminal.Console);

        Assert.EndsWith("-        0", Screen.Lines(terminal)[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Most_frequent_confusions_come_first()
    {
        var counts = new long[25 * 25];
        (counts[1], counts[(7 * 25) + 3], counts[0]) = (5, 9, 15);
        var terminal = new TestTerminal(terminal: false);

        ConsoleReport.Print(new ConfusionMatrix([.. Enumerable.Range(0, 25).Select(number => $"c{number}")], counts), terminal.Console);

        var lines = Screen.Lines(terminal);
        Assert.StartsWith("c7", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("c0", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("25.00 %", lines[4], StringComparison.Ordinal);
    }

    private static ConfusionMatrix Confused(int classes)
    {
        var counts = new long[classes * classes];
        for (var actual = 0; actual < classes; actual++)
        {
            counts[(actual * classes) + actual] = 100;
            counts[(actual * classes) + ((actual + 1) % classes)] += 3;
        }

        return new([.. Enumerable.Range(0, classes).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))], counts);
    }
}
