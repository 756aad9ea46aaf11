namespace NetGen.Runtime;

/// <summary>The gradients of a network over the first samples of its training set: the steps themselves never write theirs down.</summary>
internal abstract class GradientSample
{
    /// <summary>Takes the first samples of a training set.</summary>
    /// <param name="training">The training.</param>
    /// <param name="count">How many samples; fewer where the set has fewer.</param>
    /// <exception cref="NotSupportedException">The samples are of other types than the network's.</exception>
    /// <exception cref="IOException">The source of a streamed set cannot be read.</exception>
    public static GradientSample Of(TrainingContext training, int count) =>
        TryOf<float, int>(training, count)
        ?? TryOf<float, float>(training, count)
        ?? TryOf<int, int>(training, count)
        ?? TryOf<int, float>(training, count)
        ?? TryOf<double, int>(training, count)
        ?? TryOf<double, double>(training, count)
        ?? throw new NotSupportedException(
            $"{training.Info.Name} does not take the samples of a {training.Train.GetType().Name}, so that there are no gradients to make histograms of. "
            + $"Leave {nameof(TensorBoardOptions)}.{nameof(TensorBoardOptions.GradientHistogramInterval)} at 0.");

    /// <summary>The gradients at the network's present weights, in the order of <see cref="Parameter.Offset"/>; valid until the next call.</summary>
    public abstract ReadOnlySpan<float> Compute();

    private static GradientSample? TryOf<TInput, TTarget>(TrainingContext training, int count)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        count = Math.Min(count, training.Train.Count);
        Batches<TInput, TTarget>? batches = training.Train switch
        {
            Dataset<TInput, TTarget> set => set.Batches(count),
            StreamedDataset<TInput, TTarget> stream => stream.Batches(count),
            _ => null,
        };
        if (batches is null || training.Network is not ITrainable<TInput, TTarget> network)
        {
            return null;
        }

        using IEnumerator<Batch<TInput, TTarget>> pass = batches.GetEnumerator();
        pass.MoveNext();
        return new Typed<TInput, TTarget>(network, pass.Current);
    }

    private sealed class Typed<TInput, TTarget>(ITrainable<TInput, TTarget> network, Batch<TInput, TTarget> batch) : GradientSample
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        private readonly TInput[] _inputs = batch.Inputs.ToArray();
        private readonly TTarget[] _targets = batch.Targets.ToArray();
        private readonly float[] _gradients = new float[network.Parameters.Length];

        public override ReadOnlySpan<float> Compute()
        {
            network.Gradient(_inputs, _targets, _gradients);
            return _gradients;
        }
    }
}
