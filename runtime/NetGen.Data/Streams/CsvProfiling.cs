namespace NetGen;

/// <summary>Passes over a file that learn what its columns look like.</summary>
internal static class CsvProfiling
{
    /// <summary>Finds out what the columns are, and profiles all rows.</summary>
    public static (CsvScan Scan, PartProfile Profile) OfFile(FileSource source, CsvOptions options, MissingSet missing)
    {
        ColumnKind?[] kinds;
        using (var rows = CsvRows.Open(source, options, missing))
        {
            kinds = CsvScan.Declared(source, options, rows.Names);
        }

        var (names, profilers, count) = Run(source, options, missing, kinds);
        if (Array.Exists(profilers, profiler => profiler.MustBeReadAgain))
        {
            (_, profilers, count) = Run(source, options, missing, Array.ConvertAll(profilers, profiler => (ColumnKind?)profiler.Kind));
        }

        var columns = Array.ConvertAll(profilers, profiler => profiler.Profile());
        return (new(names, Array.ConvertAll(columns, column => column.Kind), count), new(count, columns));
    }

    /// <summary>Profiles parts of a file whose columns are known.</summary>
    public static PartProfile[] OfParts(CsvStream stream, params RowPart[] parts)
    {
        var profilers = Array.ConvertAll(parts, _ => Profilers(stream.Names, [.. stream.Profile.Columns.Select(column => (ColumnKind?)column.Kind)]));
        var counts = new int[parts.Length];
        using (var rows = CsvRows.Open(stream.Source, stream.Options, stream.Missing))
        {
            while (rows.Read())
            {
                int part = Array.FindIndex(parts, part => part.Contains(rows.Row));
                if (part >= 0)
                {
                    counts[part]++;
                    Add(profilers[part], rows);
                }
            }

            stream.Source.RequireUnchanged();
        }

        return [.. counts.Select((count, part) => new PartProfile(count, Array.ConvertAll(profilers[part], profiler => profiler.Profile())))];
    }

    private static (string[] Names, ColumnProfiler[] Profilers, int Count) Run(FileSource source, CsvOptions options, MissingSet missing, ColumnKind?[] kinds)
    {
        using var rows = CsvRows.Open(source, options, missing);
        var profilers = Profilers(rows.Names, kinds);
        while (rows.Read())
        {
            Add(profilers, rows);
        }

        source.RequireUnchanged();
        return CsvScan.RequireRows(source, rows.Row) <= int.MaxValue
            ? (rows.Names, profilers, (int)rows.Row)
            : throw new InvalidDataException($"'{source.Name}' has {rows.Row} rows; a stream has at most {int.MaxValue}. Divide the file, or set CsvOptions.MaxRows.");
    }

    private static ColumnProfiler[] Profilers(string[] names, ColumnKind?[] kinds)
    {
        var budget = new CategoryBudget();
        return [.. names.Select((name, i) => new ColumnProfiler(name, kinds[i], budget))];
    }

    private static void Add(ColumnProfiler[] profilers, CsvRows rows)
    {
        for (int i = 0; i < profilers.Length; i++)
        {
            profilers[i].Add(rows, i);
        }
    }
}
