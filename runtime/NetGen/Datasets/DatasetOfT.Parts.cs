using System.Runtime.CompilerServices;

namespace NetGen;

public sealed partial class Dataset<TInput, TTarget>
{
    /// <summary>The first <paramref name="count"/> samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1 or above <see cref="Dataset.Count"/>.</exception>
    public Dataset<TInput, TTarget> Take(int count)
    {
        if (count < 1 || count > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Between 1 and {Count} samples can be taken from this set.");
        }

        return new(this, _rows?[..count], count);
    }

    /// <summary>The samples with the given numbers, in that order; a number may occur more than once.</summary>
    /// <exception cref="ArgumentException">There is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number names no sample.</exception>
    public Dataset<TInput, TTarget> Subset(params ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException("A data set has at least one sample; no number was given.", nameof(indices));
        }

        var rows = new int[indices.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = Row(indices[i]);
        }

        return new(this, rows, rows.Length);
    }

    /// <summary>All samples in an order drawn from the seed: the same on every machine.</summary>
    /// <param name="seed">The seed.</param>
    public Dataset<TInput, TTarget> Shuffle(ulong seed)
    {
        var order = new int[Count];
        Permutation.Draw(order, seed);
        return Subset(order);
    }

    /// <summary>Divides the samples at random, the same way on every machine for a seed.</summary>
    /// <param name="fraction">The part of the first set, between 0 and 1: <c>round(fraction · Count)</c> samples.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stratified">
    /// Whether both sets get every class in (as nearly as whole samples allow) the same proportion, as scikit-learn's
    /// <c>train_test_split(stratify=labels)</c> does; for one class label per sample.
    /// </param>
    /// <returns>Two sets without a sample in common, each in random order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the sets without a sample.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="stratified"/> is asked of targets that are not one label per sample.</exception>
    public (Dataset<TInput, TTarget> First, Dataset<TInput, TTarget> Second) Split(double fraction, ulong seed = 0, bool stratified = false)
    {
        double rounded = Math.Round(fraction * Count, MidpointRounding.AwayFromZero);
        if (!(rounded >= 1 && rounded <= Count - 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(fraction), fraction, $"The fraction is between 0 and 1 and leaves both parts of the {Count} samples with at least one; {fraction} does not.");
        }

        var order = new int[Count];
        Permutation.Draw(order, seed);
        int first = (int)rounded;
        if (stratified)
        {
            Stratification.Divide(order, Labels(), first);
        }

        return (Subset(order.AsSpan(0, first)), Subset(order.AsSpan(first)));
    }

    private int[] Labels()
    {
        if (typeof(TTarget) != typeof(int) || TargetSize != 1)
        {
            throw new InvalidOperationException(
                $"A stratified split needs one class label (int) per sample; this set has {TargetSize} target(s) of type {typeof(TTarget)}. Split it with stratified: false.");
        }

        var labels = new int[Count];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = Unsafe.BitCast<TTarget, int>(Target(i)[0]);
        }

        return labels;
    }
}
