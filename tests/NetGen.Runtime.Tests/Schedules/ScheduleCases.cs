using System.Text.Json;

namespace NetGen.Tests.Schedules;

/// <summary>The cases of tests/reference/schedules.py: the same schedules here, and the rates that PyTorch computed.</summary>
internal static class ScheduleCases
{
    public const int Steps = 50;

    public const int StepsPerEpoch = 5;

    /// <summary>By name, from the share of the warm-up.</summary>
    public static IReadOnlyDictionary<string, Func<double, Schedule>> All { get; } = new Dictionary<string, Func<double, Schedule>>
    {
        ["constant"] = warmup => Schedule.Constant(warmup),
        ["step"] = warmup => Schedule.Step(2, 0.3, warmup),
        ["multistep"] = warmup => Schedule.MultiStep([2, 3, 7], 0.4, warmup),
        ["exponential"] = warmup => Schedule.Exponential(0.8, warmup),
        ["cosine"] = warmup => Schedule.Cosine(warmup),
        ["cosine-minimum"] = warmup => Schedule.Cosine(warmup, 0.05),
        ["linear"] = warmup => Schedule.Linear(0.1, warmup),
        ["polynomial"] = warmup => Schedule.Polynomial(2, warmup),
        ["onecycle"] = warmup => Schedule.OneCycle().WithWarmup((int)(warmup * Steps)),
        ["onecycle-linear"] = warmup => Schedule.OneCycle(0.45, 0.1, 0.002, linear: true).WithWarmup((int)(warmup * Steps)),
        ["custom"] = warmup => Schedule.Custom((step, _) => 1.0 / (1 + step), warmup: warmup),
        ["plateau"] = warmup => Schedule.OnPlateau(0.5, 2, warmup: warmup),
        ["plateau-cooldown"] = warmup => Schedule.OnPlateau(0.3, 1, cooldown: 3, minimum: 0.05, threshold: 0.02, warmup: warmup),
        ["plateau-maximize"] = warmup => Schedule.OnPlateau(0.7, 3, maximize: true, warmup: warmup),
    };

    /// <summary>What the plateau watches.</summary>
    public static double Metric(int step) => step == 20 ? double.NaN : 8 - (step / 7 / 8.0) + (3 * step % 5 / 64.0);

    /// <summary>The factors of all steps; a plateau is told its number after each.</summary>
    public static double[] Factors(Schedule schedule)
    {
        var factors = new double[Steps];
        for (int step = 0; step < Steps; step++)
        {
            factors[step] = schedule.Factor(step, Steps, StepsPerEpoch);
            schedule.EndEpoch(Metric(step), schedule.Watches?.Maximize ?? false);
        }

        return factors;
    }

    public static double[] Reference(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path()));
        return [.. document.RootElement.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
    }

    private static string Path([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "schedules.json");
}
