namespace NetGen;

/// <summary>What a binary classifier does when it says yes from a threshold on.</summary>
/// <param name="Threshold">The answer is yes where the probability is this or above.</param>
/// <param name="Precision">Which part of the yes answers is right; 1 for the point that never says yes, as scikit-learn's <c>precision_recall_curve</c> has it.</param>
/// <param name="Recall">Which part of the positive targets is found: the true-positive rate.</param>
/// <param name="FalsePositiveRate">Which part of the negative targets gets a yes.</param>
/// <param name="TruePositives">Right yes answers.</param>
/// <param name="FalsePositives">Wrong yes answers.</param>
public readonly record struct ThresholdPoint(
    double Threshold, double Precision, double Recall, double FalsePositiveRate, long TruePositives, long FalsePositives)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => FBeta(1);

    /// <summary>(1 + β²) P R / (β² P + R): recall counts β times as much as precision; 0 for 0/0.</summary>
    /// <param name="beta">The weight of recall; above 0.</param>
    /// <returns>The score, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not above 0.</exception>
    public double FBeta(double beta)
    {
        ThresholdCurve.RequireBeta(beta);
        double square = beta * beta;
        return ClassCounts.Ratio((1 + square) * Precision * Recall, (square * Precision) + Recall);
    }
}
