using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>How much a batch's mean loss counts in a mean over batches, so that the result does not depend on where they are cut.</summary>
internal static class BatchWeight
{
    /// <summary>What the batch's mean was divided by: its number of samples or labels or, where these have weights, the sum of those.</summary>
    public static double Of<TInput, TTarget>(NetworkInfo network, Batch<TInput, TTarget> batch)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        // Labels of several losses have means of their own, which are added up.
        if (typeof(TTarget) != typeof(int) || network.HasSeveralAnswers)
        {
            return batch.Count;
        }

        double sum = 0;
        foreach (int label in MemoryMarshal.Cast<TTarget, int>(batch.Targets))
        {
            sum += label == network.IgnoredLabel ? 0 : network.LabelWeights is { } weights ? weights[label] : 1;
        }

        return sum;
    }
}
