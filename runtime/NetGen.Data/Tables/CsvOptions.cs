using System.Text;

namespace NetGen;

/// <summary>How a CSV file is read. Fields may be quoted by <c>"</c> as RFC 4180 has it, with separators, line breaks and doubled quotes inside.</summary>
public sealed record CsvOptions
{
    /// <summary>Whether the first row has the names of the columns (the default).</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>What stands between fields: an ASCII character, or null: whichever of comma, semicolon, tab and bar the first lines suggest.</summary>
    public char? Separator { get; init; } = ',';

    /// <summary>What stands between the digits of a number and its fraction: a point, or a comma as in German or French files.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>Texts that stand for no value, compared after white space around them is removed; upper and lower case of a to z are the same.</summary>
    public IReadOnlyList<string> MissingValues { get; init; } = ["", "NA", "N/A", "#N/A", "NaN", "null", "None", "?", "-"];

    /// <summary>
    /// Columns whose kind is declared. The others are numbers if every value that is not missing is one, categories otherwise;
    /// whole numbers with few distinct values are numbers unless declared otherwise. A column of which more than 90 % are numbers, and not all, is refused
    /// unless it is declared: it mostly has an odd text for a missing number, and would have an input for each of its numbers.
    /// </summary>
    public IReadOnlyList<ColumnType> Columns { get; init; } = [];

    /// <summary>The names of the columns, in place of those in the header; null: of the header, or without one <c>Column1</c>, <c>Column2</c>, ….</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>How many rows come before the header or the first row of data, for example a title. Empty lines do not count: they are passed over everywhere.</summary>
    public int SkipRows { get; init; }

    /// <summary>How many rows of data are read at most; null: all.</summary>
    public int? MaxRows { get; init; }

    /// <summary>Whether quotes enclose fields (the default); otherwise they are text like any other, as in a file of lengths in inches.</summary>
    public bool QuotedFields { get; init; } = true;

    /// <summary>The encoding of a file that is not UTF-8, for example <see cref="Encoding.Latin1"/>; null: of its byte order mark, or else UTF-8.</summary>
    public Encoding? Encoding { get; init; }
}
