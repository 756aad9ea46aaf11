namespace NetGen;

/// <summary>Measures one network on one set, any number of times, with the same buffers.</summary>
internal sealed class Evaluator<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly ITrainable<TInput, TTarget> _network;
    private readonly BatchPlan<TInput, TTarget> _plan;
    private readonly EvaluationOptions _options;
    private float[] _outputs = [];

    /// <param name="network">The network.</param>
    /// <param name="plan">One pass over the set.</param>
    /// <param name="options">What to measure; the batches are the plan's.</param>
    public Evaluator(ITrainable<TInput, TTarget> network, BatchPlan<TInput, TTarget> plan, EvaluationOptions options)
    {
        _network = network;
        _plan = plan;
        _options = options;
    }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Evaluation Run(CancellationToken cancellation)
    {
        double loss = 0, weights = 0;
        int count = 0;
        var metrics = MetricAccumulator.For<TTarget>(_network.Network, _options, _plan.Set.ClassNames);
        using var batches = _plan.Start(cancellation);
        while (batches.MoveNext())
        {
            var batch = batches.Current;

            // First the loss: it looks at the labels, whose weights are then asked for.
            double mean = _network.Loss(batch.Inputs, batch.Targets);
            double weight = BatchWeight.Of(_network.Network, batch);
            loss += mean * weight;
            weights += weight;
            count += batch.Count;
            metrics?.Add(Predict(batch), batch.Targets);
        }

        // Without any weight every batch has the loss zero.
        var bare = new Evaluation { Loss = weights > 0 ? loss / weights : 0, Count = count };
        return metrics?.Complete(bare) ?? bare;
    }

    private ReadOnlySpan<float> Predict(Batch<TInput, TTarget> batch)
    {
        int length = checked(batch.Count * _network.Network.OutputSize);
        if (_outputs.Length < length)
        {
            _outputs = new float[length];
        }

        var outputs = _outputs.AsSpan(0, length);
        _network.Predict(batch.Inputs, outputs);
        return outputs;
    }
}
