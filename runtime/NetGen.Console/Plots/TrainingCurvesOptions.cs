namespace NetGen;

/// <summary>What <see cref="TrainingCurves"/> draws.</summary>
public sealed record TrainingCurvesOptions
{
    /// <summary>The title of the picture; empty: none.</summary>
    public string Title { get; init; } = "Training";

    /// <summary>Whether the losses have a logarithmic axis.</summary>
    public bool LogScale { get; init; }

    /// <summary>Whether the learning rate has a plot of its own.</summary>
    public bool LearningRate { get; init; }

    /// <summary>The metrics to draw beside the losses, as <see cref="EpochResult.Metrics"/> names them; null: all that were measured, by name.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }
}
