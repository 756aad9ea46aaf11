namespace NetGen;

/// <content>Choosing a threshold. All choices are made on the set that was measured: validate on one set, test on another.</content>
public sealed partial class ThresholdCurve
{
    /// <summary>What the classifier does with a threshold of your own.</summary>
    /// <param name="threshold">The answer is yes where the probability is this or above.</param>
    /// <returns>The point, with this threshold.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is NaN.</exception>
    public ThresholdPoint At(double threshold)
    {
        if (double.IsNaN(threshold))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is a number, usually from 0 to 1.");
        }

        // The last point whose score is not below: thresholds fall.
        int low = 0, high = Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _steps[middle].Threshold >= threshold ? (middle, high) : (low, middle - 1);
        }

        return this[low] with { Threshold = threshold };
    }

    /// <summary>The threshold with the highest F1; among equals the highest threshold.</summary>
    /// <returns>Its point.</returns>
    public ThresholdPoint BestF1() => BestFBeta(1);

    /// <summary>The threshold with the highest F-beta, (1 + β²) P R / (β² P + R); among equals the highest threshold.</summary>
    /// <param name="beta">How many times as much recall counts as precision; above 0.</param>
    /// <returns>Its point.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not above 0.</exception>
    public ThresholdPoint BestFBeta(double beta)
    {
        RequireBeta(beta);
        return Best(_ => true, point => (point.FBeta(beta), 0))!.Value;
    }

    /// <summary>The most precise threshold that finds enough of the positives; among equally precise ones that with the highest recall.</summary>
    /// <param name="recall">The least recall, from 0 to 1.</param>
    /// <returns>Its point: there always is one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recall"/> is not from 0 to 1.</exception>
    public ThresholdPoint ForRecall(double recall)
    {
        RequirePart(recall, nameof(recall));
        return Best(point => point.Recall >= recall, point => (point.Precision, point.Recall))!.Value;
    }

    /// <summary>The threshold that finds most of the positives and is precise enough; among those with equal recall the most precise one.</summary>
    /// <param name="precision">The least precision, from 0 to 1.</param>
    /// <returns>Its point; null if no threshold is that precise.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> is not from 0 to 1.</exception>
    public ThresholdPoint? ForPrecision(double precision)
    {
        RequirePart(precision, nameof(precision));
        return Best(point => point.Precision >= precision, point => (point.Recall, point.Precision));
    }

    internal static void RequireBeta(double beta)
    {
        if (!(beta > 0 && double.IsFinite(beta)))
        {
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "Beta tells how many times as much recall counts as precision: a number above 0.");
        }
    }

    private static void RequirePart(double part, string parameter)
    {
        if (!(part >= 0 && part <= 1))
        {
            throw new ArgumentOutOfRangeException(parameter, part, $"A {parameter} is from 0 to 1.");
        }
    }

    /// <summary>The first of the best points; the one that never says yes is no choice.</summary>
    private ThresholdPoint? Best(Func<ThresholdPoint, bool> isEligible, Func<ThresholdPoint, (double First, double Second)> value)
    {
        ThresholdPoint? best = null;
        var highest = (First: double.NegativeInfinity, Second: double.NegativeInfinity);
        for (int i = 1; i < Count; i++)
        {
            var point = this[i];
            if (isEligible(point) && value(point).CompareTo(highest) > 0)
            {
                (best, highest) = (point, value(point));
            }
        }

        return best;
    }
}
