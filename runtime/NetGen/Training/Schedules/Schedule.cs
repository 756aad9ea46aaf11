namespace NetGen;

/// <summary>
/// How the learning rate changes over a training, as a factor of the one at its start. Each follows the scheduler of PyTorch that it names, value by value;
/// any of them can begin with a linear warm-up.
/// </summary>
public abstract class Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>The factor of the initial learning rate for a step.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="steps">Steps of the whole training, at least 1.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch, at least 1: schedules that count epochs change at their ends.</param>
    /// <returns>The factor, not negative.</returns>
    public abstract double Factor(long step, long steps, int stepsPerEpoch);
}
