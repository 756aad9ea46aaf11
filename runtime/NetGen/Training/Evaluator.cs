namespace NetGen;

/// <summary>Measures one network on one set, any number of times, with the same buffers.</summary>
internal sealed class Evaluator<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly ITrainable<TInput, TTarget> _network;
    private readonly ArrayBatchPlan<TInput, TTarget> _plan;
    private readonly Accuracy<TTarget>? _accuracy;
    private readonly float[] _outputs;

    public Evaluator(ITrainable<TInput, TTarget> network, Dataset<TInput, TTarget> data, int batchSize)
    {
        _network = network;
        _plan = new ArrayBatchPlan<TInput, TTarget>(data, batchSize, epochs: 1, seed: null, dropLast: false);
        _accuracy = Accuracy<TTarget>.For(network.Network, data);
        _outputs = _accuracy is null ? [] : new float[checked(_plan.BatchSize * network.Network.OutputSize)];
    }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Evaluation Run(CancellationToken cancellation)
    {
        double loss = 0, weights = 0;
        long right = 0;
        using var batches = _plan.Start(cancellation);
        while (batches.MoveNext())
        {
            var batch = batches.Current;
            double weight = BatchWeight.Of(_network.Network, batch);
            loss += _network.Loss(batch.Inputs, batch.Targets) * weight;
            weights += weight;
            if (_accuracy is not null)
            {
                var outputs = _outputs.AsSpan(0, batch.Count * _network.Network.OutputSize);
                _network.Predict(batch.Inputs, outputs);
                right += _accuracy.CountRight(outputs, batch.Targets);
            }
        }

        int count = _plan.Data.Count;
        return new Evaluation
        {
            // Without any weight every batch has the loss zero.
            Loss = weights > 0 ? loss / weights : 0,
            Accuracy = _accuracy is null ? null : (double)right / ((long)count * _plan.Data.TargetSize),
            Count = count,
        };
    }
}
