using Spectre.Console;

namespace NetGen;

/// <summary>A plot in characters: title, lines over a scale at the left and one below, the names of the lines.</summary>
internal static class PlotReport
{
    private const int Rows = 12;
    private const int PlainWidth = 72;
    private const int MostWidth = 100;
    private const int LeastWidth = 10;
    private const string Letters = "*o+x#%&=";

    private static readonly Style Faint = new(Color.Grey);

    // The lines of the pictures in files, brightened for dark terminals.
    private static readonly Color[] Colours =
        [new(30, 144, 230), new(230, 110, 20), new(0, 170, 125), new(204, 121, 167), new(220, 155, 0), new(86, 180, 233), new(150, 110, 190), new(140, 140, 140)];

    public static void Write(Plot plot, ReportConsole console)
    {
        var y = AxisRange.Of(plot.YAxis, plot.Series.SelectMany(series => series.Y), margin: 0.02);
        var x = AxisRange.Of(plot.XAxis, plot.Series.SelectMany(series => series.X), margin: 0);
        if (!plot.Series.Any(series => series.Y.Any(value => AxisRange.IsDrawn(value, plot.YAxis.Scale))))
        {
            console.WriteLine(CellText.Fit($"{CellText.Clean(plot.Title)}: no values", console.Width ?? PlainWidth).TrimStart(':', ' '));
            console.WriteLine();
            return;
        }

        var ticks = AxisTicks.Of(y, 4, plot.YAxis.WholeNumbers);
        var gutter = ticks.Max(tick => tick.Label.Length) + 1;
        var width = Math.Max(Math.Min((console.Width - 1) ?? PlainWidth, MostWidth) - gutter - 1, LeastWidth);
        var canvas = new DotCanvas(width, Rows, braille: console.HasColours && console.HasUnicode);
        PlotDots.Draw(plot, x, y, canvas);

        var titles = ((string[])[plot.Title, plot.YAxis.Title]).Where(title => title.Length > 0).Select(CellText.Clean);
        var scale = plot.YAxis.Scale == AxisScale.Logarithmic ? " (logarithmic)" : "";
        console.WriteLine(CellText.Fit(string.Join(", ", titles) + scale, gutter + 1 + width));
        for (var row = 0; row < Rows; row++)
        {
            var label = ticks.FirstOrDefault(tick => PlotDots.Row(y, tick.Value, canvas) == row).Label;
            console.WriteLine(Line(plot, canvas, row, width, (label ?? "").PadLeft(gutter - 1), label is not null, PlotDots.Marks(plot, x, y, canvas), console));
        }

        WriteFoot(plot, x, gutter, width, console);
        console.WriteLine();
    }

    private static IEnumerable<(string Text, Style Style)> Line(
        Plot plot, DotCanvas canvas, int row, int width, string label, bool isTick, HashSet<(int Row, int Column)> marks, ReportConsole console)
    {
        yield return ($"{label} {(isTick ? console.HasUnicode ? '┤' : '+' : console.HasUnicode ? '│' : '|')}", Faint);
        for (var column = 0; column < width; column++)
        {
            var owner = canvas.Owner(row, column);
            yield return (marks.Contains((row, column)), owner) switch
            {
                (true, _) => (console.HasUnicode ? "○" : "@", Style.Plain),
                (_, null) => (" ", Style.Plain),
                _ when console.HasColours && console.HasUnicode => (canvas.Pattern(row, column).ToString(), Colour(plot, owner.Value)),
                _ => (Letter(owner.Value).ToString(), Colour(plot, owner.Value)),
            };
        }
    }

    private static void WriteFoot(Plot plot, AxisRange x, int gutter, int width, ReportConsole console)
    {
        var rule = new string(console.HasUnicode ? '─' : '-', width).ToCharArray();
        var labels = new string(' ', gutter + 1 + width).ToCharArray();
        var free = 0;
        foreach (var tick in AxisTicks.Of(x, Math.Max(width / 12, 2), plot.XAxis.WholeNumbers))
        {
            var column = (int)Math.Round(x.Position(tick.Value) * (width - 1));
            var start = Math.Clamp(gutter + 1 + column - (tick.Label.Length / 2), 0, labels.Length - tick.Label.Length);
            if (column >= 0 && column < width && start >= free)
            {
                rule[column] = console.HasUnicode ? '┬' : '+';
                tick.Label.CopyTo(labels.AsSpan(start));
                free = start + tick.Label.Length + 1;
            }
        }

        console.WriteLine([(new string(' ', gutter) + (console.HasUnicode ? '└' : '+') + new string(rule), Faint)]);
        console.WriteLine([(new string(labels).TrimEnd(), Faint)]);
        foreach (var line in PlotLegend.Lines(plot, gutter + 1 + width, index => console.HasColours ? "──" : Letter(index).ToString()))
        {
            console.WriteLine(line.Select(part => (part.Text, part.Series is { } index ? Colour(plot, index) : Style.Plain)));
        }
    }

    private static char Letter(int index) => Letters[index % Letters.Length];

    private static Style Colour(Plot plot, int index) => new(Colours[(plot.Series[index].Colour ?? index) % Colours.Length]);
}
