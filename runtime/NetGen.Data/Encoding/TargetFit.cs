using System.Globalization;

namespace NetGen;

/// <summary>Learns how target columns become targets.</summary>
internal sealed class TargetFit(TableProfile table, EncodingOptions options)
{
    /// <exception cref="ArgumentException">A column is not there or does not allow what is asked.</exception>
    public TargetColumn[] Run(IReadOnlyList<string> targets)
    {
        if (targets.Count == 0 && (options.TargetKind is not null || options.PositiveClass is not null))
        {
            throw new ArgumentException("EncodingOptions says what is learned from the target, but not which column that is: set Target.");
        }

        if (targets.Distinct().Count() < targets.Count)
        {
            throw new ArgumentException("EncodingOptions.Targets names a column twice.");
        }

        TargetColumn[] columns = [.. targets.Select(table.Column).Select(Target)];
        if (columns.Length > 1 && columns.FirstOrDefault(column => column.Kind == TargetKind.Labels) is { } labels)
        {
            throw new ArgumentException($"Of several targets each is a number; '{labels.Name}' would be a label.");
        }

        return columns;
    }

    private TargetColumn Target(ColumnProfile column)
    {
        var kind = options.TargetKind ?? (column.Kind == ColumnKind.Category ? TargetKind.Labels : TargetKind.Values);
        if (options.PositiveClass is not null && kind != TargetKind.Binary)
        {
            throw new ArgumentException("EncodingOptions.PositiveClass is for TargetKind.Binary: set TargetKind, too.");
        }

        return kind switch
        {
            TargetKind.Labels when column.Kind == ColumnKind.Number => throw new ArgumentException(
                $"'{table.Source}': target '{column.Name}' has numbers, labels are of categories. Declare it in CsvOptions.Columns: ColumnType.Category(\"{column.Name}\")."),
            TargetKind.Values when column.Kind == ColumnKind.Category => throw new ArgumentException(
                $"'{table.Source}': target '{column.Name}' has categories, not numbers. Set TargetKind to Labels or Binary."),
            _ => column.Kind == ColumnKind.Number ? Number(column, kind) : Classes(column, kind),
        };
    }

    private NumberTarget Number(ColumnProfile column, TargetKind kind)
    {
        var numbers = column.Numbers;
        if (kind == TargetKind.Binary)
        {
            return options.PositiveClass is null && numbers.Minimum >= 0 && numbers.Maximum <= 1
                ? new(column.Name, kind, 0, 1)
                : throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{table.Source}': the numbers of a binary target are 0 and 1, those of '{column.Name}' go from {numbers.Minimum} to {numbers.Maximum}. For a PositiveClass declare it in CsvOptions.Columns: ColumnType.Category(\"{column.Name}\")."));
        }

        if (!options.ScaleTarget || numbers.Count == 0)
        {
            return new(column.Name, kind, 0, 1);
        }

        return double.IsFinite(numbers.Mean) && double.IsFinite(numbers.Deviation)
            ? new(column.Name, kind, numbers.Mean, numbers.Deviation > 0 ? numbers.Deviation : 1)
            : throw new ArgumentException($"'{table.Source}': the numbers of target '{column.Name}' are too large to be scaled.");
    }

    private ClassTarget Classes(ColumnProfile column, TargetKind kind)
    {
        var (classes, _) = DeclaredValues.Of(column, options.Columns.FirstOrDefault(own => own.Name == column.Name), table);
        if (classes.Length > options.MostCategories)
        {
            throw new ArgumentException(
                $"'{table.Source}': target '{column.Name}' has {classes.Length} classes, more than EncodingOptions.MostCategories, {options.MostCategories}. Is it meant to have numbers?");
        }

        if (classes.Length == 0)
        {
            throw new ArgumentException($"'{table.Source}': target '{column.Name}' has no value in any row.");
        }

        if (kind == TargetKind.Labels)
        {
            return new(column.Name, classes, null);
        }

        string positive = options.PositiveClass ?? (classes.Length == 2
            ? classes[1]
            : throw new ArgumentException($"'{table.Source}': target '{column.Name}' has {classes.Length} classes; of a binary target with other than two, EncodingOptions.PositiveClass tells which is 1."));
        return classes.Contains(positive)
            ? new(column.Name, classes, positive)
            : throw new ArgumentException($"'{table.Source}': target '{column.Name}' has no class '{positive}'. Its classes are {ColumnNames.List(classes)}.");
    }
}
