namespace NetGen;

/// <summary>The values of a column of categories: the declared ones in their order, or those that occur.</summary>
internal static class DeclaredValues
{
    /// <returns>The values and how often each occurs, which may be never for a declared one.</returns>
    /// <exception cref="ArgumentException">
    /// There are too many to be counted, none, one twice or one that stands for a missing value is declared, or one occurs that is not declared, though the options do not say that it is to be zeros.
    /// </exception>
    public static (string[] Values, long[] Counts) Of(ColumnProfile column, ColumnOptions? options, TableProfile table)
    {
        var (values, counts) = column.SortedCategories(table.Source);
        if (options?.Values is not { } given)
        {
            return (values, counts);
        }

        string[] declared = [.. given];
        if (declared.Length == 0 || declared.Distinct().Count() < declared.Length)
        {
            throw new ArgumentException($"ColumnOptions.Values of '{column.Name}' has no value, or one twice.");
        }

        if (Array.Find(declared, table.MissingValues.Contains) is { } missing)
        {
            throw new ArgumentException(
                $"ColumnOptions.Values of '{column.Name}' has '{missing}', which stands for no value in '{table.Source}'. Leave it out of CsvOptions.MissingValues where the file is opened, or of Values: a missing value has an input of its own.");
        }

        string[] others = [.. values.Except(declared)];
        return others.Length == 0 || options.UnknownCategory == UnknownCategory.Zeros
            ? (declared, Array.ConvertAll(declared, value => Array.IndexOf(values, value) is >= 0 and var at ? counts[at] : 0))
            : throw new ArgumentException(
                $"'{table.Source}': column '{column.Name}' has {ColumnNames.List(others)}, not among ColumnOptions.Values: {ColumnNames.List(declared)}. Add what is lacking, or set UnknownCategory of these options to Zeros.");
    }
}
