namespace NetGen;

/// <summary>Counts distinct texts in bounded memory: beyond a limit it gives up, as no encoding uses so many.</summary>
internal sealed class CategoryCounter
{
    private const int MostTexts = 100_000;

    // What a text takes beside its bytes: its hash, where it ends, two places in the table of hashes, how often it came.
    private const int BytesPerText = 28;

    private readonly CategoryBudget _budget;
    private TextIndex? _texts = new();
    private long[] _counts = new long[8];

    public CategoryCounter(CategoryBudget budget)
    {
        _budget = budget;
        budget.Join(this);
    }

    /// <summary>How many bytes the texts take.</summary>
    public long Size { get; private set; }

    /// <summary>The texts and how often each came; null: too many.</summary>
    public (string[] Values, long[] Counts)? Result => _texts is null ? null : (_texts.ToStrings(), _counts[.._texts.Count]);

    /// <summary>Takes the text of a field.</summary>
    /// <exception cref="InvalidDataException">It is not text.</exception>
    public void Add(CsvRows rows, int column, ReadOnlySpan<byte> text)
    {
        int number = _texts?.Find(text) ?? -1;
        if (number < 0 && _texts is not null)
        {
            rows.RequireText(text, column);
            number = AddNew(text);
        }

        if (_texts is not null)
        {
            _counts[number]++;
        }
    }

    /// <summary>Forgets all texts, of which there are too many.</summary>
    public void GiveUp()
    {
        _texts = null;
        _counts = [];
        long freed = Size;
        Size = 0;
        _budget.Change(-freed);
    }

    private int AddNew(ReadOnlySpan<byte> text)
    {
        if (_texts!.Count == MostTexts)
        {
            GiveUp();
            return -1;
        }

        int number = _texts.Add(text);
        if (number == _counts.Length)
        {
            Array.Resize(ref _counts, 2 * number);
        }

        Size += text.Length + BytesPerText;
        _budget.Change(text.Length + BytesPerText);
        return number;
    }
}
