using System.Globalization;

namespace NetGen;

// Schedules that change with every step, over what the warm-up leaves of the training.
public abstract partial class Schedule
{
    /// <summary>
    /// Half a cosine from the whole learning rate down to a part of it, at the end of the training. Loshchilov and Hutter 2016;
    /// <c>torch.optim.lr_scheduler.CosineAnnealingLR</c>.
    /// </summary>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <param name="minimum">The factor at the end, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Cosine(double warmup = 0, double minimum = 0)
    {
        Setting.Fraction(minimum, nameof(minimum));
        return Warm(
            new ClosedSchedule(
                string.Create(CultureInfo.InvariantCulture, $"Cosine(minimum {minimum})"),
                (step, steps, _) => OneCycleFormula.Cosine(1, minimum, Part(step, steps))),
            warmup);
    }

    /// <summary>A straight line from the whole learning rate to a factor of it, at the end of the training. <c>torch.optim.lr_scheduler.LinearLR</c>.</summary>
    /// <param name="end">The factor at the end, finite and not negative.</param>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Linear(double end = 0, double warmup = 0)
    {
        Setting.NotNegative(end, nameof(end));
        return Warm(
            new ClosedSchedule(
                string.Create(CultureInfo.InvariantCulture, $"Linear(end {end})"), (step, steps, _) => OneCycleFormula.Linear(1, end, Part(step, steps))),
            warmup);
    }

    /// <summary>A power of what is left of the training, <c>(1 - t / T)ᵖ</c>. <c>torch.optim.lr_scheduler.PolynomialLR</c>.</summary>
    /// <param name="power">p, finite and not negative; 1 is <see cref="Linear"/>.</param>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Polynomial(double power = 2, double warmup = 0)
    {
        Setting.NotNegative(power, nameof(power));
        return Warm(
            new ClosedSchedule(
                string.Create(CultureInfo.InvariantCulture, $"Polynomial(power {power})"), (step, steps, _) => Math.Pow(1 - Part(step, steps), power)),
            warmup);
    }

    /// <summary>
    /// Up to the learning rate of the optimizer, which is the maximum, and down to almost nothing at the last step. Smith and Topin 2018;
    /// <c>torch.optim.lr_scheduler.OneCycleLR</c> without its cycle of momentum.
    /// </summary>
    /// <param name="rise">The share of the steps on the way up, in [0, 1).</param>
    /// <param name="startFactor">The factor of the first step, finite and not negative.</param>
    /// <param name="endFactor">The factor of the last step, finite and not negative; PyTorch's default is the start's divided by 10 000.</param>
    /// <param name="linear">Whether the ways are straight lines instead of half cosines.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule OneCycle(double rise = 0.3, double startFactor = 1.0 / 25, double endFactor = 1.0 / 250_000, bool linear = false)
    {
        Setting.Fraction(rise, nameof(rise));
        Setting.NotNegative(startFactor, nameof(startFactor));
        Setting.NotNegative(endFactor, nameof(endFactor));
        OneCycleFormula formula = new(rise, startFactor, endFactor, linear);
        return new ClosedSchedule(
            string.Create(CultureInfo.InvariantCulture, $"OneCycle(rise {rise}, start {startFactor}, end {endFactor}, {(linear ? "linear" : "cosine")})"),
            (step, steps, _) => formula.Factor(step, steps));
    }

    /// <summary>Any function of the step. <c>torch.optim.lr_scheduler.LambdaLR</c>.</summary>
    /// <param name="factor">
    /// The factor from the step, counted from 0 after the warm-up, and the number of steps after it; finite and not negative. The same arguments must give the
    /// same factor, or a resumed training differs from an uninterrupted one.
    /// </param>
    /// <param name="name">What a checkpoint recognises the function by.</param>
    /// <param name="warmup">The share of all steps that the warm-up takes, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of its range.</exception>
    public static Schedule Custom(Func<long, long, double> factor, string name = "custom", double warmup = 0)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Warm(new ClosedSchedule($"Custom({name})", (step, steps, _) => Check(factor(step, steps), step, name)), warmup);
    }

    /// <summary>How much of the schedule is done; the whole after its end.</summary>
    private static double Part(long step, long steps) => (double)Math.Min(step, steps) / steps;

    private static double Check(double factor, long step, string name) => double.IsFinite(factor) && factor >= 0
        ? factor
        : throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"The schedule '{name}' must give finite factors that are not negative, but gave {factor} for step {step}."));
}
