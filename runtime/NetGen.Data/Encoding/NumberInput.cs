using System.Globalization;

namespace NetGen;

/// <summary>A column of numbers as one input, and a second that tells whether the number is missing.</summary>
/// <param name="name">The column.</param>
/// <param name="offset">What is subtracted.</param>
/// <param name="scale">What the difference is divided by.</param>
/// <param name="fill">What stands in for a missing number, in the unit of the column; null: the row is refused.</param>
/// <param name="indicator">Whether there is a second input.</param>
internal sealed class NumberInput(string name, double offset, double scale, double? fill, bool indicator) : InputColumn(name, ColumnKind.Number)
{
    public double Offset => offset;

    public double Scale => scale;

    public double? Fill => fill;

    public bool HasIndicator => indicator;

    public override int Width => indicator ? 2 : 1;

    public override IEnumerable<string> InputNames => indicator ? [Name, $"{Name} is missing"] : [Name];

    public override string? Write(CsvField field, Span<float> inputs)
    {
        if (field.IsMissing)
        {
            return Write(double.NaN, inputs);
        }

        return field.TryNumber(out double value) && double.IsFinite(value)
            ? Write(value, inputs)
            : $"'{ColumnBuilder.Shown(field.Text)}' is not a finite number";
    }

    public override RowWriter Bind(TableColumn column) => (row, inputs) => Write(column.IsMissing(row) ? double.NaN : column.NumberAt(row), inputs);

    /// <param name="value">The number, NaN if missing.</param>
    /// <param name="inputs">Receives <see cref="Width"/> inputs.</param>
    private string? Write(double value, Span<float> inputs)
    {
        if (indicator)
        {
            inputs[1] = double.IsNaN(value) ? 1 : 0;
        }

        if (double.IsNaN(value))
        {
            if (fill is not { } known)
            {
                return "the number is missing. Leave the row out, or set EncodingOptions.MissingNumbers";
            }

            value = known;
        }

        inputs[0] = (float)((value - offset) / scale);
        return float.IsFinite(inputs[0]) ? null : string.Create(CultureInfo.InvariantCulture, $"{value} becomes an input too large for a float");
    }
}
