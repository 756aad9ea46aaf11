namespace NetGen;

/// <summary>
/// Makes inputs and targets of tables. Whatever it has to know (means, deviations, the values of categories) it learns from the one table given to
/// <c>Fit</c>, the training part, and then treats every other table, stream and single row alike. Keep <see cref="ToJson"/> with the model.
/// </summary>
public sealed partial class TableEncoder
{
    private readonly EncodedGroup _all;
    private readonly TargetColumn[] _targets;
    private readonly EncodedGroup[] _groups;
    private readonly MissingSet _missing;
    private string? _json;

    internal TableEncoder(InputColumn[] inputs, TargetColumn[] targets, EncodedGroup[] groups, MissingSet missing)
    {
        _all = new("", inputs);
        _targets = targets;
        _groups = groups;
        _missing = missing;
    }

    /// <summary>How many inputs a row has: the size of the network's input.</summary>
    public int InputSize => _all.Size;

    /// <summary>What each input is, for example <c>tenure</c> or <c>Contract=Two year</c>.</summary>
    public IReadOnlyList<string> InputNames => _all.InputNames;

    /// <summary>The columns that become inputs, in the order of the inputs.</summary>
    public IReadOnlyList<string> InputColumns => [.. _all.Columns.Select(column => column.Name)];

    /// <summary>
    /// The inputs of each column, in the order of the columns: one of a number, one for each value of a category encoded as one-hot. What
    /// <see cref="PermutationImportanceOptions.Groups"/> takes to treat a column as one thing.
    /// </summary>
    public IReadOnlyList<FeatureGroup> FeatureGroups => _all.FeatureGroups;

    /// <summary>The columns that become targets.</summary>
    public IReadOnlyList<string> Targets => [.. _targets.Select(target => target.Name)];

    /// <summary>What is learned from the target; null: there is none.</summary>
    public TargetKind? TargetKind => _targets.Length == 0 ? null : _targets[0].Kind;

    /// <summary>The classes in the order of the labels; of a binary target what 0 and 1 stand for; null for numbers.</summary>
    public IReadOnlyList<string>? ClassNames => _targets.Length == 1 ? _targets[0].ClassNames : null;

    /// <summary>
    /// How files with new rows are loaded so that they are read as the ones learned from: the texts for missing values, and the kind of each column. Columns that a
    /// file does not have, such as the target of rows to be predicted, do not matter. For a file that is written otherwise:
    /// <c>encoder.CsvOptions with { Separator = ';' }</c>.
    /// </summary>
    public CsvOptions CsvOptions => new()
    {
        MissingValues = _missing.Texts,
        Columns =
        [
            .. _all.Columns.Select(column => new ColumnType(column.Name, column.Kind) { IsOptional = true }),
            .. _targets.Select(column => new ColumnType(column.Name, column.ColumnKind) { IsOptional = true }),
        ],
    };

    /// <summary>Learns from a table: only from its rows, so give it the training part.</summary>
    /// <param name="table">The training part.</param>
    /// <param name="options">The target, and how columns are encoded.</param>
    /// <exception cref="ArgumentException">The options name a column that the table does not have, or ask what a column does not allow.</exception>
    public static TableEncoder Fit(CsvTable table, EncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        return new EncoderFit(TableProfile.Of(table), options).Run();
    }

    /// <summary>Turns predictions of a regression back into the unit of the target columns.</summary>
    /// <param name="predictions">One number for each target, row after row.</param>
    /// <exception cref="InvalidOperationException">The targets are not numbers.</exception>
    /// <exception cref="ArgumentException">There are not equally many predictions for each target.</exception>
    public float[] ToOriginal(params ReadOnlySpan<float> predictions)
    {
        RequireTarget(NetGen.TargetKind.Values);
        if (predictions.Length % _targets.Length != 0)
        {
            throw new ArgumentException($"{predictions.Length} predictions do not divide among {_targets.Length} targets.", nameof(predictions));
        }

        var original = new float[predictions.Length];
        for (int i = 0; i < original.Length; i++)
        {
            original[i] = (float)_targets[i % _targets.Length].ToOriginal(predictions[i]);
        }

        return original;
    }

    private void RequireTarget(params TargetKind[] kinds)
    {
        if (TargetKind is not { } kind)
        {
            throw new InvalidOperationException("The encoder was learned without a target: set EncodingOptions.Target.");
        }

        if (Array.IndexOf(kinds, kind) < 0)
        {
            string use = kind == NetGen.TargetKind.Labels ? "labels: ask for Labels" : "numbers: ask for Values";
            throw new InvalidOperationException($"The target '{_targets[0].Name}' is encoded as {kind}. They are {use}, or set EncodingOptions.TargetKind.");
        }
    }

    /// <exception cref="ArgumentException">Other texts stand for no value than in the rows learned from: a value would become other inputs than it did there.</exception>
    private void RequireMissing(string source, MissingSet found)
    {
        if (!_missing.IsSameAs(found))
        {
            throw new ArgumentException(
                $"'{source}' was opened with other texts for missing values ({found}) than the rows that the encoder learned from ({_missing}). Open it with the encoder's own options: CsvTable.Load(path, encoder.CsvOptions).");
        }
    }

    private EncodedGroup Group(string name) => _groups.FirstOrDefault(group => group.Name == name)
        ?? throw new ArgumentException($"The encoder has no group of inputs '{name}'. It has: {ColumnNames.List([.. _groups.Select(group => group.Name)])}.", nameof(name));

    private EncodedGroup TokenGroup(string name) => Group(name) is { TokenOffsets: not null } group
        ? group
        : throw new InvalidOperationException($"Group '{name}' has columns that are no token ids. Token ids are categories encoded by CategoryEncoding.Index.");
}
