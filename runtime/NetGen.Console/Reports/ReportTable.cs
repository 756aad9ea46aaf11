using Spectre.Console;

namespace NetGen;

/// <summary>A column of a table.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Rank">The order in which columns give way where the table is too wide, the highest first; 0: it stays.</param>
internal sealed record ReportColumn(string Title, int Rank = 0)
{
    /// <summary>Whether it is aligned to the right.</summary>
    public bool IsNumber { get; init; } = true;
}

/// <summary>A table of texts: with rules in a terminal, otherwise in columns of a fixed width. The first column is cut where the terminal is too narrow.</summary>
internal sealed class ReportTable(params ReportColumn[] columns)
{
    private const string Gap = "   ";
    private const int LeastWidth = 6;

    private readonly List<string[]> rows = [];

    /// <summary>How many of the last rows stand below a rule of their own.</summary>
    public int Totals { get; init; }

    public void Add(params string[] cells) => rows.Add([.. cells.Select(CellText.Clean)]);

    public void Write(ReportConsole console)
    {
        if (console.Width is { } width)
        {
            console.Write(Ruled(width));
        }
        else
        {
            WritePlain(console);
        }
    }

    private Table Ruled(int width)
    {
        // A rule and two spaces beside each column, and the last rule.
        var shown = Enumerable.Range(0, columns.Length).ToList();
        int Needs() => shown.Sum(column => Width(column) + 3) + 1;
        foreach (var column in shown.Where(column => columns[column].Rank > 0).OrderByDescending(column => columns[column].Rank).ToArray())
        {
            if (Needs() > width)
            {
                shown.Remove(column);
            }
        }

        var first = Math.Max(Width(shown[0]) - Math.Max(Needs() - width, 0), LeastWidth);
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey) };
        foreach (var column in shown)
        {
            var title = new Text(columns[column].Title, new Style(decoration: Decoration.Bold));
            table.AddColumn(new TableColumn(title) { NoWrap = true, Alignment = columns[column].IsNumber ? Justify.Right : Justify.Left });
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (Totals > 0 && row == rows.Count - Totals)
            {
                table.AddRow(shown.Select(column => new Text(new string('─', column == shown[0] ? first : Width(column)), new Style(Color.Grey))));
            }

            var cells = rows[row];
            table.AddRow(shown.Select(column => new Text(column == shown[0] ? CellText.Fit(cells[column], first) : cells[column])));
        }

        return table;
    }

    private void WritePlain(ReportConsole console)
    {
        var widths = Enumerable.Range(0, columns.Length).Select(Width).ToArray();
        string Line(IReadOnlyList<string> cells) => string.Join(
            Gap, cells.Select((cell, column) => columns[column].IsNumber ? CellText.PadLeft(cell, widths[column]) : CellText.PadRight(cell, widths[column])));
        var rule = new string('-', widths.Sum() + (Gap.Length * (widths.Length - 1)));
        console.WriteLine(Line([.. columns.Select(column => column.Title)]));
        console.WriteLine(rule);
        for (var row = 0; row < rows.Count; row++)
        {
            if (Totals > 0 && row == rows.Count - Totals)
            {
                console.WriteLine(rule);
            }

            console.WriteLine(Line(rows[row]));
        }
    }

    private int Width(int column) => rows.Select(row => CellText.Width(row[column])).Append(CellText.Width(columns[column].Title)).Max();
}
