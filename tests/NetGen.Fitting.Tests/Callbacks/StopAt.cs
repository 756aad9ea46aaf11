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

/// <summary>Ends a training after a step.</summary>
internal sealed class StopItself(long step) : TrainingCallback
{
    public override void OnStep(TrainingContext training)
    {
        if (training.Step == step)
        {
            training.Stop();
        }
    }
}

/// <summary>Cancels a training when an epoch begins, before its first step.</summary>
internal sealed class CancelAtBegin(int epoch, CancellationTokenSource cancellation) : TrainingCallback
{
    public override void OnEpochBegin(TrainingContext training)
    {
        if (training.Epoch == epoch)
        {
            cancellation.Cancel();
        }
    }
}

/// <summary>Halves the learning rate at the begin of each epoch.</summary>
internal sealed class HalveRate : TrainingCallback
{
    public override void OnEpochBegin(TrainingContext training) => training.Optimizer.LearningRate /= 2;
}

/// <summary>Saves a state that it cannot read.</summary>
internal sealed class Forgetful : TrainingCallback
{
    public override string SaveState() => "?";

    public override void RestoreState(string state) => throw new InvalidDataException("no idea");
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
