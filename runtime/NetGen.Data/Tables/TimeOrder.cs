using System.Globalization;

namespace NetGen;

/// <summary>Rows in the order of time.</summary>
internal static class TimeOrder
{
    // K is Z, +01:00 or nothing; zz is +01, as databases write it.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM",
        .. from separator in new[] { "'T'", " " }
           from time in new[] { "HH:mm", "HH:mm:ss.FFFFFFF" }
           from zone in new[] { "K", "zz" }
           select $"yyyy-MM-dd{separator}{time}{zone}",
    ];

    /// <summary>A number for each row that grows with time, to the last tick of 100 ns. Times without a zone are taken as UTC.</summary>
    /// <exception cref="ArgumentException">A value is missing or is no date.</exception>
    public static long[] Times(TableColumn column, string source)
    {
        var times = new long[column.Count];
        for (int row = 0; row < times.Length; row++)
        {
            if (column.IsMissing(row))
            {
                throw new ArgumentException($"'{source}' has no '{column.Name}' in row {row + 1}, so that the row has no place in time. Leave such rows out: table.Where(row => !row.IsMissing(\"{column.Name}\")).");
            }

            times[row] = column.Kind == ColumnKind.Number ? InOrder(column.NumberAt(row)) : Ticks(column.TextAt(row)!, column.Name, source, row);
        }

        return times;
    }

    /// <summary>The number of rows in the past: where the time changes, as near to <paramref name="past"/> as possible.</summary>
    /// <param name="sorted">Times, ascending.</param>
    /// <param name="past">The wanted number, which leaves at least one row on both sides.</param>
    /// <param name="name">The column, for messages.</param>
    /// <exception cref="ArgumentException">The time never changes.</exception>
    public static int Cut(long[] sorted, int past, string name)
    {
        int earlier = past, later = past;
        while (earlier > 0 && sorted[earlier - 1] == sorted[earlier])
        {
            earlier--;
        }

        while (later < sorted.Length && sorted[later - 1] == sorted[later])
        {
            later++;
        }

        return (earlier, later) switch
        {
            (0, var to) when to == sorted.Length => throw new ArgumentException($"Column '{name}' has the same time in every row: there is no past and no future."),
            (0, _) => later,
            (_, var to) when to == sorted.Length => earlier,
            _ => past - earlier <= later - past ? earlier : later,
        };
    }

    /// <summary>The bits of a number as a whole number with the same order.</summary>
    private static long InOrder(double number)
    {
        // Those of negative numbers grow with the magnitude; -0 becomes 0.
        long bits = BitConverter.DoubleToInt64Bits(number);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static long Ticks(string text, string column, string source, int row) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time.Ticks
            : throw new ArgumentException($"'{source}', row {row + 1}, column '{column}': '{text}' is not a date as ISO 8601 has it, such as 2024-05-31 or 2024-05-31T08:30:00Z. Rows are ordered by dates or numbers.");
}
