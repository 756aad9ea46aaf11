namespace NetGen;

/// <summary>Loss and gradient over the first samples of a training, in batches of its size: as many values are in memory as in a step.</summary>
internal static class MeanGradient
{
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (double Loss, float[] Gradients) Of<TInput, TTarget>(ITrainable<TInput, TTarget> network, SampleOfSet<TInput, TTarget> sample, CancellationToken cancellation)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var info = network.Network;
        float[] sum = new float[network.Parameters.Length], part = new float[sum.Length];
        var (loss, samples) = (0.0, 0);
        for (int start = 0; start < sample.FirstCount; start += sample.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(sample.BatchSize, sample.FirstCount - start);

            // A rest that is too small to train on is left out.
            if (count >= info.SmallestTrainingBatch)
            {
                loss += count * (double)network.Gradient(
                    sample.FirstInputs.AsSpan(start * info.InputSize, count * info.InputSize), sample.FirstTargets.AsSpan(start * info.TargetSize, count * info.TargetSize), part);
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(part, count, sum, sum);
                samples += count;
            }
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(sum, samples, sum);
        return (loss / samples, sum);
    }
}
