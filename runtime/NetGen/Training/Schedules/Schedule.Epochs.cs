using System.Globalization;

namespace NetGen;

// Schedules that change at the ends of epochs, counted from the end of the warm-up.
public abstract partial class Schedule
{
    /// <summary>The same learning rate throughout, but for the warm-up. <c>torch.optim.lr_scheduler.ConstantLR</c> with factor 1.</summary>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of its range.</exception>
    public static Schedule Constant(double warmup = 0) => Warm(new ClosedSchedule("Constant", (_, _, _) => 1), warmup);

    /// <summary>Multiplies the learning rate every so many epochs. <c>torch.optim.lr_scheduler.StepLR</c>.</summary>
    /// <param name="everyEpochs">Epochs between two changes, at least 1.</param>
    /// <param name="factor">What the rate is multiplied with, finite and not negative.</param>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Step(int everyEpochs, double factor = 0.1, double warmup = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everyEpochs, 1);
        Setting.NotNegative(factor, nameof(factor));
        return Warm(
            new ClosedSchedule(
                string.Create(CultureInfo.InvariantCulture, $"Step(every {everyEpochs} epochs, factor {factor})"),
                (step, _, stepsPerEpoch) => Power.Of(factor, step / stepsPerEpoch / everyEpochs)),
            warmup);
    }

    /// <summary>Multiplies the learning rate after certain epochs. <c>torch.optim.lr_scheduler.MultiStepLR</c>.</summary>
    /// <param name="epochs">The epochs that end with a change, each at least 1, in any order; twice the same changes twice.</param>
    /// <param name="factor">What the rate is multiplied with, finite and not negative.</param>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule MultiStep(IReadOnlyList<int> epochs, double factor = 0.1, double warmup = 0)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        Setting.NotNegative(factor, nameof(factor));
        int[] ascending = [.. epochs.Order()];
        foreach (int epoch in ascending)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 1, nameof(epochs));
        }

        return Warm(
            new ClosedSchedule(
                string.Create(CultureInfo.InvariantCulture, $"MultiStep(after epochs {string.Join(" ", ascending)}, factor {factor})"),
                (step, _, stepsPerEpoch) => Power.Of(factor, CountUpTo(ascending, step / stepsPerEpoch))),
            warmup);
    }

    /// <summary>Multiplies the learning rate after every epoch. <c>torch.optim.lr_scheduler.ExponentialLR</c>.</summary>
    /// <param name="factor">What the rate is multiplied with, finite and not negative; 0.95 for example.</param>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Exponential(double factor, double warmup = 0)
    {
        Setting.NotNegative(factor, nameof(factor));
        return Warm(
            new ClosedSchedule(
                string.Create(CultureInfo.InvariantCulture, $"Exponential(factor {factor})"),
                (step, _, stepsPerEpoch) => Power.Of(factor, step / stepsPerEpoch)),
            warmup);
    }

    /// <summary>
    /// Multiplies the learning rate when a measured number has not improved for some epochs. <c>torch.optim.lr_scheduler.ReduceLROnPlateau</c>; during a warm-up
    /// the two factors are multiplied.
    /// </summary>
    /// <param name="factor">What the rate is multiplied with, in [0, 1).</param>
    /// <param name="patience">Epochs without improvement that are still waited for, not negative: the rate falls after one more.</param>
    /// <param name="monitor">The number to watch, as <see cref="EpochResult.Metrics"/> names it; null: the validation loss, or the training loss without validation.</param>
    /// <param name="maximize">Whether larger is better; null: as the name says (see <see cref="EarlyStopping.Maximize"/>).</param>
    /// <param name="threshold">What counts as improvement, relative to the best so far; in [0, 1).</param>
    /// <param name="cooldown">Epochs after a change in which nothing counts as bad, not negative.</param>
    /// <param name="minimum">The lowest factor, in [0, 1).</param>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule OnPlateau(
        double factor = 0.1,
        int patience = 10,
        string? monitor = null,
        bool? maximize = null,
        double threshold = 1e-4,
        int cooldown = 0,
        double minimum = 0,
        double warmup = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(cooldown);
        return Warm(
            new PlateauSchedule
            {
                Reduction = Setting.Fraction(factor, nameof(factor)),
                Patience = patience,
                Monitor = monitor,
                Maximize = maximize,
                Threshold = Setting.Fraction(threshold, nameof(threshold)),
                Cooldown = cooldown,
                Minimum = Setting.Fraction(minimum, nameof(minimum)),
            },
            warmup);
    }

    private static int CountUpTo(int[] ascending, long epoch)
    {
        int count = 0;
        while (count < ascending.Length && ascending[count] <= epoch)
        {
            count++;
        }

        return count;
    }
}
