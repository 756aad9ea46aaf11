using Spectre.Console;

namespace NetGen;

/// <summary>What a report is written to, and what that understands.</summary>
internal sealed class ReportConsole
{
    private readonly IAnsiConsole console;

    /// <param name="console">Where to write; null: the standard output.</param>
    public ReportConsole(IAnsiConsole? console)
    {
        this.console = console ?? AnsiConsole.Console;
        var can = this.console.Profile.Capabilities;
        IsTerminal = this.console.Profile.Out.IsTerminal && can.Ansi;
        HasColours = IsTerminal && can.ColorSystem != ColorSystem.NoColors;
        HasUnicode = IsTerminal && can.Unicode;
    }

    public bool IsTerminal { get; }

    public bool HasColours { get; }

    public bool HasUnicode { get; }

    /// <summary>The columns of the terminal; null where nothing limits a line.</summary>
    public int? Width => IsTerminal ? console.Profile.Width : null;

    /// <summary>
    /// Writes text, broken between words where the terminal is too narrow, otherwise past the layout of Spectre.Console, which would break long lines at 80 columns
    /// where the output is a file.
    /// </summary>
    public void WriteLine(string line = "")
    {
        if (CellText.Width(line) > Width)
        {
            console.Write(new Text(line));
            console.WriteLine();
        }
        else
        {
            console.Profile.Out.Writer.WriteLine(line.TrimEnd());
        }
    }

    /// <summary>Writes a line in colours, cut at the terminal's width.</summary>
    public void WriteLine(IEnumerable<(string Text, Style Style)> parts)
    {
        if (!IsTerminal)
        {
            WriteLine(string.Concat(parts.Select(part => part.Text)));
            return;
        }

        var line = new Paragraph { Overflow = Overflow.Crop };
        foreach (var (text, style) in parts)
        {
            line.Append(text, style);
        }

        console.Write(line);
        console.WriteLine();
    }

    public void Write(Table table) => console.Write(table);
}
