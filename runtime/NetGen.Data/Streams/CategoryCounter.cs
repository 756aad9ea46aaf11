namespace NetGen;

/// <summary>Counts distinct texts in bounded memory: beyond a limit it gives up, as no encoding uses so many.</summary>
internal sealed class CategoryCounter
{
    private const int MostTexts = 100_000;
    private const int MostBytes = 1 << 24;

    private TextIndex? _texts = new();
    private long[] _counts = new long[8];

    /// <summary>The texts and how often each came; null: too many.</summary>
    public (string[] Values, long[] Counts)? Result => _texts is null ? null : (_texts.ToStrings(), _counts[.._texts.Count]);

    /// <summary>Takes the text of a field.</summary>
    /// <exception cref="InvalidDataException">It is not text.</exception>
    public void Add(CsvRows rows, int column, ReadOnlySpan<byte> text)
    {
        if (_texts is null)
        {
            return;
        }

        int number = _texts.Find(text);
        if (number < 0)
        {
            rows.RequireText(text, column);
            if (_texts.Count == MostTexts || _texts.Length + text.Length > MostBytes)
            {
                _texts = null;
                _counts = [];
                return;
            }

            number = _texts.Add(text);
            if (number == _counts.Length)
            {
                Array.Resize(ref _counts, 2 * number);
            }
        }

        _counts[number]++;
    }
}
