namespace NetGen;

/// <summary>Precision, recall and F1 over several classes or samples, from 0 to 1.</summary>
/// <param name="Precision">The averaged precision.</param>
/// <param name="Recall">The averaged recall.</param>
/// <param name="F1">The averaged F1: for a mean over classes or samples the mean of their F1, not the F1 of the two means.</param>
public sealed record AveragedScore(double Precision, double Recall, double F1);
