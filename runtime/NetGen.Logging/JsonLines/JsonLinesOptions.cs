using NetGen.Runtime;

namespace NetGen;

/// <summary>How much <see cref="JsonLinesLog"/> writes.</summary>
public sealed record JsonLinesOptions
{
    /// <summary>Every how many steps there is a line; 0: for no step. 10 unless told otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int StepInterval { get; init => field = LogInterval.Check(value, nameof(StepInterval)); } = 10;

    /// <summary>Where the time comes from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
