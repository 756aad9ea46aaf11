using System.Diagnostics.Metrics;

namespace NetGen;

/// <summary>How <see cref="TrainingMeter"/> is set up.</summary>
public sealed record TrainingMeterOptions
{
    /// <summary>The value of the tag <c>run</c>, to tell trainings of one network apart; null: no such tag.</summary>
    public string? Run { get; init; }

    /// <summary>Makes the meter, and is what disposes of it; null: the meter belongs to the <see cref="TrainingMeter"/>.</summary>
    public IMeterFactory? MeterFactory { get; init; }
}
