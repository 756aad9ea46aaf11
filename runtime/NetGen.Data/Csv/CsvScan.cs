namespace NetGen;

/// <summary>What a first pass over a CSV text finds out.</summary>
/// <param name="Names">The names of the columns.</param>
/// <param name="Kinds">What they are.</param>
/// <param name="Rows">How many rows of data there are.</param>
internal sealed record CsvScan(string[] Names, ColumnKind[] Kinds, long Rows)
{
    /// <summary>Reads once from start to end.</summary>
    /// <exception cref="InvalidDataException">The text is malformed or has no row of data.</exception>
    /// <exception cref="ArgumentException">The options declare a column that is not there.</exception>
    public static CsvScan Run(FileSource source, CsvOptions options, MissingSet missing)
    {
        using var rows = CsvRows.Open(source, options, missing);
        var declared = Declared(source, options, rows.Names);
        var guesses = Array.ConvertAll(declared, kind => new ColumnGuess(kind));
        while (rows.Read())
        {
            for (int i = 0; i < guesses.Length; i++)
            {
                if (!guesses[i].IsSettled && rows.Field(i) is { IsMissing: false } field)
                {
                    guesses[i].Add(rows, i, field);
                }
            }
        }

        return new(rows.Names, Array.ConvertAll(guesses, guess => guess.Kind), RequireRows(source, rows.Row));
    }

    /// <summary>The kinds that the options declare, by column.</summary>
    /// <exception cref="ArgumentException">A declared column is not there.</exception>
    public static ColumnKind?[] Declared(FileSource source, CsvOptions options, string[] names)
    {
        var kinds = new ColumnKind?[names.Length];
        foreach (var column in options.Columns)
        {
            int index = Array.IndexOf(names, column.Name);
            if (index >= 0)
            {
                kinds[index] = column.Kind;
            }
            else if (!column.IsOptional)
            {
                throw ColumnNames.Unknown(source.Name, column.Name, names);
            }
        }

        return kinds;
    }

    /// <exception cref="InvalidDataException">There is no row.</exception>
    public static long RequireRows(FileSource source, long rows) =>
        rows > 0 ? rows : throw new InvalidDataException($"'{source.Name}' has a header and no row of data.");
}
