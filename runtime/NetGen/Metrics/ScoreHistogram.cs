namespace NetGen;

/// <summary>
/// Probabilities in bins of equal width in their logit, ln(p / (1 − p)): fine near 0 and near 1, where those of a trained network are.
/// </summary>
internal sealed class ScoreHistogram
{
    private const int Bins = 65536;

    /// <summary>Float probabilities have logits up to 16.6, and below that of e⁻²⁴ they are one to everybody.</summary>
    private const double LargestLogit = 24;

    private readonly long[] _positives = new long[Bins];
    private readonly long[] _negatives = new long[Bins];
    private readonly float[] _lowest = new float[Bins];

    public void Add(float score, bool positive)
    {
        double probability = Math.Clamp(score, 0, 1);
        double logit = Math.Clamp(Math.Log(probability / (1 - probability)), -LargestLogit, LargestLogit);
        int bin = (int)((logit + LargestLogit) * ((Bins - 1) / (2 * LargestLogit)));
        bool isFirst = _positives[bin] + _negatives[bin] == 0;
        _lowest[bin] = isFirst ? score : Math.Min(_lowest[bin], score);
        _positives[bin] += positive ? 1 : 0;
        _negatives[bin] += positive ? 0 : 1;
    }

    public void Descend<TVisitor>(ref TVisitor visitor)
        where TVisitor : struct, IScoreVisitor
    {
        for (int bin = Bins - 1; bin >= 0; bin--)
        {
            if (_positives[bin] + _negatives[bin] > 0)
            {
                visitor.Visit(_lowest[bin], _positives[bin], _negatives[bin]);
            }
        }
    }
}
