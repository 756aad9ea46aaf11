using System.Text;

namespace NetGen;

/// <summary>Collects the values of one column whose kind is known.</summary>
internal sealed class ColumnBuilder(string name, ColumnKind kind, int count)
{
    private readonly double[] _numbers = kind == ColumnKind.Number ? new double[count] : [];
    private readonly int[] _codes = kind == ColumnKind.Category ? new int[count] : [];
    private readonly TextIndex _texts = new();

    /// <summary>Takes the field of the current row.</summary>
    /// <exception cref="InvalidDataException">The field is not what the column is, or there are more rows than were counted.</exception>
    public void Add(CsvRows rows, int column)
    {
        if (rows.Row > count)
        {
            throw rows.Invalid(column, $"the file had {count} rows when it was opened, and has more now");
        }

        int row = (int)rows.Row - 1;
        var field = rows.Field(column);
        if (kind == ColumnKind.Number)
        {
            _numbers[row] = field.IsMissing ? double.NaN : Number(rows, column, field);
        }
        else
        {
            _codes[row] = field.IsMissing ? -1 : Code(rows, column, field.Text);
        }
    }

    public TableColumn Build() => kind == ColumnKind.Number ? new NumberColumn(name, _numbers) : new CategoryColumn(name, _codes, _texts.ToStrings());

    /// <summary>The number of a field.</summary>
    /// <exception cref="InvalidDataException">The field is no finite number.</exception>
    public static double Number(CsvRows rows, int column, CsvField field)
    {
        if (!field.TryNumber(out double value))
        {
            rows.RequireText(field.Text, column);
            throw rows.Invalid(column, $"'{Shown(field.Text)}' is not a number. Declare the column a category, or list the text in CsvOptions.MissingValues if it stands for no value");
        }

        return double.IsFinite(value) ? value : throw NotFinite(rows, column, field);
    }

    /// <summary>An exception about a number that is none to count with.</summary>
    public static InvalidDataException NotFinite(CsvRows rows, int column, CsvField field) =>
        rows.Invalid(column, $"'{Shown(field.Text)}' is not a finite number. List it in CsvOptions.MissingValues if it stands for no value, or remove the row");

    /// <summary>A text in a message, cut off if long.</summary>
    public static string Shown(ReadOnlySpan<byte> text) =>
        text.Length <= 60 ? Encoding.UTF8.GetString(text) : Encoding.UTF8.GetString(text[..60]) + "…";

    private int Code(CsvRows rows, int column, ReadOnlySpan<byte> text)
    {
        int code = _texts.Find(text);
        if (code < 0)
        {
            rows.RequireText(text, column);
            code = _texts.Add(text);
        }

        return code;
    }
}
