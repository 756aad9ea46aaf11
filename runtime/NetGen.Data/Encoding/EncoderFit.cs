namespace NetGen;

/// <summary>Learns an encoder from what is known of a table.</summary>
internal sealed class EncoderFit(TableProfile table, EncodingOptions options)
{
    private readonly Dictionary<string, ColumnOptions> _columns = [];

    /// <exception cref="ArgumentException">The options name a column that is not there, or ask what a column does not allow.</exception>
    public TableEncoder Run()
    {
        foreach (var column in options.Columns)
        {
            table.Column(column.Name);
            if (!_columns.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"EncodingOptions.Columns has '{column.Name}' twice.");
            }
        }

        if (options.Target is not null && options.Targets.Count > 0)
        {
            throw new ArgumentException("EncodingOptions has Target for one column or Targets for several, not both.");
        }

        string[] targets = options.Target is null ? [.. options.Targets] : [options.Target];
        var targetColumns = new TargetFit(table, options).Run(targets);
        var ignored = options.Ignore.Select(table.Column).Select(column => column.Name).Concat(targets).ToHashSet();
        InputColumn[] inputs = [.. table.Columns.Where(column => !ignored.Contains(column.Name)).Select(Input)];
        return inputs.Length == 0
            ? throw new ArgumentException($"'{table.Source}' has no column left for inputs: {ColumnNames.List([.. ignored])} are targets or ignored.")
            : new TableEncoder(inputs, targetColumns, Groups(inputs), table.MissingValues);
    }

    private InputColumn Input(ColumnProfile column) => column.Kind == ColumnKind.Number ? Number(column) : Category(column);

    private NumberInput Number(ColumnProfile column)
    {
        var own = _columns.GetValueOrDefault(column.Name);
        if (own?.Values is not null)
        {
            throw new ArgumentException(
                $"'{table.Source}': column '{column.Name}' has numbers, and its ColumnOptions list Values as of categories. Declare it in CsvOptions.Columns: ColumnType.Category(\"{column.Name}\").");
        }

        var numbers = column.Numbers;
        if (numbers.Count == 0)
        {
            throw new ArgumentException($"'{table.Source}': column '{column.Name}' has no value in any row. List it in EncodingOptions.Ignore.");
        }

        var (offset, scale) = (own?.Scaling ?? options.Numbers) switch
        {
            Scaling.Standardize => (numbers.Mean, numbers.Deviation),
            Scaling.MinMax => (numbers.Minimum, numbers.Maximum - numbers.Minimum),
            _ => (0, 1),
        };
        double? fill = Fill(column, own?.MissingNumbers ?? options.MissingNumbers);
        RequireFinite(column.Name, offset, scale, fill ?? 0);
        bool indicator = own?.MissingIndicator ?? (options.MissingIndicator && column.Missing > 0);
        return new(column.Name, offset, scale > 0 ? scale : 1, fill, indicator);
    }

    private double? Fill(ColumnProfile column, Missing missing)
    {
        double? fill = missing.Kind switch
        {
            MissingNumber.Refuse => null,
            MissingNumber.Constant => missing.Value,
            MissingNumber.Mean => column.Numbers.Mean,
            _ when column.Median is { } median => median(),
            _ when column.Missing == 0 => null,
            _ => throw new ArgumentException(
                $"'{table.Source}': the median of column '{column.Name}' cannot be known without all of its numbers in memory, and a stream keeps none. Use Missing.Mean or Missing.Constant, or load the table."),
        };
        return fill is null && column.Missing > 0
            ? throw new ArgumentException($"'{table.Source}': column '{column.Name}' has {column.Missing} missing numbers, and EncodingOptions.MissingNumbers refuses them. Use Missing.Mean, Median or Constant, or leave the rows out.")
            : fill;
    }

    private CategoryInput Category(ColumnProfile column)
    {
        var own = _columns.GetValueOrDefault(column.Name);
        var (values, counts) = DeclaredValues.Of(column, own, table);
        var encoding = own?.Category ?? options.Categories;
        if (encoding == CategoryEncoding.OneHot && values.Length > options.MostCategories)
        {
            throw new ArgumentException(
                $"'{table.Source}': column '{column.Name}' has {values.Length} different values, {options.MostCategories} are allowed one input each (EncodingOptions.MostCategories). " +
                "List it in EncodingOptions.Ignore if it identifies rows, or encode it by CategoryEncoding.Index for an embedding.");
        }

        var missing = own?.MissingCategories ?? options.MissingCategories;
        if (missing == MissingCategory.Refuse && column.Missing > 0)
        {
            throw new ArgumentException($"'{table.Source}': column '{column.Name}' has {column.Missing} missing values, and EncodingOptions.MissingCategories refuses them. Let them be a category of their own, or leave the rows out.");
        }

        string? fill = missing == MissingCategory.MostFrequent && values.Length > 0 ? values[Array.IndexOf(counts, counts.Max())] : null;
        bool hasMissing = missing == MissingCategory.OwnCategory && (own?.MissingIndicator ?? (own?.Values is not null || column.Missing > 0));
        return new(column.Name, encoding, values, hasMissing, fill, missing, own?.UnknownCategory ?? options.UnknownCategory);
    }

    private void RequireFinite(string name, params ReadOnlySpan<double> learned)
    {
        foreach (double number in learned)
        {
            if (!double.IsFinite(number))
            {
                throw new ArgumentException($"'{table.Source}': the numbers of column '{name}' are too large to be scaled. Divide them, or take their logarithm, before.");
            }
        }
    }

    private EncodedGroup[] Groups(InputColumn[] inputs)
    {
        var groups = new List<EncodedGroup>();
        foreach (var group in options.Groups)
        {
            if (groups.Any(other => other.Name == group.Name) || group.Columns.Count == 0)
            {
                throw new ArgumentException($"EncodingOptions.Groups: a group has a name of its own and at least one column; '{group.Name}' has not.");
            }

            var columns = group.Columns.Select(name => inputs.FirstOrDefault(input => input.Name == table.Column(name).Name)
                ?? throw new ArgumentException($"Column '{name}' of group '{group.Name}' is a target or ignored, so that it is no input."));
            groups.Add(new(group.Name, [.. columns]));
        }

        return [.. groups];
    }
}
