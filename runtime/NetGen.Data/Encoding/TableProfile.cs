namespace NetGen;

/// <summary>What an encoder is learned from: what is known of a table, wherever its rows are.</summary>
/// <param name="Source">The file, for messages.</param>
/// <param name="Columns">The columns in their order.</param>
/// <param name="MissingValues">The texts that stand for no value.</param>
internal sealed record TableProfile(string Source, IReadOnlyList<ColumnProfile> Columns, MissingSet MissingValues)
{
    public static TableProfile Of(CsvTable table) => new(table.Source, [.. table.Columns.Select(ColumnProfile.Of)], table.Missing);

    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ColumnProfile Column(string name) =>
        Columns.FirstOrDefault(column => column.Name == name) ?? throw ColumnNames.Unknown(Source, name, [.. Columns.Select(column => column.Name)]);
}
