namespace NetGen;

/// <summary>A schedule without memory: a closed form of the step, so that a resumed training has the same bits.</summary>
/// <param name="description">Kind and settings.</param>
/// <param name="factor">The factor from the step, the number of steps and those of an epoch.</param>
internal sealed class ClosedSchedule(string description, Func<long, long, int, double> factor) : Schedule
{
    private protected override string Description => description;

    private protected override double After(long step, long steps, int stepsPerEpoch) => factor(step, steps, stepsPerEpoch);
}
