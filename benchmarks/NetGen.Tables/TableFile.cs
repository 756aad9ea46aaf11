using System.IO.Compression;

namespace NetGen.Tables;

/// <summary>The files of the tables, wherever below a folder they lie.</summary>
internal static class TableFile
{
    /// <summary>The column of the class in a table without a header.</summary>
    public const string Target = "class";

    /// <summary>Finds a file by its name.</summary>
    /// <exception cref="IOException">There is no such file, or no such folder.</exception>
    public static string Find(string folder, string name)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }

        string[] found = [.. Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found[0] : throw new FileNotFoundException($"There is no file {name} in '{folder}' or below. The tables are described by --help.");
    }

    /// <summary>Reads a table of numbers without a header, whose last column is the class.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The name of the file; one that ends in <c>.gz</c> is unpacked.</param>
    /// <param name="inputs">How many columns come before the class.</param>
    /// <param name="skip">How many lines come before the first row.</param>
    public static CsvTable LoadClasses(string folder, string name, int inputs, int skip)
    {
        var options = new CsvOptions
        {
            HasHeader = false,
            SkipRows = skip,
            ColumnNames = [.. Enumerable.Range(1, inputs).Select(number => $"x{number}"), Target],
            Columns = [ColumnType.Category(Target)],
        };
        var file = Find(folder, name);
        if (!name.EndsWith(".gz", StringComparison.Ordinal))
        {
            return CsvTable.Load(file, options);
        }

        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return CsvTable.Parse(reader.ReadToEnd(), options);
    }
}
