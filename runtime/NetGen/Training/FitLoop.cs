using System.Diagnostics;

namespace NetGen;

/// <summary>One training: epochs of steps, a validation after each. What surrounds the steps is <see cref="FitSession"/>'s.</summary>
internal sealed class FitLoop<TInput, TTarget> : IDisposable
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly ITrainable<TInput, TTarget> _network;
    private readonly BatchPlan<TInput, TTarget> _plan;
    private readonly Evaluator<TInput, TTarget>? _validation;
    private readonly CancellationTokenSource _cancellation;
    private readonly FitSession _session;
    private readonly FitReport _report;
    private readonly DiagnosisRun<TInput, TTarget>? _diagnosis;

    public FitLoop(
        ITrainable<TInput, TTarget> network,
        BatchPlan<TInput, TTarget> plan,
        BatchPlan<TInput, TTarget>? validation,
        FitOptions options,
        CancellationToken cancellation)
    {
        _network = network;
        _plan = plan;
        _validation = validation is null ? null : new Evaluator<TInput, TTarget>(network, validation, new EvaluationOptions());
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellation, options.CancellationToken);
        _session = new FitSession(network, network.Network, options, plan, validation);
        _report = new FitReport(options.Progress, _session.Context);
        _diagnosis = options.Diagnose ? new DiagnosisRun<TInput, TTarget>(network, plan.Set, options, _cancellation.Token) : null;
    }

    private FitPosition Position => _session.Position;

    private bool IsCancelled => _cancellation.IsCancellationRequested;

    public FitResult Run()
    {
        long start = Stopwatch.GetTimestamp();
        _session.Begin();
        long examined = Stopwatch.GetTimestamp();
        _diagnosis?.BeforeTraining(_session.Optimizer);
        var examination = Stopwatch.GetElapsedTime(examined);
        bool finished = RunEpochs();
        return _session.End(cancelled: !finished, Stopwatch.GetElapsedTime(start) - examination, Diagnosis);
    }

    /// <summary>Closes the checkpoints' folder, and gives the optimizer its learning rate back.</summary>
    public void Dispose()
    {
        _session.Dispose();
        _cancellation.Dispose();
    }

    /// <summary>What was found, looking once more at the network as it will be left.</summary>
    private Diagnosis? Diagnosis(EpochResult? last)
    {
        _diagnosis?.AfterTraining(last);
        return _diagnosis?.Result;
    }

    /// <summary>Returns false if the training was cancelled.</summary>
    private bool RunEpochs()
    {
        // The stream runs over all epochs, so that the first batches of the next are gathered during validation.
        using var batches = _plan.Start(new BatchPosition(Position.Epoch, Position.Batch), _cancellation.Token);
        var steps = BatchSteps<TInput, TTarget>.For(_network, batches);
        _report.Begin();
        while (Position.Epoch < _plan.Epochs && !_session.IsOver)
        {
            if (!RunSteps(steps))
            {
                return false;
            }

            if (Position.Batch == _plan.BatchesPerEpoch && !CompleteEpoch())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rest of an epoch's steps, or those until a callback ends the training. Returns false if it was cancelled.</summary>
    private bool RunSteps(BatchSteps<TInput, TTarget> steps)
    {
        if (IsCancelled)
        {
            return false;
        }

        _session.BeginEpoch();
        _report.BeginEpoch();
        while (Position.Batch < _plan.BatchesPerEpoch && !_session.IsOver)
        {
            if (!TryMoveNext(steps))
            {
                return false;
            }

            _session.BeginStep();
            float loss = steps.Step(_session.Optimizer, isLast: Position.Batch + 1 == _plan.BatchesPerEpoch);
            if (!float.IsFinite(loss))
            {
                throw Diverged(loss);
            }

            _session.EndStep(steps.Count, loss, steps.Weight);
            _report.Step();
        }

        _report.EndSteps();
        return true;
    }

    /// <summary>Returns false if the training was cancelled during the validation.</summary>
    private bool CompleteEpoch()
    {
        if (!_session.TryMeasure(TryValidate, out var validation))
        {
            _report.EndEpoch(_session.LeaveEpoch(_report.EpochElapsed));
            return false;
        }

        _report.EndEpoch(_session.CompleteEpoch(validation, _report.EpochElapsed));
        return true;
    }

    private bool TryValidate(out Evaluation? validation)
    {
        validation = null;
        if (_validation is null)
        {
            return true;
        }

        try
        {
            validation = _validation.Run(_cancellation.Token);
            return true;
        }
        catch (OperationCanceledException) when (IsCancelled)
        {
            return false;
        }
    }

    /// <summary>Returns false if the training was cancelled, also while the next batch was waited for.</summary>
    private bool TryMoveNext(BatchSteps<TInput, TTarget> steps)
    {
        try
        {
            return !IsCancelled && steps.MoveNext();
        }
        catch (OperationCanceledException) when (IsCancelled)
        {
            return false;
        }
    }

    private NotFiniteNumberException Diverged(float loss) => new(
        $"The loss of {_network.Network.Name} became {loss} in epoch {Position.Epoch + 1}, batch {Position.Batch + 1} of {_plan.BatchesPerEpoch} (learning rate {_session.Optimizer.LearningRate:G4}), "
        + $"although the data are finite. Try a learning rate ten times lower, inputs normalised to about zero mean and unit variance, and targets of about that size; "
        + "the weights hold this last update, so start again from a new or a saved network."
        + (_diagnosis is null ? "" : "\n" + _diagnosis.Result),
        loss);
}
