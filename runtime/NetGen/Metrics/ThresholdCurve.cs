using System.Collections;

namespace NetGen;

/// <summary>
/// What a binary classifier would do at every threshold: the points of scikit-learn's <c>roc_curve</c> (false-positive rate and recall, with
/// <c>drop_intermediate=False</c>) and, from the last to the first, of its <c>precision_recall_curve</c>. The first point has the threshold +∞ and
/// never says yes; then follows one for each distinct probability, from the highest to the lowest.
/// </summary>
public sealed partial class ThresholdCurve : IReadOnlyList<ThresholdPoint>
{
    private readonly List<Step> _steps;
    private readonly long _positives;
    private readonly long _negatives;

    private ThresholdCurve(List<Step> steps, long positives, long negatives) =>
        (_steps, _positives, _negatives) = (steps, positives, negatives);

    /// <summary>How many points there are; at least 2.</summary>
    public int Count => _steps.Count;

    /// <summary>A point.</summary>
    /// <param name="index">Its number, from 0; recall and false-positive rate rise with it.</param>
    /// <returns>The point.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public ThresholdPoint this[int index]
    {
        get
        {
            var step = _steps[index];
            double precision = index == 0 ? 1 : ClassCounts.Ratio(step.Right, step.Right + step.Wrong);
            return new(step.Threshold, precision, (double)step.Right / _positives, (double)step.Wrong / _negatives, step.Right, step.Wrong);
        }
    }

    /// <summary>All points, from the highest threshold to the lowest.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<ThresholdPoint> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The curve of scores of both kinds.</summary>
    internal static ThresholdCurve Of(ScoreColumn scores)
    {
        var builder = new Builder([new(float.PositiveInfinity, 0, 0)]);
        scores.Descend(ref builder);
        return new(builder.Steps, scores.Positives, scores.Negatives);
    }

    private readonly record struct Step(float Threshold, long Right, long Wrong);

    private readonly struct Builder(List<Step> steps) : IScoreVisitor
    {
        public List<Step> Steps => steps;

        public void Visit(float score, long positives, long negatives) =>
            steps.Add(new(score, steps[^1].Right + positives, steps[^1].Wrong + negatives));
    }
}
