using NetGen.Runtime;

namespace NetGen;

/// <summary>How much <see cref="LoggerCallback"/> tells.</summary>
public sealed record LoggerCallbackOptions
{
    /// <summary>Every how many steps there is a message; 0: for no step. 100 unless told otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int StepInterval { get; init => field = LogInterval.Check(value, nameof(StepInterval)); } = 100;
}
