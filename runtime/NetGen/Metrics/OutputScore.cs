namespace NetGen;

/// <summary>How well one output of a regression fits its targets.</summary>
/// <param name="Output">The number of the output, from 0.</param>
/// <param name="MeanAbsoluteError">The mean of |prediction − target|.</param>
/// <param name="MeanSquaredError">The mean of (prediction − target)².</param>
/// <param name="RootMeanSquaredError">Its square root, in the unit of the target.</param>
/// <param name="R2">The coefficient of determination, see <see cref="Evaluation.R2"/>; null for fewer than two samples.</param>
public sealed record OutputScore(int Output, double MeanAbsoluteError, double MeanSquaredError, double RootMeanSquaredError, double? R2);
