using System.Globalization;
using System.Text;

#if NETGEN_COMPILER
namespace NetGen.Compiler;
#else
namespace NetGen;
#endif

/// <summary>
/// The table of a network's layers: what <c>Info.Summary()</c> returns and what the editor shows over the class are the same text, so it
/// is written in one place for both.
/// </summary>
internal static class SummaryText
{
    private const string Gap = "   ";

    /// <summary>The numbers are in the last two columns, aligned to the right.</summary>
    private const int FirstNumber = 2;

    private static readonly string[] Header = ["Layer", "Output shape", "Parameters", "FLOPs"];

    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB"];

    public static string Write(SummaryContent content)
    {
        var rows = new List<string[]> { Header, Row(content.Tokens > 0 ? $"input ({Number(content.Tokens)} tokens)" : "input", Shape(content.Input), "", "") };
        foreach (var layer in content.Layers)
        {
            rows.Add(Row($"{layer.Name} ({layer.Description})", Shape(layer.Output), Number(layer.Parameters), Number(layer.Flops)));
        }

        var widths = Header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var totals = Totals(content);
        var labels = totals.Max(total => total.Label.Length);
        var title = $"{content.Name} ({(content.IsDouble ? "double" : "float")})";
        var table = widths.Sum() + (Gap.Length * (widths.Length - 1));
        var width = Math.Max(Math.Max(title.Length, table), totals.Max(total => labels + Gap.Length + total.Value.Length));

        // The first column takes what the totals need beyond the table.
        widths[0] += width - table;

        var text = new StringBuilder();
        text.Append(title).Append('\n').Append('=', width).Append('\n');
        WriteRow(text, Header, widths);
        text.Append('-', width).Append('\n');
        foreach (var row in rows.Skip(1))
        {
            WriteRow(text, row, widths);
        }

        text.Append('=', width).Append('\n');
        foreach (var (label, value) in totals)
        {
            text.Append(label.PadRight(labels)).Append(Gap).Append(value).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A shape with the batch: <c>[B, 128]</c>.</summary>
    public static string Shape(IEnumerable<int> shape) =>
        "[B" + string.Concat(shape.Select(dimension => ", " + dimension.ToString(CultureInfo.InvariantCulture))) + "]";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What stands below the rows.</summary>
    public static IReadOnlyList<(string Label, string Value)> Totals(SummaryContent content) =>
    [
        ("Parameters", $"{Number(content.Parameters)} ({Bytes(content.Parameters * (content.IsDouble ? 8 : 4))})"),
        ("FLOPs per sample", Number(content.Flops)),
        ("Memory per sample", $"{Bytes(content.PredictBytes)} to predict, {Bytes(content.TrainBytes)} to train"),
        ("Loss", content.Loss ?? "none"),
    ];

    private static string[] Row(params string[] cells) => cells;

    private static void WriteRow(StringBuilder text, string[] cells, int[] widths)
    {
        var line = string.Join(Gap, cells.Select((cell, column) => column < FirstNumber ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));
        text.Append(line.TrimEnd()).Append('\n');
    }

    private static string Bytes(long bytes)
    {
        double value = bytes;
        var unit = 0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
        {
            value /= 1024;
        }

        return value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}

/// <summary>What the table tells.</summary>
internal sealed record SummaryContent(
    string Name, bool IsDouble, IEnumerable<int> Input, IEnumerable<SummaryLayer> Layers, long Parameters, long Flops, long PredictBytes, long TrainBytes, string? Loss)
{
    /// <summary>How many tokens the input knows; 0 for one of values, and for several inputs.</summary>
    public int Tokens { get; init; }
}

/// <summary>A row of the table.</summary>
internal sealed record SummaryLayer(string Name, string Description, IEnumerable<int> Output, long Parameters, long Flops);
