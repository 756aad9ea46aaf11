namespace NetGen;

/// <summary>
/// Merges the bytes of one word: of all neighbours that a merge is known of, those with the lowest rank, from left to right, again and again. A linked list and a queue: n log n for a
/// word of n bytes, however long. For one thread at a time.
/// </summary>
internal sealed class WordMerger(BytePairModel model)
{
    private const int Gone = -1;

    private readonly PriorityQueue<(int At, int Left, int Right), long> _queue = new();
    private readonly List<int> _merged = [];
    private int[] _tokens = new int[64];
    private int[] _next = new int[64];
    private int[] _previous = new int[64];
    private int _length;

    /// <summary>Appends the tokens of a word.</summary>
    public void Merge(ReadOnlySpan<byte> word, List<int> tokens)
    {
        Begin(word);
        while (_queue.TryPeek(out _, out long first))
        {
            MergeAll((int)(first >> 32));
        }

        for (int at = 0; at < word.Length; at = _next[at])
        {
            tokens.Add(_tokens[at]);
        }
    }

    private void Begin(ReadOnlySpan<byte> word)
    {
        if (word.Length > _tokens.Length)
        {
            int length = Math.Max(word.Length, 2 * _tokens.Length);
            (_tokens, _next, _previous) = (new int[length], new int[length], new int[length]);
        }

        _length = word.Length;
        for (int at = 0; at < word.Length; at++)
        {
            (_tokens[at], _next[at], _previous[at]) = (model.ByteTokens[word[at]], at + 1, at - 1);
        }

        for (int at = 0; at + 1 < word.Length; at++)
        {
            Offer(at);
        }
    }

    /// <summary>One merge everywhere. What it makes possible is looked at afterwards: it may have a lower rank, and comes after this merge all the same.</summary>
    private void MergeAll(int rank)
    {
        _merged.Clear();
        while (_queue.TryPeek(out var pair, out long priority) && (int)(priority >> 32) == rank)
        {
            _queue.Dequeue();
            int right = _next[pair.At];
            if (_tokens[pair.At] == pair.Left && right < _length && _tokens[right] == pair.Right && model.TryMerge(pair.Left, pair.Right, out var merge))
            {
                _tokens[pair.At] = merge.Whole;
                _tokens[right] = Gone;
                _next[pair.At] = _next[right];
                if (_next[right] < _length)
                {
                    _previous[_next[right]] = pair.At;
                }

                _merged.Add(pair.At);
            }
        }

        foreach (int at in _merged)
        {
            if (_previous[at] >= 0)
            {
                Offer(_previous[at]);
            }

            Offer(at);
        }
    }

    private void Offer(int at)
    {
        int right = _next[at];
        if (right < _length && model.TryMerge(_tokens[at], _tokens[right], out var merge))
        {
            _queue.Enqueue((at, _tokens[at], _tokens[right]), ((long)merge.Rank << 32) | (uint)at);
        }
    }
}
