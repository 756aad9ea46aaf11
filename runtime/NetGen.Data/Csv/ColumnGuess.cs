namespace NetGen;

/// <summary>What a column is: declared, or guessed from its values, each of which is looked at once.</summary>
internal sealed class ColumnGuess(ColumnKind? declared)
{
    private InvalidDataException? _notFinite;
    private bool _hasNumber;

    /// <summary>Whether a text came that is no number.</summary>
    public bool HasText { get; private set; }

    /// <summary>Numbers, unless declared otherwise or there was a text that is none. A column without any value has numbers, too.</summary>
    /// <exception cref="InvalidDataException">Among numbers stands NaN or an infinity.</exception>
    public ColumnKind Kind => declared ?? (HasText || (_notFinite is not null && !_hasNumber) ? ColumnKind.Category
        : _notFinite is null ? ColumnKind.Number
        : throw _notFinite);

    /// <summary>Looks at a field that is not missing.</summary>
    /// <returns>Its number, NaN if it has none.</returns>
    public double Add(CsvRows rows, int column, CsvField field)
    {
        if (!field.TryNumber(out double value))
        {
            HasText = true;
            return double.NaN;
        }

        if (!double.IsFinite(value))
        {
            _notFinite ??= ColumnBuilder.NotFinite(rows, column, field);
            return double.NaN;
        }

        _hasNumber = true;
        return value;
    }
}
