namespace NetGen;

/// <summary>What an encoder is learned from: what is known of one column.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What the values are.</param>
/// <param name="Missing">How many rows have no value.</param>
/// <param name="Numbers">Of the numbers.</param>
/// <param name="Median">The median of the numbers, where it can be known.</param>
/// <param name="Categories">The distinct texts in any order and how often each occurs; null: too many to be counted.</param>
internal sealed record ColumnProfile(
    string Name, ColumnKind Kind, long Missing, NumberStatistics Numbers, Func<double>? Median, (string[] Values, long[] Counts)? Categories)
{
    public static ColumnProfile Of(TableColumn column) => column switch
    {
        NumberColumn numbers => new(column.Name, column.Kind, column.Missing, numbers.Numbers, numbers.Median, null),
        CategoryColumn texts => new(column.Name, column.Kind, column.Missing, default, null, Used(texts)),
        _ => throw new ArgumentException($"Column '{column.Name}' is of an unknown kind.", nameof(column)),
    };

    /// <summary>The texts in their order, how often each occurs.</summary>
    /// <exception cref="ArgumentException">There are too many to be counted.</exception>
    public (string[] Values, long[] Counts) SortedCategories(string source)
    {
        if (Categories is not { } categories)
        {
            throw new ArgumentException(
                $"'{source}': column '{Name}' has too many different texts to be encoded. List it in EncodingOptions.Ignore if it identifies rows; if it is meant to have numbers, declare it one in CsvOptions.Columns.");
        }

        string[] sorted = [.. categories.Values];
        CategoryOrder.Sort(sorted);
        var counts = new Dictionary<string, long>();
        for (int i = 0; i < categories.Values.Length; i++)
        {
            counts[categories.Values[i]] = categories.Counts[i];
        }

        return (sorted, Array.ConvertAll(sorted, value => counts[value]));
    }

    private static (string[] Values, long[] Counts) Used(CategoryColumn column)
    {
        int[] used = [.. Enumerable.Range(0, column.Values.Length).Where(code => column.Counts[code] > 0)];
        return (Array.ConvertAll(used, code => column.Values[code]), Array.ConvertAll(used, code => column.Counts[code]));
    }
}
