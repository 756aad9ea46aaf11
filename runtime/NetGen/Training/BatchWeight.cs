using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>How much a batch's mean loss counts in a mean over batches, so that the result does not depend on where they are cut.</summary>
internal static class BatchWeight
{
    /// <summary>What the batch's mean was divided by: its number of samples or, where labels have weights, the sum of those.</summary>
    public static double Of<TInput, TTarget>(NetworkInfo network, Batch<TInput, TTarget> batch)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        if (typeof(TTarget) != typeof(int) || network.LabelWeights is not { } weights)
        {
            return batch.Count;
        }

        double sum = 0;
        foreach (int label in MemoryMarshal.Cast<TTarget, int>(batch.Targets))
        {
            sum += weights[label];
        }

        return sum;
    }
}
