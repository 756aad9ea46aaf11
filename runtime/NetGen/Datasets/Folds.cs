namespace NetGen;

/// <summary>Divides samples into folds, each of which is the validation part once.</summary>
internal static class Folds
{
    /// <summary>Assigns every sample to one fold, at random.</summary>
    /// <param name="count">How many samples.</param>
    /// <param name="folds">How many folds, 2 to <paramref name="count"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="labels">The class of each sample, so that folds differ by one sample at most in each class; null: not looked at.</param>
    /// <returns>For each fold the numbers of its training and of its validation samples, ascending. Sizes of folds differ by one at most.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 2 folds, or more than samples.</exception>
    public static (int[] Train, int[] Validation)[] Draw(int count, int folds, ulong seed, ReadOnlySpan<int> labels)
    {
        if (folds < 2 || folds > count)
        {
            throw new ArgumentOutOfRangeException(nameof(folds), folds, $"{count} samples are divided into 2 to {count} folds, not {folds}.");
        }

        var order = new int[count];
        Permutation.Draw(order, seed);
        if (!labels.IsEmpty)
        {
            // Samples of a class one after another, dealt to the folds in turn: each fold gets its share of every class.
            int[] keys = new int[count];
            for (int i = 0; i < count; i++)
            {
                keys[i] = labels[order[i]];
            }

            order = [.. order.Zip(keys).OrderBy(pair => pair.Second).Select(pair => pair.First)];
        }

        var foldOf = new int[count];
        for (int i = 0; i < count; i++)
        {
            foldOf[order[i]] = i % folds;
        }

        var parts = new (int[], int[])[folds];
        for (int fold = 0; fold < folds; fold++)
        {
            int[] all = [.. Enumerable.Range(0, count)];
            parts[fold] = (Array.FindAll(all, sample => foldOf[sample] != fold), Array.FindAll(all, sample => foldOf[sample] == fold));
        }

        return parts;
    }

    /// <summary>
    /// Expanding windows over samples in the order of time, as scikit-learn's <c>TimeSeriesSplit</c> has them: fold k trains on everything before its
    /// validation part; the validation parts have <c>count / (folds + 1)</c> samples and end with the last sample.
    /// </summary>
    /// <returns>For each fold the number of training samples, which are the first ones, and the number of validation samples, which follow.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 2 folds, or not more samples than folds.</exception>
    public static (int Train, int Validation)[] Forward(int count, int folds)
    {
        if (folds < 2 || folds >= count)
        {
            throw new ArgumentOutOfRangeException(nameof(folds), folds, $"{count} samples in order are divided into 2 to {count - 1} folds, not {folds}.");
        }

        int size = count / (folds + 1);
        var parts = new (int, int)[folds];
        for (int fold = 0; fold < folds; fold++)
        {
            parts[fold] = (count - ((folds - fold) * size), size);
        }

        return parts;
    }

    /// <summary>The size of the first of two parts: <c>round(fraction · count)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of the parts would be empty.</exception>
    public static int First(double fraction, int count)
    {
        double rounded = Math.Round(fraction * count, MidpointRounding.AwayFromZero);
        return rounded >= 1 && rounded <= count - 1
            ? (int)rounded
            : throw new ArgumentOutOfRangeException(
                nameof(fraction), fraction, $"The fraction is between 0 and 1 and leaves both parts of the {count} samples with at least one; {fraction} does not.");
    }
}
