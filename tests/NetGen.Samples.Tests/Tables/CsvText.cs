using System.Globalization;

namespace NetGen.Samples.Tests;

/// <summary>Tables as the files that a user would give.</summary>
internal static class CsvText
{
    /// <summary>The text of a table, with other values where asked for.</summary>
    public static string Of(CsvTable table, string? without = null, string? changed = null, Func<int, string>? value = null)
    {
        string[] names = [.. table.Columns.Select(column => column.Name).Where(name => name != without)];
        var lines = Enumerable.Range(0, table.Count).Select(row => string.Join(',', names.Select(name => name == changed ? value!(row) : table[row].Text(name) ?? "")));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', names)}\n{string.Join('\n', lines)}\n");
    }
}
