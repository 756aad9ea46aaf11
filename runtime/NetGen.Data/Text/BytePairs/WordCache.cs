using System.Collections.Concurrent;

namespace NetGen;

/// <summary>The tokens of words seen before: bounded, and for many threads. When it is full it begins anew; frequent words are back at once.</summary>
internal sealed class WordCache
{
    private const int MostWords = 1 << 16;
    private const int LongestWord = 64;

    private ConcurrentDictionary<string, int[]> _words = new(StringComparer.Ordinal);
    private int _count;

    public int[]? Find(ReadOnlySpan<char> word) =>
        word.Length <= LongestWord && _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int[]? tokens) ? tokens : null;

    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<int> tokens)
    {
        if (word.Length > LongestWord)
        {
            return;
        }

        if (Interlocked.Increment(ref _count) > MostWords)
        {
            _words = new(StringComparer.Ordinal);
            _count = 1;
        }

        _words[word.ToString()] = tokens.ToArray();
    }
}
