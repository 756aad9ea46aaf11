using NetGen.Runtime;

namespace NetGen;

/// <summary>The checks of one network with one training set, before a training and after it. The network ends as it was, bit by bit.</summary>
internal sealed class DiagnosisRun<TInput, TTarget>(ITrainable<TInput, TTarget> network, Dataset train, FitOptions options, CancellationToken cancellation)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly NetworkInfo _info = network.Network;
    private readonly DiagnosisNotes _notes = new(network.Network.Name);
    private SampleOfSet<TInput, TTarget>? _sample;
    private bool _isComplete = true;

    /// <summary>What was found so far.</summary>
    public Diagnosis Result => _notes.Complete(_isComplete);

    /// <summary>What can be said before the first step.</summary>
    /// <param name="optimizer">What the training will take its steps with; it takes none here.</param>
    public void BeforeTraining(Optimizer optimizer) => Guarded(() =>
    {
        _sample = new SampleOfSet<TInput, TTarget>(_info, train, options, cancellation);
        InputChecks.Run(_info, _sample, _notes);
        TargetChecks.Run(_info, _sample, _notes);
        var snapshot = new NetworkSnapshot(network);
        try
        {
            CheckStart(_sample, optimizer);
        }
        finally
        {
            snapshot.Restore();
        }
    });

    /// <summary>What can be said of a trained network.</summary>
    /// <param name="last">The last epoch.</param>
    public void AfterTraining(EpochResult? last)
    {
        try
        {
            Guarded(() => CheckTrained(last));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The training is done; its result is worth more than what could not be looked at.
            _notes.LeaveOut($"the trained network: {problem.Message}");
        }
    }

    private void CheckTrained(EpochResult? last)
    {
        if (_sample is null || _notes.IsHopeless)
        {
            return;
        }

        UnitChecks.Run(network, _sample, "after the training", _notes);
        if (last is not null)
        {
            new LearningCheck<TInput, TTarget>(network, _sample).Run(last.Epoch, options.Seed, _notes, cancellation);
        }

        if (LabelNoise<TInput, TTarget>.Applies(_info))
        {
            new LabelNoise<TInput, TTarget>(network, train).Run(_notes, cancellation);
        }
    }

    private void CheckStart(SampleOfSet<TInput, TTarget> sample, Optimizer optimizer)
    {
        if (_notes.IsHopeless)
        {
            _notes.LeaveOut("everything about the network: the data come first");
            return;
        }

        if (sample.BatchSize < _info.SmallestTrainingBatch)
        {
            _notes.LeaveOut("everything about the start: the first batch is too small to train on");
            return;
        }

        // In training mode, as the first step will see it: running statistics know nothing yet.
        var (loss, gradients) = MeanGradient.Of(network, sample, cancellation);
        InitialLoss.Run(_info, sample, loss, _notes);
        if (_notes.IsHopeless)
        {
            return;
        }

        GradientChecks.Run(_info, network.Parameters, gradients, optimizer, _notes);
        UnitChecks.Run(network, sample, "before the first step", _notes);
        if (!_notes.IsHopeless)
        {
            new OneBatch<TInput, TTarget>(network, sample).Run(_notes, cancellation);
        }
    }

    private void Guarded(Action checks)
    {
        if (cancellation.IsCancellationRequested)
        {
            _isComplete = false;
            return;
        }

        try
        {
            checks();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _isComplete = false;
        }
    }
}
