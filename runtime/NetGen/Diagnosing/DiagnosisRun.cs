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
        InputChecks.Run(_info, _sample.Inputs, _notes);
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
    public void AfterTraining(EpochResult? last) => Guarded(() =>
    {
        if (_sample is null || _notes.IsHopeless)
        {
            return;
        }

        UnitChecks.Run(network, _sample, "after the training", _notes);
        if (last is not null)
        {
            LearningCheck.Run(_info, _sample, last.Loss, _notes);
        }

        if (LabelNoise<TInput, TTarget>.Applies(_info))
        {
            new LabelNoise<TInput, TTarget>(network, train).Run(_notes, cancellation);
        }
    });

    private void CheckStart(SampleOfSet<TInput, TTarget> sample, Optimizer optimizer)
    {
        if (_notes.IsHopeless)
        {
            _notes.LeaveOut("everything about the network: the data come first");
            return;
        }

        if (sample.BatchCount < _info.SmallestTrainingBatch)
        {
            _notes.LeaveOut("everything about the start: the first batch is too small to train on");
            return;
        }

        // In training mode, as the first step will see it: running statistics know nothing yet.
        float[] gradients = new float[network.Parameters.Length];
        InitialLoss.Run(_info, sample, network.Gradient(sample.BatchInputs, sample.BatchTargets, gradients), _notes);
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
