using System.Text;

namespace NetGen;

/// <summary>The names of the columns: of the header, of the options, or numbered.</summary>
internal static class CsvHeader
{
    /// <param name="source">The file, for messages.</param>
    /// <param name="names">Receives a name for each field of the first row.</param>
    /// <param name="options">Whether there is a header, and the names that replace it.</param>
    /// <param name="field">The text of a field of the first row.</param>
    /// <exception cref="InvalidDataException">The header is none, or names a column twice.</exception>
    public static void Read(string source, string[] names, CsvOptions options, Func<int, string> field)
    {
        if (options.ColumnNames is { } given && given.Count != names.Length)
        {
            throw new InvalidDataException($"'{source}' has {names.Length} columns; CsvOptions.ColumnNames has {given.Count} names.");
        }

        bool numbersOnly = true;
        for (int i = 0; i < names.Length; i++)
        {
            string text = options.HasHeader ? field(i) : "";
            numbersOnly &= DecimalText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out _);
            names[i] = options.ColumnNames?[i] ?? (text.Length > 0 ? text : $"Column{i + 1}");
        }

        if (options.HasHeader && options.ColumnNames is null && numbersOnly)
        {
            throw new InvalidDataException(
                $"'{source}' seems to have no header: its first row has numbers only ('{names[0]}', …). Set CsvOptions.HasHeader to false, and ColumnNames to give names.");
        }

        RequireDistinct(source, names);
    }

    private static void RequireDistinct(string source, string[] names)
    {
        var seen = new Dictionary<string, int>();
        for (int i = 0; i < names.Length; i++)
        {
            if (!seen.TryAdd(names[i], i))
            {
                throw new InvalidDataException(
                    $"'{source}' has two columns named '{names[i]}', number {seen[names[i]] + 1} and number {i + 1}. Names are distinct: change the file, or set CsvOptions.ColumnNames.");
            }
        }
    }
}
