namespace NetGen.Fitting.Tests;

/// <summary>Cancels a training after a step.</summary>
internal sealed class StopAt : TrainingCallback
{
    private readonly Action _cancel;
    private readonly long _step;

    public StopAt(long step, out CancellationToken token)
    {
        // Without a timer or a wait handle there is nothing to dispose of.
        var cancellation = new CancellationTokenSource();
        (_step, _cancel, token) = (step, cancellation.Cancel, cancellation.Token);
    }

    public override void OnStep(TrainingContext training)
    {
        if (training.Step == _step)
        {
            _cancel();
        }
    }
}

/// <summary>Counts the steps of a run.</summary>
internal sealed class CountSteps : TrainingCallback
{
    public int Count { get; private set; }

    public override void OnStep(TrainingContext training) => Count++;
}

/// <summary>Changes what is trained, and remembers how far it has come.</summary>
internal sealed class FreezeAfterFirstEpoch : TrainingCallback
{
    public int Epochs { get; private set; }

    public override void OnEpochEnd(TrainingContext training, EpochResult result)
    {
        Epochs++;
        training.Network.Parameters.Freeze("dense1.*");
    }

    public override string SaveState() => Epochs.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override void RestoreState(string state) => Epochs = int.Parse(state, System.Globalization.CultureInfo.InvariantCulture);
}
