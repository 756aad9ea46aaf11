namespace NetGen;

/// <summary>
/// How well one class (or, where a sample has several labels, one label) is told from all others. What would be 0/0 is 0, as scikit-learn's <c>zero_division=0</c>.
/// </summary>
/// <param name="Class">The number of the class, from 0.</param>
/// <param name="Name">Its name; the number where no name is known.</param>
/// <param name="Precision">Which part of the answers with this class is right, from 0 to 1.</param>
/// <param name="Recall">Which part of the targets of this class is found, from 0 to 1.</param>
/// <param name="F1">The harmonic mean of precision and recall.</param>
/// <param name="Support">How many targets are of this class.</param>
/// <param name="RocAuc">
/// The area under the ROC curve of this class against the rest: the probability that a target of the class scores above one of another, ties counting half.
/// Null where all or no targets are of the class, where a prediction is NaN, and without <see cref="EvaluationOptions.Details"/>.
/// </param>
/// <param name="AveragePrecision">The area under the precision-recall curve by steps, scikit-learn's <c>average_precision_score</c>; null as <paramref name="RocAuc"/> is.</param>
public sealed record ClassScore(
    int Class, string Name, double Precision, double Recall, double F1, long Support, double? RocAuc, double? AveragePrecision);
