namespace NetGen;

/// <summary>The scores that one class got, from targets of the class (positives) and from others.</summary>
internal sealed class ScoreColumn
{
    private float[] _positives = [];
    private float[] _negatives = [];
    private ScoreHistogram? _bins;
    private bool _isSorted = true;

    public long Positives { get; private set; }

    public long Negatives { get; private set; }

    public void Add(float score, bool positive)
    {
        if (_bins is not null)
        {
            _bins.Add(score, positive);
        }
        else if (positive)
        {
            Append(ref _positives, (int)Positives, score);
        }
        else
        {
            Append(ref _negatives, (int)Negatives, score);
        }

        _isSorted = false;
        Positives += positive ? 1 : 0;
        Negatives += positive ? 0 : 1;
    }

    /// <summary>Puts the scores into bins and gives their memory back.</summary>
    public void Coarsen()
    {
        _bins = new ScoreHistogram();
        foreach (float score in _positives.AsSpan(0, (int)Positives))
        {
            _bins.Add(score, positive: true);
        }

        foreach (float score in _negatives.AsSpan(0, (int)Negatives))
        {
            _bins.Add(score, positive: false);
        }

        (_positives, _negatives) = ([], []);
    }

    /// <summary>Goes through the scores from the highest on, equal ones at once.</summary>
    public void Descend<TVisitor>(ref TVisitor visitor)
        where TVisitor : struct, IScoreVisitor
    {
        if (_bins is not null)
        {
            _bins.Descend(ref visitor);
            return;
        }

        var positives = _positives.AsSpan(0, (int)Positives);
        var negatives = _negatives.AsSpan(0, (int)Negatives);
        if (!_isSorted)
        {
            ScoreSort.Ascending(positives);
            ScoreSort.Ascending(negatives);
            _isSorted = true;
        }

        while (!positives.IsEmpty || !negatives.IsEmpty)
        {
            float score = Math.Max(positives.IsEmpty ? float.NegativeInfinity : positives[^1], negatives.IsEmpty ? float.NegativeInfinity : negatives[^1]);
            int right = TakeEqual(ref positives, score);
            int wrong = TakeEqual(ref negatives, score);
            visitor.Visit(score, right, wrong);
        }
    }

    private static int TakeEqual(ref Span<float> scores, float score)
    {
        int count = scores.Length;
        while (!scores.IsEmpty && scores[^1] == score)
        {
            scores = scores[..^1];
        }

        return count - scores.Length;
    }

    private static void Append(ref float[] scores, int count, float score)
    {
        if (count == scores.Length)
        {
            Array.Resize(ref scores, Math.Max(16, 2 * count));
        }

        scores[count] = score;
    }
}
