namespace NetGen.Diagnosing.Tests.After;

/// <summary>Does something at the end of the second epoch, and sees whether the training told its end.</summary>
internal sealed class EndWatcher : TrainingCallback
{
    public Action Ending { get; set; } = () => { };

    public bool HasEnded { get; private set; }

    public override void OnEpochEnd(TrainingContext training, EpochResult result)
    {
        if (result.Epoch == 2)
        {
            Ending();
        }
    }

    public override void OnEnd(TrainingContext training, FitResult result) => HasEnded = true;
}
