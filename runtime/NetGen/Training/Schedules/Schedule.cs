using System.Globalization;

namespace NetGen;

/// <summary>
/// How the learning rate changes over a training, as a factor of the one at its start. Each follows the scheduler of PyTorch that it names, value by value;
/// any of them can begin with a linear warm-up.
/// </summary>
/// <remarks>
/// A warm-up of w steps has the factors 1 / (w + 1), 2 / (w + 1), … w / (w + 1) of what the schedule begins with: no step is wasted at rate 0, and the first step
/// after it has the whole rate. The schedule itself begins where the warm-up ends and has the rest of the training, its epochs included:
/// <c>SequentialLR([LinearLR(start_factor=1 / (w + 1), total_iters=w), …], milestones=[w])</c> of <c>torch.optim.lr_scheduler</c>.
/// </remarks>
public abstract partial class Schedule
{
    private double _warmupShare;
    private int? _warmupSteps;

    private protected Schedule()
    {
    }

    /// <summary>What the schedule watches at the ends of epochs, by name and direction (null: as the name says); null: nothing.</summary>
    internal virtual (string? Monitor, bool? Maximize)? Watches => null;

    /// <summary>The factor of the initial learning rate for a step; of a schedule on a plateau as it stands at present.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="steps">Steps of the whole training, at least 1.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch, at least 1.</param>
    /// <returns>The factor, not negative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its smallest value.</exception>
    public double Factor(long step, long steps, int stepsPerEpoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch, 1);
        long warmup = _warmupSteps ?? Math.Min((long)Math.Round(_warmupShare * steps), steps - 1);
        double reached = After(Math.Max(0, step - warmup), Math.Max(1, steps - warmup), stepsPerEpoch);
        return step < warmup ? (step + 1.0) / (warmup + 1.0) * reached : reached;
    }

    /// <summary>This schedule after a linear warm-up of so many steps, which replaces a warm-up that it has.</summary>
    /// <param name="steps">The steps, not negative.</param>
    /// <returns>A new schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Schedule WithWarmup(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        Schedule copy = Fresh();
        copy._warmupSteps = steps;
        return copy;
    }

    /// <summary>All settings as text: equal texts, equal schedules (<see cref="Custom"/> knows its name only).</summary>
    /// <returns>For example <c>Cosine(minimum 0), warm-up 0.1</c>.</returns>
    public string Describe()
    {
        string warmup = _warmupSteps is { } steps
            ? string.Create(CultureInfo.InvariantCulture, $", warm-up of {steps} steps")
            : _warmupShare > 0 ? string.Create(CultureInfo.InvariantCulture, $", warm-up {_warmupShare}") : "";
        return Description + warmup;
    }

    /// <inheritdoc cref="Describe"/>
    public override string ToString() => Describe();

    /// <summary>A schedule of the same settings at its start: each training has its own, so that options can be shared.</summary>
    internal Schedule Fresh()
    {
        Schedule copy = (Schedule)MemberwiseClone();
        copy.Reset();
        return copy;
    }

    /// <summary>Forgets what earlier epochs came to; a training begins.</summary>
    internal virtual void Reset()
    {
    }

    /// <summary>What a checkpoint must keep; null: nothing.</summary>
    internal virtual string? SaveState() => null;

    /// <summary>Takes back what <see cref="SaveState"/> returned.</summary>
    /// <exception cref="InvalidDataException">The text is not what it returns.</exception>
    internal virtual void RestoreState(string state)
    {
    }

    /// <summary>An epoch has ended.</summary>
    /// <param name="monitored">The number that the schedule watches.</param>
    /// <param name="maximize">Whether larger is better.</param>
    internal virtual void EndEpoch(double monitored, bool maximize)
    {
    }

    /// <summary>Kind and settings without the warm-up.</summary>
    private protected abstract string Description { get; }

    /// <summary>The factor for a step after the warm-up, counted from its end.</summary>
    private protected abstract double After(long step, long steps, int stepsPerEpoch);

    private static Schedule Warm(Schedule schedule, double warmup)
    {
        schedule._warmupShare = Setting.Fraction(warmup, nameof(warmup));
        return schedule;
    }
}
