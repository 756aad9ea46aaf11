using System.Text;

namespace NetGen;

public sealed partial class CsvTable
{
    /// <summary>
    /// Loads a CSV file. It is read twice: first to see what the columns are, then for their values. For a file larger than memory there is <see cref="CsvStream"/>.
    /// </summary>
    /// <param name="path">The file; it may be compressed by gzip, whatever its name.</param>
    /// <param name="options">How it is written; null: comma, header, UTF-8.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read, is a folder, or changes meanwhile.</exception>
    /// <exception cref="InvalidDataException">The file is empty or malformed, or a field is not what its column is; the message tells file, row, line and column.</exception>
    /// <exception cref="ArgumentException">The options name a column that the file does not have, or contradict themselves.</exception>
    public static CsvTable Load(string path, CsvOptions? options = null) => Load(FileSource.OfFile(path), options ?? new());

    /// <summary>Reads a table from text in memory.</summary>
    /// <param name="text">What a CSV file would have.</param>
    /// <param name="options">How it is written; null: comma, header.</param>
    /// <exception cref="InvalidDataException">The text is empty or malformed, or a field is not what its column is.</exception>
    /// <exception cref="ArgumentException">The options name a column that the text does not have, or contradict themselves.</exception>
    public static CsvTable Parse(string text, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Load(FileSource.OfBytes(Encoding.UTF8.GetBytes(text), "text"), (options ?? new()) with { Encoding = null });
    }

    private static CsvTable Load(FileSource source, CsvOptions options)
    {
        CsvOptionsCheck.Require(options);
        var missing = new MissingSet(options.MissingValues);
        var scan = CsvScan.Run(source, options, missing);
        if (scan.Rows > Array.MaxLength)
        {
            throw new InvalidDataException($"'{source.Name}' has {scan.Rows} rows, more than a table in memory holds. Read it by CsvStream.Open, or set CsvOptions.MaxRows.");
        }

        var builders = new ColumnBuilder[scan.Names.Length];
        for (int i = 0; i < builders.Length; i++)
        {
            builders[i] = new(scan.Names[i], scan.Kinds[i], (int)scan.Rows);
        }

        using (var rows = CsvRows.Open(source, options, missing))
        {
            while (rows.Read())
            {
                for (int i = 0; i < builders.Length; i++)
                {
                    builders[i].Add(rows, i);
                }
            }
        }

        source.RequireUnchanged();
        return new(source.Name, Array.ConvertAll(builders, builder => builder.Build()), (int)scan.Rows, missing);
    }
}
