using System.Numerics;

namespace NetGen.Runtime;

/// <summary>Each row's share in the mean loss: its sample's weight, times its label's, over the sum of all.</summary>
internal static class RowWeights
{
    /// <summary>Fills <paramref name="shares"/>, one per row; without any weights each row has the same share.</summary>
    /// <param name="labels">A label per row, or empty.</param>
    /// <param name="ignored">The label of rows that count for nothing.</param>
    /// <param name="labelWeights">A weight per class, or null.</param>
    /// <param name="sampleWeights">One weight per row, or per sample of several rows; empty for none.</param>
    /// <param name="shares">One per row, overwritten.</param>
    /// <remarks>Where only the labels, ignored or of no weight, leave nothing, all shares are zero: such a batch has no loss and no gradient.</remarks>
    /// <exception cref="ArgumentException">A sample weight is negative or not finite, all are zero, or they add up to infinity.</exception>
    public static void Fill<T>(ReadOnlySpan<int> labels, int ignored, IReadOnlyList<double>? labelWeights, ReadOnlySpan<T> sampleWeights, Span<T> shares)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var anyIgnored = labels.Contains(ignored);
        if (labelWeights is null && sampleWeights.IsEmpty && !anyIgnored)
        {
            shares.Fill(T.CreateTruncating(1.0 / shares.Length));
            return;
        }

        double total = 0, samples = 0;
        for (var row = 0; row < shares.Length; row++)
        {
            var weight = Weight(sampleWeights, shares.Length, row);
            samples += weight;
            total += anyIgnored && labels[row] == ignored ? 0 : weight * (labelWeights is null ? 1 : labelWeights[labels[row]]);
        }

        if (!double.IsFinite(total))
        {
            throw new ArgumentException("The weights of this batch add up to more than a number can hold; scale them down, as only their ratios count.", nameof(sampleWeights));
        }

        if (total == 0 && samples > 0)
        {
            shares.Clear();
            return;
        }

        if (total == 0)
        {
            throw new ArgumentException("The weights of this batch add up to zero, so its mean loss is not defined; give at least one sample a positive weight.", nameof(sampleWeights));
        }

        for (var row = 0; row < shares.Length; row++)
        {
            shares[row] = anyIgnored && labels[row] == ignored ? T.Zero : T.CreateTruncating(Weight(sampleWeights, shares.Length, row) / total);
        }
    }

    // The label's own weight is part of the loss of a row; here it only counts towards the sum.
    private static double Weight<T>(ReadOnlySpan<T> sampleWeights, int rows, int row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (sampleWeights.IsEmpty)
        {
            return 1;
        }

        var weight = double.CreateTruncating(sampleWeights[(int)((long)row * sampleWeights.Length / rows)]);
        return weight >= 0 && double.IsFinite(weight)
            ? weight
            : throw new ArgumentException(FormattableString.Invariant($"Sample weights must be finite and not negative, but one is {weight}."), nameof(sampleWeights));
    }
}
