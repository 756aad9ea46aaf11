namespace NetGen;

/// <summary>Finds out in one pass and bounded memory what a column is and what its values look like.</summary>
internal sealed class ColumnProfiler(string name, ColumnKind? declared, CategoryBudget budget)
{
    private readonly ColumnGuess _guess = new(declared);
    private NumberStatistics _numbers;
    private CategoryCounter? _categories = declared == ColumnKind.Category ? new(budget) : null;
    private bool _isDecided = declared is not null;
    private long _missing;

    /// <summary>What the column is.</summary>
    /// <exception cref="InvalidDataException">Among numbers stands NaN or an infinity.</exception>
    public ColumnKind Kind => _guess.Kind;

    /// <summary>Whether the column has categories and began like numbers, so that its first values were not counted.</summary>
    public bool MustBeReadAgain => _categories is null && Kind == ColumnKind.Category;

    /// <summary>Takes the field of the current row.</summary>
    /// <exception cref="InvalidDataException">The field is not what the column is declared to be.</exception>
    public void Add(CsvRows rows, int column)
    {
        var field = rows.Field(column);
        if (field.IsMissing)
        {
            _missing++;
            return;
        }

        if (declared == ColumnKind.Number)
        {
            _numbers.Add(ColumnBuilder.Number(rows, column, field));
        }
        else
        {
            if (!_guess.IsSettled)
            {
                Guess(rows, column, field);
            }

            _categories?.Add(rows, column, field.Text);
        }
    }

    public ColumnProfile Profile() => new(name, Kind, _missing, Kind == ColumnKind.Number ? _numbers : default, null, _categories?.Result);

    private void Guess(CsvRows rows, int column, CsvField field)
    {
        double value = _guess.Add(rows, column, field);
        if (double.IsFinite(value))
        {
            _numbers.Add(value);
        }
        else if (!_isDecided && _guess.HasText)
        {
            // The first value is a text: categories from here on, none of which has been passed over.
            _categories = new(budget);
        }

        _isDecided = true;
    }
}
