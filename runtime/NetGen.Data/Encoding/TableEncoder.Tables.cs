namespace NetGen;

public sealed partial class TableEncoder
{
    /// <summary>Inputs and class labels of a table, for networks that classify.</summary>
    /// <exception cref="InvalidOperationException">The target is not encoded as labels.</exception>
    /// <exception cref="ArgumentException">The table lacks a column, a column is of another kind than in the table learned from, or other texts stand for missing values: see <see cref="CsvOptions"/>.</exception>
    /// <exception cref="InvalidDataException">A value cannot be encoded; the message tells row, column and value.</exception>
    public Dataset<float, int> Labels(CsvTable table) => Labels(table, _all);

    /// <summary>Inputs of one group of columns and class labels.</summary>
    /// <inheritdoc cref="Labels(CsvTable)"/>
    public Dataset<float, int> Labels(CsvTable table, string group) => Labels(table, Group(group));

    /// <summary>Inputs and numbers of a table, for regression, or 0 and 1 for a binary target.</summary>
    /// <exception cref="InvalidOperationException">The target is encoded as labels.</exception>
    /// <exception cref="ArgumentException">The table lacks a column, a column is of another kind than in the table learned from, or other texts stand for missing values: see <see cref="CsvOptions"/>.</exception>
    /// <exception cref="InvalidDataException">A value cannot be encoded; the message tells row, column and value.</exception>
    public Dataset<float, float> Values(CsvTable table) => Values(table, _all);

    /// <summary>Inputs of one group of columns and numbers.</summary>
    /// <inheritdoc cref="Values(CsvTable)"/>
    public Dataset<float, float> Values(CsvTable table, string group) => Values(table, Group(group));

    /// <summary>The inputs of a table, row after row: <see cref="InputSize"/> of each. The target need not be there.</summary>
    /// <exception cref="ArgumentException">The table lacks a column, a column is of another kind than in the table learned from, or other texts stand for missing values: see <see cref="CsvOptions"/>.</exception>
    /// <exception cref="InvalidDataException">A value cannot be encoded; the message tells row, column and value.</exception>
    public float[] Inputs(CsvTable table) => Inputs(table, _all);

    /// <summary>The inputs of one group of columns.</summary>
    /// <inheritdoc cref="Inputs(CsvTable)"/>
    public float[] Inputs(CsvTable table, string group) => Inputs(table, Group(group));

    private Dataset<float, int> Labels(CsvTable table, EncodedGroup group)
    {
        RequireTarget(NetGen.TargetKind.Labels);
        var labels = Array.ConvertAll(TargetsOf(table), label => (int)label);
        return new Dataset<float, int>(Inputs(table, group), labels, table.Count, [group.Size]).WithPreprocessing(ToJson()).WithClassNames(ClassNames!);
    }

    private Dataset<float, float> Values(CsvTable table, EncodedGroup group)
    {
        RequireTarget(NetGen.TargetKind.Values, NetGen.TargetKind.Binary);
        return new Dataset<float, float>(Inputs(table, group), TargetsOf(table), table.Count, [group.Size]).WithPreprocessing(ToJson()).WithBinaryNames(ClassNames);
    }

    private float[] Inputs(CsvTable table, EncodedGroup group)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireMissing(table.Source, table.Missing);
        if ((long)table.Count * group.Size > Array.MaxLength)
        {
            throw new ArgumentException($"{table.Count} rows of {group.Size} inputs are more than an array holds. Read the file by CsvStream.Open.", nameof(table));
        }

        var inputs = new float[table.Count * group.Size];
        int first = 0;
        foreach (var input in group.Columns)
        {
            var write = input.Bind(RequireKind(table, input.Name, input.Kind));
            for (int row = 0; row < table.Count; row++)
            {
                if (write(row, inputs.AsSpan((row * group.Size) + first, input.Width)) is { } problem)
                {
                    throw Refused(table, row, input.Name, problem);
                }
            }

            first += input.Width;
        }

        return inputs;
    }

    /// <summary>The targets, row after row.</summary>
    private float[] TargetsOf(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireMissing(table.Source, table.Missing);
        var targets = new float[table.Count * _targets.Length];
        for (int i = 0; i < _targets.Length; i++)
        {
            var read = _targets[i].Bind(RequireKind(table, _targets[i].Name, _targets[i].ColumnKind));
            for (int row = 0; row < table.Count; row++)
            {
                if (read(row, out double target) is { } problem)
                {
                    throw Refused(table, row, _targets[i].Name, problem);
                }

                targets[(row * _targets.Length) + i] = (float)target;
            }
        }

        return targets;
    }

    private static TableColumn RequireKind(CsvTable table, string name, ColumnKind kind)
    {
        var column = table.Column(name);
        return column.Kind == kind || column.Missing == column.Count
            ? column
            : throw new ArgumentException(
                $"'{table.Source}': column '{name}' is {column.Kind} here and was {kind} in the table that the encoder learned from. Load the table with the encoder's own options: CsvTable.Load(path, encoder.CsvOptions).");
    }

    private static InvalidDataException Refused(CsvTable table, int row, string column, string problem) =>
        new($"'{table.Source}', row {row} of the table (the first is 0), column '{column}': {problem}.");
}
