using System.Diagnostics;

namespace NetGen;

/// <summary>One training: epochs of steps, a validation after each.</summary>
internal sealed class FitLoop<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly ITrainable<TInput, TTarget> _network;
    private readonly FitOptions _options;
    private readonly Optimizer _optimizer;
    private readonly BatchPlan<TInput, TTarget> _plan;
    private readonly Evaluator<TInput, TTarget>? _validation;
    private readonly CancellationToken _argumentToken;
    private readonly List<EpochResult> _epochs = [];
    private long _steps;

    public FitLoop(
        ITrainable<TInput, TTarget> network,
        Dataset<TInput, TTarget> train,
        Dataset<TInput, TTarget>? validation,
        FitOptions options,
        CancellationToken cancellation)
    {
        _network = network;
        _options = options;
        _optimizer = options.Optimizer ?? new Adam(1e-3);
        _plan = new ArrayBatchPlan<TInput, TTarget>(train, options.BatchSize, options.Epochs, options.Shuffle ? options.Seed : null, options.DropLast);
        _validation = validation is null ? null : new Evaluator<TInput, TTarget>(network, validation, Math.Max(options.BatchSize, 256));
        _argumentToken = cancellation;
    }

    private bool IsCancelled => _argumentToken.IsCancellationRequested || _options.CancellationToken.IsCancellationRequested;

    public FitResult Run()
    {
        long start = Stopwatch.GetTimestamp();
        var report = new FitReport(_options.Progress, _options.Epochs, _plan.BatchesPerEpoch);

        // The stream runs over all epochs, so that the first batches of the next are gathered during validation.
        using var batches = _plan.Start(CancellationToken.None);
        bool finished = true;
        for (int epoch = 1; epoch <= _options.Epochs && finished; epoch++)
        {
            finished = RunEpoch(epoch, batches, report);
        }

        return new FitResult(_epochs, !finished, _steps, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Returns false if the training was cancelled in this epoch.</summary>
    private bool RunEpoch(int epoch, BatchStream<TInput, TTarget> batches, FitReport report)
    {
        long start = Stopwatch.GetTimestamp();
        double lossSum = 0, weights = 0;
        int samples = 0;
        report.BeginEpoch(epoch);
        for (int batchNumber = 1; batchNumber <= _plan.BatchesPerEpoch; batchNumber++)
        {
            if (IsCancelled)
            {
                return false;
            }

            batches.MoveNext();
            var batch = batches.Current;
            float loss = _network.Step(batch.Inputs, batch.Targets, _optimizer);
            _steps++;
            if (!float.IsFinite(loss))
            {
                throw Diverged(loss, epoch, batchNumber);
            }

            double weight = BatchWeight.Of(_network.Network, batch);
            lossSum += loss * weight;
            weights += weight;
            samples += batch.Count;
            report.Step(batchNumber, samples, weights > 0 ? lossSum / weights : 0);
        }

        return Complete(epoch, weights > 0 ? lossSum / weights : 0, start, report);
    }

    private bool Complete(int epoch, double loss, long start, FitReport report)
    {
        report.EndSteps();
        bool validated = TryValidate(out var validation);
        var result = new EpochResult(epoch, loss, validation?.Loss, validation?.Accuracy, Stopwatch.GetElapsedTime(start));
        _epochs.Add(result);
        report.EndEpoch(result);
        return validated;
    }

    private bool TryValidate(out Evaluation? validation)
    {
        validation = null;
        if (_validation is null)
        {
            return true;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_argumentToken, _options.CancellationToken);
        try
        {
            validation = _validation.Run(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return false;
        }
    }

    private NotFiniteNumberException Diverged(float loss, int epoch, int batch) => new(
        $"The loss of {_network.Network.Name} became {loss} in epoch {epoch}, batch {batch} of {_plan.BatchesPerEpoch} (learning rate {_optimizer.LearningRate:G4}), "
        + $"although the data are finite. Try a learning rate ten times lower, inputs normalised to about zero mean and unit variance, and targets of about that size; "
        + "the weights hold this last update, so start again from a new or a saved network.",
        loss);
}
