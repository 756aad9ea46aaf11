namespace NetGen;

/// <summary>Texts of tokens by their ids, and ids by texts.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="texts">One for each id, no two alike.</param>
    public Vocabulary(string[] texts)
    {
        Texts = texts;
        var ids = new Dictionary<string, int>(texts.Length, StringComparer.Ordinal);
        for (int id = 0; id < texts.Length; id++)
        {
            ids.Add(texts[id], id);
        }

        _lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string[] Texts { get; }

    public int Count => Texts.Length;

    /// <exception cref="ArgumentOutOfRangeException">The id is negative, or not below the number of tokens.</exception>
    public string Text(int token) => (uint)token < (uint)Count
        ? Texts[token]
        : throw new ArgumentOutOfRangeException(nameof(token), token, $"The vocabulary has the tokens 0 to {Count - 1}.");

    /// <summary>The id of a text, or null.</summary>
    public int? Find(ReadOnlySpan<char> text) => _lookup.TryGetValue(text, out int id) ? id : null;
}
