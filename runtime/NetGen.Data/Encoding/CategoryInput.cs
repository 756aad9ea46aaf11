using System.Text;

namespace NetGen;

/// <summary>A column of categories as one input for each value, or as the number of the value.</summary>
internal sealed class CategoryInput : InputColumn
{
    /// <summary>The code of a value never seen.</summary>
    private const int Unknown = -1;

    private readonly TextIndex _index = new();
    private readonly int _missing;

    /// <param name="name">The column.</param>
    /// <param name="encoding">One-hot or index.</param>
    /// <param name="values">The known values in the order of their inputs.</param>
    /// <param name="hasMissing">Whether a missing value is a value of its own, after the others.</param>
    /// <param name="fill">The value that stands in for a missing one; null: none does.</param>
    /// <param name="missing">What becomes of a missing value.</param>
    /// <param name="unknown">What becomes of a value that is not known.</param>
    public CategoryInput(
        string name, CategoryEncoding encoding, string[] values, bool hasMissing, string? fill, MissingCategory missing, UnknownCategory unknown)
        : base(name, ColumnKind.Category)
    {
        Encoding = encoding;
        Values = values;
        HasMissing = hasMissing;
        Fill = fill;
        WhenMissing = missing;
        WhenUnknown = unknown;
        foreach (string value in values)
        {
            _index.Add(System.Text.Encoding.UTF8.GetBytes(value));
        }

        _missing = hasMissing ? values.Length : fill is null ? Unknown : Array.IndexOf(values, fill);
    }

    public CategoryEncoding Encoding { get; }

    public string[] Values { get; }

    public bool HasMissing { get; }

    public string? Fill { get; }

    public MissingCategory WhenMissing { get; }

    public UnknownCategory WhenUnknown { get; }

    /// <summary>How many values there are, a missing one among them.</summary>
    public int Count => Values.Length + (HasMissing ? 1 : 0);

    public override int Width => Encoding == CategoryEncoding.OneHot ? Count : 1;

    public override IEnumerable<string> InputNames => Encoding == CategoryEncoding.Index
        ? [Name]
        : Values.Select(value => $"{Name}={value}").Concat(HasMissing ? [$"{Name} is missing"] : []);

    public override string? Write(CsvField field, Span<float> inputs)
    {
        string? problem = field.IsMissing ? Code(out int code) : Code(field.Text, out code);
        Write(code, inputs);
        return problem;
    }

    public override RowWriter Bind(TableColumn column)
    {
        // A column without a single value counts as numbers, as nothing says otherwise.
        string[] values = column is CategoryColumn texts ? texts.Values : [];
        int[] codes = column is CategoryColumn category ? category.Codes : [.. Enumerable.Repeat(-1, column.Count)];
        var known = new int[values.Length];
        var problems = new string?[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            problems[i] = Code(System.Text.Encoding.UTF8.GetBytes(values[i]), out known[i]);
        }

        string? missing = Code(out int missingCode);
        return (row, inputs) =>
        {
            int code = codes[row];
            Write(code < 0 ? missingCode : known[code], inputs);
            return code < 0 ? missing : problems[code];
        };
    }

    /// <summary>The code of a missing value.</summary>
    private string? Code(out int code)
    {
        code = _missing;
        return WhenMissing == MissingCategory.Refuse ? "the category is missing. Leave the row out, or set EncodingOptions.MissingCategories"
            : code == Unknown && WhenUnknown == UnknownCategory.Refuse ? "the category is missing, as it never was in the rows learned on"
            : null;
    }

    private string? Code(ReadOnlySpan<byte> text, out int code)
    {
        code = _index.Find(text);
        return code >= 0 || WhenUnknown == UnknownCategory.Zeros
            ? null
            : $"'{ColumnBuilder.Shown(text)}' is not among the {Values.Length} categories learned: {ColumnNames.List(Values)}";
    }

    private void Write(int code, Span<float> inputs)
    {
        if (Encoding == CategoryEncoding.Index)
        {
            inputs[0] = code + 1;
            return;
        }

        inputs[..Count].Clear();
        if (code >= 0)
        {
            inputs[code] = 1;
        }
    }
}
