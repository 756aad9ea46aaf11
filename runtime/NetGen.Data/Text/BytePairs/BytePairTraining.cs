using System.Runtime.InteropServices;
using System.Text;

namespace NetGen;

/// <summary>
/// Sennrich, Haddow and Birch, "Neural Machine Translation of Rare Words with Subword Units" (2016): merge the most frequent pair of neighbours, count anew what that changes. Counts are kept, and a
/// queue has their order: a merge looks only at the words that have the pair.
/// </summary>
internal sealed class BytePairTraining
{
    private readonly List<string> _texts = [.. ByteAlphabet.Order.Select(value => ByteAlphabet.Character(value).ToString())];
    private readonly Dictionary<string, int> _ids;
    private readonly List<(int Left, int Right, int Whole)> _merges = [];
    private readonly IReadOnlyList<string> _special;
    private readonly int[][] _words;
    private readonly long[] _counts;
    private readonly Dictionary<(int Left, int Right), PairCount> _pairs = [];
    private readonly PriorityQueue<(int Left, int Right), (long Less, int Left, int Right)> _queue = new();
    private readonly HashSet<(int Left, int Right)> _grown = [];

    public BytePairTraining(IReadOnlyCollection<KeyValuePair<string, long>> words, IReadOnlyList<string> special)
    {
        _special = special;
        _ids = Enumerable.Range(0, _texts.Count).ToDictionary(id => _texts[id], StringComparer.Ordinal);
        (_words, _counts) = (new int[words.Count][], new long[words.Count]);
        int number = 0;
        foreach (var (word, count) in words)
        {
            _words[number] = Array.ConvertAll(Encoding.UTF8.GetBytes(word), value => _ids[ByteAlphabet.Character(value).ToString()]);
            _counts[number] = count;
            Add(number++, 1);
        }

        Enqueue();
    }

    public BytePairModel Run(int merges, IProgress<double>? progress, CancellationToken cancellation)
    {
        int target = _texts.Count + merges, reported = 0;
        while (_texts.Count < target && MostFrequent() is { } pair)
        {
            cancellation.ThrowIfCancellationRequested();
            Merge(pair);
            int done = 100 - (100 * (target - _texts.Count) / merges);
            if (done > reported)
            {
                progress?.Report((reported = done) / 100.0);
            }
        }

        if (reported < 100)
        {
            progress?.Report(1);
        }

        return new(new Vocabulary([.. _texts, .. _special]), _merges);
    }

    /// <summary>The pair that occurs most often; null: none occurs twice.</summary>
    private (int Left, int Right)? MostFrequent()
    {
        while (_queue.TryDequeue(out var pair, out var priority))
        {
            // Counts that have fallen stand too far ahead in the queue: their pairs go back to their places.
            long count = _pairs.TryGetValue(pair, out var known) ? known.Count : 0;
            if (count == -priority.Less && count >= 2)
            {
                return pair;
            }

            if (count >= 2 && count < -priority.Less)
            {
                _queue.Enqueue(pair, (-count, pair.Left, pair.Right));
            }
        }

        return null;
    }

    private void Merge((int Left, int Right) pair)
    {
        string text = _texts[pair.Left] + _texts[pair.Right];
        if (!_ids.TryGetValue(text, out int whole))
        {
            whole = _texts.Count;
            _texts.Add(text);
            _ids.Add(text, whole);
        }

        _merges.Add((pair.Left, pair.Right, whole));
        foreach (int word in _pairs[pair].Words)
        {
            Add(word, -1);
            _words[word] = Merged(_words[word], pair, whole);
            Add(word, 1);
        }

        // All of its places are gone, but for those that the word list named twice.
        _pairs.Remove(pair);
        Enqueue();
    }

    /// <summary>Counts a word's pairs, or takes them out of the counts.</summary>
    private void Add(int word, int sign)
    {
        int[] tokens = _words[word];
        for (int i = 0; i + 1 < tokens.Length; i++)
        {
            var pair = (tokens[i], tokens[i + 1]);
            var count = CollectionsMarshal.GetValueRefOrAddDefault(_pairs, pair, out _) ??= new();
            count.Count += sign * _counts[word];
            if (sign > 0)
            {
                _grown.Add(pair);
                count.Note(word);
            }
        }
    }

    private void Enqueue()
    {
        foreach (var pair in _grown)
        {
            if (_pairs.TryGetValue(pair, out var count) && count.Count >= 2)
            {
                _queue.Enqueue(pair, (-count.Count, pair.Left, pair.Right));
            }
        }

        _grown.Clear();
    }

    private static int[] Merged(int[] tokens, (int Left, int Right) pair, int whole)
    {
        var merged = new List<int>(tokens.Length);
        for (int i = 0; i < tokens.Length; i++)
        {
            bool both = i + 1 < tokens.Length && (tokens[i], tokens[i + 1]) == pair;
            merged.Add(both ? whole : tokens[i]);
            i += both ? 1 : 0;
        }

        return [.. merged];
    }

    /// <summary>How often a pair occurs, and in which words (some of them perhaps no longer).</summary>
    private sealed class PairCount
    {
        private int _last = -1;

        public long Count { get; set; }

        public List<int> Words { get; } = [];

        public void Note(int word)
        {
            if (_last != word)
            {
                Words.Add(_last = word);
            }
        }
    }
}
