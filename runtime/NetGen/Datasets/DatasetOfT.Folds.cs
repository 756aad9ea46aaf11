namespace NetGen;

public sealed partial class Dataset<TInput, TTarget>
{
    /// <summary>Divides the samples at random into folds for cross-validation: every sample is in the validation part of exactly one fold.</summary>
    /// <param name="folds">How many, from 2 to the number of samples.</param>
    /// <param name="seed">The seed, which gives the same folds on every machine.</param>
    /// <param name="stratified">Whether every fold has each class in the proportion of the whole; for one class label per sample.</param>
    /// <returns>One pair for each fold; both parts keep the order of the set. Sizes of validation parts differ by one at most.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 2 folds, or more than samples.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="stratified"/> is asked of targets that are not one label per sample.</exception>
    public IReadOnlyList<(Dataset<TInput, TTarget> Train, Dataset<TInput, TTarget> Validation)> KFold(int folds, ulong seed = 0, bool stratified = false) =>
        Array.ConvertAll(Folds.Draw(Count, folds, seed, stratified ? Labels() : []), part => (Subset(part.Train), Subset(part.Validation)));

    /// <summary>Divides samples that are in the order of time: the first part trains, the rest tests, so that nothing is learned from the future.</summary>
    /// <param name="fraction">The part of the first set, between 0 and 1: <c>round(fraction · Count)</c> samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the sets without a sample.</exception>
    public (Dataset<TInput, TTarget> Past, Dataset<TInput, TTarget> Future) SplitInOrder(double fraction)
    {
        int past = Folds.First(fraction, Count);
        return (Take(past), Range(past, Count - past));
    }

    /// <summary>
    /// Folds for samples in the order of time, as scikit-learn's <c>TimeSeriesSplit</c> has them: each trains on all samples before its validation part.
    /// The validation parts follow one another, have <c>Count / (folds + 1)</c> samples and end with the last sample.
    /// </summary>
    /// <param name="folds">How many, from 2 to one less than the number of samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 2 folds, or not more samples than folds.</exception>
    public IReadOnlyList<(Dataset<TInput, TTarget> Train, Dataset<TInput, TTarget> Validation)> ForwardFolds(int folds) =>
        Array.ConvertAll(Folds.Forward(Count, folds), part => (Take(part.Train), Range(part.Train, part.Validation)));

    private Dataset<TInput, TTarget> Range(int first, int count) => Subset([.. Enumerable.Range(first, count)]);
}
