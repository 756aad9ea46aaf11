using System.Text;

namespace NetGen;

/// <summary>A column of categories as labels, or as 1 for one of them and 0 for the others.</summary>
/// <param name="name">The column.</param>
/// <param name="classes">The known classes in their order.</param>
/// <param name="positive">The class whose target is 1; null: targets are labels.</param>
internal sealed class ClassTarget(string name, string[] classes, string? positive)
    : TargetColumn(name, positive is null ? TargetKind.Labels : TargetKind.Binary)
{
    private readonly byte[][] _texts = Array.ConvertAll(classes, Encoding.UTF8.GetBytes);
    private readonly int _positive = positive is null ? -1 : Array.IndexOf(classes, positive);

    public string[] Classes => classes;

    public string? Positive => positive;

    public override ColumnKind ColumnKind => ColumnKind.Category;

    /// <summary>Of a binary target: what 0 and 1 stand for.</summary>
    public override IReadOnlyList<string>? ClassNames => positive is null ? classes
        : [classes.Length == 2 ? classes[1 - _positive] : $"not {positive}", positive];

    protected override RowReader BindValues(TableColumn column)
    {
        var texts = (CategoryColumn)column;
        var targets = new double[texts.Values.Length];
        var problems = new string?[targets.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            problems[i] = Read(Encoding.UTF8.GetBytes(texts.Values[i]), out targets[i]);
        }

        return (row, out target) =>
        {
            target = targets[texts.Codes[row]];
            return problems[texts.Codes[row]];
        };
    }

    protected override string? ReadValue(CsvField field, out double target) => Read(field.Text, out target);

    private string? Read(ReadOnlySpan<byte> text, out double target)
    {
        for (int i = 0; i < _texts.Length; i++)
        {
            if (text.SequenceEqual(_texts[i]))
            {
                target = positive is null ? i : i == _positive ? 1 : 0;
                return null;
            }
        }

        target = 0;
        return $"'{ColumnBuilder.Shown(text)}' is not among the {classes.Length} classes learned: {ColumnNames.List(classes)}";
    }
}
