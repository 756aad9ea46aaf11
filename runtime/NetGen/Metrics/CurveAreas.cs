namespace NetGen;

/// <summary>The areas under the curves of one class.</summary>
/// <param name="RocAuc">That under the ROC curve, by trapezoids; null without both kinds of targets.</param>
/// <param name="AveragePrecision">That under precision over recall, by steps: Σ (R_n − R_(n−1)) P_n; null without both kinds of targets.</param>
/// <param name="TurnedPrecision">The average precision of "not this class".</param>
internal readonly record struct CurveAreas(double? RocAuc, double? AveragePrecision, double? TurnedPrecision)
{
    /// <summary>The areas of "not this class".</summary>
    public CurveAreas Turned => new(RocAuc, TurnedPrecision, AveragePrecision);

    public static CurveAreas Of(ScoreColumn scores)
    {
        if (scores.Positives == 0 || scores.Negatives == 0)
        {
            return default;
        }

        var sums = new Sums(scores.Positives, scores.Negatives);
        scores.Descend(ref sums);
        return new(
            sums.Pairs / ((double)scores.Positives * scores.Negatives),
            sums.Precision / scores.Positives,
            sums.TurnedPrecision / scores.Negatives);
    }

    private struct Sums(long positives, long negatives) : IScoreVisitor
    {
        private long _right;
        private long _wrong;

        /// <summary>Pairs of a positive above a negative score; equal ones count half.</summary>
        public double Pairs { get; private set; }

        public double Precision { get; private set; }

        public double TurnedPrecision { get; private set; }

        public void Visit(float score, long right, long wrong)
        {
            // "Not this class" would be said of these and of all that follow.
            TurnedPrecision += (double)wrong * (negatives - _wrong) / (negatives - _wrong + positives - _right);
            Pairs += wrong * (_right + (right / 2.0));
            _right += right;
            _wrong += wrong;
            Precision += (double)right * _right / (_right + _wrong);
        }
    }
}
