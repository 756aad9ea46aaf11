namespace NetGen;

/// <summary>
/// Samples with two inputs each, as <see cref="Dataset.Join{TFirst, TSecond, TTarget}"/> makes it. Whatever is done to the set is done to the
/// inputs and targets of each sample together.
/// </summary>
/// <typeparam name="TFirst">The type of the first inputs.</typeparam>
/// <typeparam name="TSecond">The type of the second inputs.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
public sealed class JoinedDataset<TFirst, TSecond, TTarget>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TTarget : unmanaged
{
    internal JoinedDataset(Dataset<TFirst, TTarget> first, Dataset<TSecond, TTarget> second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The first inputs with the targets.</summary>
    public Dataset<TFirst, TTarget> First { get; }

    /// <summary>The second inputs with the targets.</summary>
    public Dataset<TSecond, TTarget> Second { get; }

    /// <summary>How many samples there are.</summary>
    public int Count => First.Count;

    /// <summary>The names of the classes in the order of the labels, where they are known.</summary>
    public IReadOnlyList<string>? ClassNames => First.ClassNames;

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Batches"/>
    public JoinedBatches<JoinedBatch<TFirst, TSecond, TTarget>> Batches(int batchSize, ulong? shuffleSeed = null, bool dropLast = false, CancellationToken cancellationToken = default)
    {
        // The order depends on the seed and the number of samples alone: all streams run through it alike.
        var a = First.Batches(batchSize, shuffleSeed, dropLast, cancellationToken);
        var b = Second.Batches(batchSize, shuffleSeed, dropLast, cancellationToken);
        return new(a.Count, Pass);

        IEnumerator<JoinedBatch<TFirst, TSecond, TTarget>> Pass()
        {
            using var first = a.GetEnumerator();
            using var second = b.GetEnumerator();
            while (first.MoveNext() && second.MoveNext())
            {
                yield return new(first.Current, second.Current);
            }
        }
    }

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Take"/>
    public JoinedDataset<TFirst, TSecond, TTarget> Take(int count) => new(First.Take(count), Second.Take(count));

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Subset"/>
    public JoinedDataset<TFirst, TSecond, TTarget> Subset(params ReadOnlySpan<int> indices) => new(First.Subset(indices), Second.Subset(indices));

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Shuffle"/>
    public JoinedDataset<TFirst, TSecond, TTarget> Shuffle(ulong seed) => new(First.Shuffle(seed), Second.Shuffle(seed));

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Split"/>
    public (JoinedDataset<TFirst, TSecond, TTarget> First, JoinedDataset<TFirst, TSecond, TTarget> Second) Split(double fraction, ulong seed = 0, bool stratified = false)
    {
        var a = First.Split(fraction, seed, stratified);
        var b = Second.Split(fraction, seed, stratified);
        return (new(a.First, b.First), new(a.Second, b.Second));
    }

    /// <inheritdoc cref="Dataset{TInput, TTarget}.SplitInOrder"/>
    public (JoinedDataset<TFirst, TSecond, TTarget> Past, JoinedDataset<TFirst, TSecond, TTarget> Future) SplitInOrder(double fraction)
    {
        var a = First.SplitInOrder(fraction);
        var b = Second.SplitInOrder(fraction);
        return (new(a.Past, b.Past), new(a.Future, b.Future));
    }

    /// <inheritdoc cref="Dataset{TInput, TTarget}.KFold"/>
    public IReadOnlyList<(JoinedDataset<TFirst, TSecond, TTarget> Train, JoinedDataset<TFirst, TSecond, TTarget> Validation)> KFold(int folds, ulong seed = 0, bool stratified = false)
    {
        var a = First.KFold(folds, seed, stratified);
        var b = Second.KFold(folds, seed, stratified);
        return [.. Enumerable.Range(0, folds).Select(i => (new JoinedDataset<TFirst, TSecond, TTarget>(a[i].Train, b[i].Train), new JoinedDataset<TFirst, TSecond, TTarget>(a[i].Validation, b[i].Validation)))];
    }

    /// <inheritdoc cref="Dataset{TInput, TTarget}.ForwardFolds"/>
    public IReadOnlyList<(JoinedDataset<TFirst, TSecond, TTarget> Train, JoinedDataset<TFirst, TSecond, TTarget> Validation)> ForwardFolds(int folds)
    {
        var a = First.ForwardFolds(folds);
        var b = Second.ForwardFolds(folds);
        return [.. Enumerable.Range(0, folds).Select(i => (new JoinedDataset<TFirst, TSecond, TTarget>(a[i].Train, b[i].Train), new JoinedDataset<TFirst, TSecond, TTarget>(a[i].Validation, b[i].Validation)))];
    }
}
