using System.Globalization;

namespace NetGen;

/// <summary>What a column is: declared, or guessed from its values, each of which is looked at once.</summary>
internal sealed class ColumnGuess(ColumnKind? declared)
{
    // So many texts, and more of them than of numbers, make categories, whatever comes.
    private const int Enough = 100;

    private InvalidDataException? _notFinite;
    private Func<InvalidDataException>? _firstText;
    private long _numbers, _texts;

    /// <summary>Whether a text came that is no number.</summary>
    public bool HasText => _texts > 0;

    /// <summary>Whether further values change nothing.</summary>
    public bool IsSettled => declared is not null || (_texts >= Enough && _texts > _numbers);

    /// <summary>Numbers, unless declared otherwise or there was a text that is none. A column without any value has numbers, too.</summary>
    /// <exception cref="InvalidDataException">Among numbers stands NaN or an infinity, or more than nine of ten values are numbers and the others are not.</exception>
    public ColumnKind Kind => declared ?? (_numbers > 9 * _texts && _firstText is not null ? throw _firstText()
        : HasText || (_notFinite is not null && _numbers == 0) ? ColumnKind.Category
        : _notFinite is null ? ColumnKind.Number
        : throw _notFinite);

    /// <summary>Looks at a field that is not missing.</summary>
    /// <returns>Its number, NaN if it has none.</returns>
    public double Add(CsvRows rows, int column, CsvField field)
    {
        if (!field.TryNumber(out double value))
        {
            if (_texts++ == 0)
            {
                rows.RequireText(field.Text, column);
                string text = ColumnBuilder.Shown(field.Text);
                string name = rows.Names[column];
                var place = rows.Place();
                _firstText = () => place.Invalid(name, MostlyNumbers(text, name));
            }

            return double.NaN;
        }

        if (!double.IsFinite(value))
        {
            _notFinite ??= ColumnBuilder.NotFinite(rows, column, field);
            return double.NaN;
        }

        _numbers++;
        return value;
    }

    private string MostlyNumbers(string text, string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"'{text}' is not a number, as {_numbers} of {_numbers + _texts} values of the column are. If it stands for no value, list it in CsvOptions.MissingValues; if the column has categories, declare it in CsvOptions.Columns: ColumnType.Category(\"{name}\")");
}
