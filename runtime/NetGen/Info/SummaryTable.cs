using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>The text of <see cref="NetworkInfo.Summary"/>: plain ASCII, columns as wide as their widest cell.</summary>
internal static class SummaryTable
{
    private const string Gap = "   ";

    /// <summary>The numbers are in the last two columns, aligned to the right.</summary>
    private const int FirstNumber = 2;

    private static readonly string[] Header = ["Layer", "Output shape", "Parameters", "FLOPs"];

    public static string Write(NetworkInfo info)
    {
        string[][] rows =
        [
            ["input", Shape(info.InputShape), "", ""],
            .. info.Layers.Select(layer => new[]
            {
                $"{layer.Name} ({layer.Description})", Shape(layer.OutputShape), Number(layer.ParameterCount), Number(layer.Flops),
            }),
        ];
        int[] widths = [.. Header.Select((title, column) => rows.Append(Header).Max(row => row[column].Length))];
        (string Label, string Value)[] totals = Totals(info);
        int labels = totals.Max(total => total.Label.Length);
        string title = $"{info.Name} ({(info.Precision == Precision.Double ? "double" : "float")})";
        int width = new[]
        {
            title.Length, widths.Sum() + (Gap.Length * (widths.Length - 1)), totals.Max(total => labels + Gap.Length + total.Value.Length),
        }.Max();

        // The first column takes what the totals need beyond the table.
        widths[0] += width - widths.Sum() - (Gap.Length * (widths.Length - 1));

        StringBuilder text = new();
        text.Append(title).Append('\n');
        text.Append('=', width).Append('\n');
        WriteRow(text, Header, widths);
        text.Append('-', width).Append('\n');
        foreach (string[] row in rows)
        {
            WriteRow(text, row, widths);
        }

        text.Append('=', width).Append('\n');
        foreach ((string label, string value) in totals)
        {
            text.Append(label.PadRight(labels)).Append(Gap).Append(value).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A shape with the batch: <c>[B, 128]</c>.</summary>
    public static string Shape(IReadOnlyList<int> shape) =>
        string.Create(CultureInfo.InvariantCulture, $"[{string.Join(", ", shape.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)).Prepend("B"))}]");

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static (string Label, string Value)[] Totals(NetworkInfo info) =>
    [
        ("Parameters", $"{Number(info.ParameterCount)} ({Bytes((long)info.ParameterCount * (info.Precision == Precision.Double ? 8 : 4))})"),
        ("FLOPs per sample", Number(info.Flops)),
        ("Memory per sample", $"{Bytes(info.PredictBytes)} to predict, {Bytes(info.TrainBytes)} to train"),
        ("Loss", info.Loss ?? "none"),
    ];

    private static void WriteRow(StringBuilder text, string[] cells, int[] widths)
    {
        int start = text.Length;
        for (int column = 0; column < cells.Length; column++)
        {
            string cell = cells[column];
            text.Append(column == 0 ? "" : Gap);
            text.Append(column < FirstNumber ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
        }

        while (text.Length > start && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }

    private static string Bytes(long bytes)
    {
        string[] units = ["B", "KiB", "MiB", "GiB"];
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {units[unit]}");
    }
}
