namespace NetGen.Runtime;

/// <summary>The gradients of a network over the first samples of its training set: the steps themselves never write theirs down.</summary>
internal abstract class GradientSample
{
    /// <summary>Takes the first samples of a training set.</summary>
    /// <param name="training">The training.</param>
    /// <param name="count">How many samples; fewer where the set has fewer.</param>
    /// <exception cref="NotSupportedException">The samples of the set are streamed, or of other types than the network's.</exception>
    public static GradientSample Of(TrainingContext training, int count) =>
        TryOf<float, int>(training, count)
        ?? TryOf<float, float>(training, count)
        ?? TryOf<int, int>(training, count)
        ?? TryOf<int, float>(training, count)
        ?? TryOf<double, int>(training, count)
        ?? TryOf<double, double>(training, count)
        ?? throw new NotSupportedException(
            $"Histograms of gradients need a training set in memory, and {training.Info.Name} is trained on a {training.Train.GetType().Name}. "
            + $"Leave {nameof(TensorBoardOptions)}.{nameof(TensorBoardOptions.GradientHistogramInterval)} at 0.");

    /// <summary>The gradients at the network's present weights, in the order of <see cref="Parameter.Offset"/>; valid until the next call.</summary>
    public abstract ReadOnlySpan<float> Compute();

    private static GradientSample? TryOf<TInput, TTarget>(TrainingContext training, int count)
        where TInput : unmanaged
        where TTarget : unmanaged =>
        training.Network is ITrainable<TInput, TTarget> network && training.Train is Dataset<TInput, TTarget> set
            ? new Typed<TInput, TTarget>(network, set, Math.Min(count, set.Count))
            : null;

    private sealed class Typed<TInput, TTarget> : GradientSample
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        private readonly ITrainable<TInput, TTarget> _network;
        private readonly TInput[] _inputs;
        private readonly TTarget[] _targets;
        private readonly float[] _gradients;

        public Typed(ITrainable<TInput, TTarget> network, Dataset<TInput, TTarget> set, int count)
        {
            _network = network;
            _inputs = new TInput[count * set.InputSize];
            _targets = new TTarget[count * set.TargetSize];
            _gradients = new float[network.Parameters.Length];
            for (int i = 0; i < count; i++)
            {
                set.Input(i).CopyTo(_inputs.AsSpan(i * set.InputSize));
                set.Target(i).CopyTo(_targets.AsSpan(i * set.TargetSize));
            }
        }

        public override ReadOnlySpan<float> Compute()
        {
            _network.Gradient(_inputs, _targets, _gradients);
            return _gradients;
        }
    }
}
