using System.Globalization;

namespace NetGen;

/// <summary>A column of numbers as target of regression, or as 0 and 1.</summary>
/// <param name="name">The column.</param>
/// <param name="kind">Values, or binary: then every number is 0 or 1.</param>
/// <param name="offset">What is subtracted.</param>
/// <param name="scale">What the difference is divided by.</param>
internal sealed class NumberTarget(string name, TargetKind kind, double offset, double scale) : TargetColumn(name, kind)
{
    public double Offset => offset;

    public double Scale => scale;

    public override ColumnKind ColumnKind => ColumnKind.Number;

    public override IReadOnlyList<string>? ClassNames => Kind == TargetKind.Binary ? ["0", "1"] : null;

    public override double ToOriginal(double prediction) => (prediction * scale) + offset;

    protected override RowReader BindValues(TableColumn column) => (row, out target) =>
    {
        target = column.NumberAt(row);
        return Scaled(ref target);
    };

    protected override string? ReadValue(CsvField field, out double target)
    {
        if (!field.TryNumber(out target) || !double.IsFinite(target))
        {
            return $"'{ColumnBuilder.Shown(field.Text)}' is not a finite number";
        }

        return Scaled(ref target);
    }

    /// <summary>Scales a number of the column.</summary>
    /// <returns>What is wrong with it; null: nothing.</returns>
    private string? Scaled(ref double target)
    {
        double value = target;
        if (Kind == TargetKind.Binary && value is not (0 or 1))
        {
            return string.Create(CultureInfo.InvariantCulture, $"a binary target is 0 or 1, not {value}");
        }

        target = (value - offset) / scale;
        return float.IsFinite((float)target) ? null : string.Create(CultureInfo.InvariantCulture, $"{value} is a target too large for a float");
    }
}
