using Spectre.Console;

namespace Tuning;

/// <summary>What the live table shows of a trial.</summary>
internal sealed class TrialRow(Trial trial)
{
    public int Number => trial.Number;

    /// <summary>The rung that it trains on or has reached, from 0; null: none yet.</summary>
    public int? Rung { get; set; }

    public int? Epochs { get; set; }

    public double? Loss { get; set; }

    public double? Accuracy { get; set; }

    public TrialState State { get; set; }

    /// <summary>Takes over what the trial came to.</summary>
    public void Take(RungResult result, int epochs)
    {
        (Rung, State) = (result.Rung, result.Failure is null ? TrialState.Waiting : TrialState.Failed);
        if (result.Failure is null)
        {
            (Epochs, Loss, Accuracy) = (epochs, result.Loss, result.Accuracy);
        }
    }

    public Text[] Cells() =>
    [
        new($"{Number}"),
        new($"{trial.Architecture.Width}"),
        new(NumberText.Setting(trial.Architecture.Dropout)),
        new(NumberText.Setting(trial.LearningRate)),
        new($"{trial.BatchSize}"),
        new(NumberText.Setting(trial.WeightDecay)),
        new(Rung is { } rung ? $"{rung + 1}" : ""),
        new(Epochs is { } epochs ? $"{epochs}" : ""),
        new(Loss is { } loss ? NumberText.Loss(loss) : ""),
        new(Accuracy is { } accuracy ? NumberText.Percent(accuracy) : ""),
        new(State switch
        {
            TrialState.Eliminated => "out",
            _ => State.ToString().ToLowerInvariant(),
        }),
    ];
}

/// <summary>Where a trial stands, in the order in which trials are worth looking at.</summary>
internal enum TrialState
{
    Training,
    Best,
    Waiting,
    Eliminated,
    Failed,
}
