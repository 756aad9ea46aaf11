namespace NetGen;

/// <summary>
/// Samples with three inputs each, as <see cref="Dataset.Join{TFirst, TSecond, TThird, TTarget}"/> makes it. Whatever is done to the set is done to the
/// inputs and targets of each sample together.
/// </summary>
/// <typeparam name="TFirst">The type of the first inputs.</typeparam>
/// <typeparam name="TSecond">The type of the second inputs.</typeparam>
/// <typeparam name="TThird">The type of the third inputs.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
public sealed class JoinedDataset<TFirst, TSecond, TThird, TTarget>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TTarget : unmanaged
{
    internal JoinedDataset(Dataset<TFirst, TTarget> first, Dataset<TSecond, TTarget> second, Dataset<TThird, TTarget> third)
    {
        First = first;
        Second = second;
        Third = third;
    }

    /// <summary>The first inputs with the targets.</summary>
    public Dataset<TFirst, TTarget> First { get; }

    /// <summary>The second inputs with the targets.</summary>
    public Dataset<TSecond, TTarget> Second { get; }

    /// <summary>The third inputs with the targets.</summary>
    public Dataset<TThird, TTarget> Third { get; }

    /// <summary>How many samples there are.</summary>
    public int Count => First.Count;

    /// <summary>The names of the classes in the order of the labels, where they are known.</summary>
    public IReadOnlyList<string>? ClassNames => First.ClassNames;

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Batches"/>
    public JoinedBatches<JoinedBatch<TFirst, TSecond, TThird, TTarget>> Batches(int batchSize, ulong? shuffleSeed = null, bool dropLast = false, CancellationToken cancellationToken = default)
    {
        // The order depends on the seed and the number of samples alone: all streams run through it alike.
        var a = First.Batches(batchSize, shuffleSeed, dropLast, cancellationToken);
        var b = Second.Batches(batchSize, shuffleSeed, dropLast, cancellationToken);
        var c = Third.Batches(batchSize, shuffleSeed, dropLast, cancellationToken);
        return new(a.Count, Pass);

        IEnumerator<JoinedBatch<TFirst, TSecond, TThird, TTarget>> Pass()
        {
            using var first = a.GetEnumerator();
            using var second = b.GetEnumerator();
            using var third = c.GetEnumerator();
            while (first.MoveNext() && second.MoveNext() && third.MoveNext())
            {
                yield return new(first.Current, second.Current, third.Current);
            }
        }
    }

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Take"/>
    public JoinedDataset<TFirst, TSecond, TThird, TTarget> Take(int count) => new(First.Take(count), Second.Take(count), Third.Take(count));

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Subset"/>
    public JoinedDataset<TFirst, TSecond, TThird, TTarget> Subset(params ReadOnlySpan<int> indices) => new(First.Subset(indices), Second.Subset(indices), Third.Subset(indices));

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Shuffle"/>
    public JoinedDataset<TFirst, TSecond, TThird, TTarget> Shuffle(ulong seed) => new(First.Shuffle(seed), Second.Shuffle(seed), Third.Shuffle(seed));

    /// <inheritdoc cref="Dataset{TInput, TTarget}.Split"/>
    public (JoinedDataset<TFirst, TSecond, TThird, TTarget> First, JoinedDataset<TFirst, TSecond, TThird, TTarget> Second) Split(double fraction, ulong seed = 0, bool stratified = false)
    {
        var a = First.Split(fraction, seed, stratified);
        var b = Second.Split(fraction, seed, stratified);
        var c = Third.Split(fraction, seed, stratified);
        return (new(a.First, b.First, c.First), new(a.Second, b.Second, c.Second));
    }

    /// <inheritdoc cref="Dataset{TInput, TTarget}.SplitInOrder"/>
    public (JoinedDataset<TFirst, TSecond, TThird, TTarget> Past, JoinedDataset<TFirst, TSecond, TThird, TTarget> Future) SplitInOrder(double fraction)
    {
        var a = First.SplitInOrder(fraction);
        var b = Second.SplitInOrder(fraction);
        var c = Third.SplitInOrder(fraction);
        return (new(a.Past, b.Past, c.Past), new(a.Future, b.Future, c.Future));
    }

    /// <inheritdoc cref="Dataset{TInput, TTarget}.KFold"/>
    public IReadOnlyList<(JoinedDataset<TFirst, TSecond, TThird, TTarget> Train, JoinedDataset<TFirst, TSecond, TThird, TTarget> Validation)> KFold(int folds, ulong seed = 0, bool stratified = false)
    {
        var a = First.KFold(folds, seed, stratified);
        var b = Second.KFold(folds, seed, stratified);
        var c = Third.KFold(folds, seed, stratified);
        return [.. Enumerable.Range(0, folds).Select(i => (new JoinedDataset<TFirst, TSecond, TThird, TTarget>(a[i].Train, b[i].Train, c[i].Train), new JoinedDataset<TFirst, TSecond, TThird, TTarget>(a[i].Validation, b[i].Validation, c[i].Validation)))];
    }

    /// <inheritdoc cref="Dataset{TInput, TTarget}.ForwardFolds"/>
    public IReadOnlyList<(JoinedDataset<TFirst, TSecond, TThird, TTarget> Train, JoinedDataset<TFirst, TSecond, TThird, TTarget> Validation)> ForwardFolds(int folds)
    {
        var a = First.ForwardFolds(folds);
        var b = Second.ForwardFolds(folds);
        var c = Third.ForwardFolds(folds);
        return [.. Enumerable.Range(0, folds).Select(i => (new JoinedDataset<TFirst, TSecond, TThird, TTarget>(a[i].Train, b[i].Train, c[i].Train), new JoinedDataset<TFirst, TSecond, TThird, TTarget>(a[i].Validation, b[i].Validation, c[i].Validation)))];
    }
}
