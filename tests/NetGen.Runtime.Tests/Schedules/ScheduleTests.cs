namespace NetGen.Tests.Schedules;

public sealed class ScheduleTests
{
    public static TheoryData<string> Cases() => [.. ScheduleCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fifty_steps_are_PyTorchs(string name) => AssertClose(name, 0);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fifty_steps_after_a_warm_up_are_PyTorchs(string name) => AssertClose(name + "-warm", 0.1);

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_schedule_serves_two_trainings(string name)
    {
        Schedule schedule = ScheduleCases.All[name](0.1);
        double[] first = ScheduleCases.Factors(schedule);
        schedule.Reset();
        Assert.Equal(first, ScheduleCases.Factors(schedule));
    }

    [Fact]
    public void Warm_up_of_so_many_steps_replaces_the_share()
    {
        double[] share = ScheduleCases.Factors(Schedule.Cosine(warmup: 0.1));

        Assert.Equal(share, ScheduleCases.Factors(Schedule.Cosine().WithWarmup(5)));
        Assert.Equal(share, ScheduleCases.Factors(Schedule.Cosine(warmup: 0.5).WithWarmup(5)));
        Assert.Equal(ScheduleCases.Factors(Schedule.Cosine()), ScheduleCases.Factors(Schedule.Cosine(warmup: 0.5).WithWarmup(0)));
    }

    [Fact]
    public void Warm_up_longer_than_the_training_only_rises()
    {
        Schedule schedule = Schedule.Linear().WithWarmup(99);

        Assert.Equal([0.01, 0.02, 0.03], Enumerable.Range(0, 3).Select(step => schedule.Factor(step, 3, 1)));
    }

    [Fact]
    public void Every_schedule_is_defined_for_a_training_of_one_step()
    {
        foreach (Func<double, Schedule> make in ScheduleCases.All.Values)
        {
            Assert.InRange(make(0.5).Factor(0, 1, 1), 0, 1);
        }
    }

    [Fact]
    public void Steps_past_the_end_keep_the_last_factor()
    {
        Assert.Equal(0.25, Schedule.Cosine(minimum: 0.25).Factor(70, 50, 5), 1e-15);
        Assert.Equal(0.1, Schedule.Linear(0.1).Factor(70, 50, 5), 1e-15);
        Assert.Equal(0, Schedule.Polynomial().Factor(70, 50, 5));
        Assert.Equal(1.0 / 250_000, Schedule.OneCycle().Factor(70, 50, 5), 1e-15);
    }

    [Fact]
    public void Description_tells_schedules_apart()
    {
        Assert.Equal("Cosine(minimum 0.05), warm-up 0.1", Schedule.Cosine(0.1, 0.05).Describe());
        Assert.Equal("MultiStep(after epochs 2 7, factor 0.1), warm-up of 30 steps", Schedule.MultiStep([7, 2]).WithWarmup(30).ToString());
        Assert.Equal(
            "OnPlateau(factor 0.1, patience 10, watching validation_f1, maximize by name, threshold 0.0001, cooldown 0, minimum 0)",
            Schedule.OnPlateau(monitor: "validation_f1").Describe());
        string[] all = [.. ScheduleCases.All.Values.Select(make => make(0).Describe()), .. ScheduleCases.All.Values.Select(make => make(0.1).Describe())];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Func<Schedule>[] wrong =
        [
            () => Schedule.Constant(1), () => Schedule.Cosine(-0.1), () => Schedule.Cosine(minimum: 1), () => Schedule.Step(0), () => Schedule.Step(1, -1),
            () => Schedule.MultiStep([1, 0]), () => Schedule.Exponential(double.NaN), () => Schedule.Linear(-1), () => Schedule.Polynomial(-1),
            () => Schedule.OneCycle(rise: 1), () => Schedule.OneCycle(startFactor: -1), () => Schedule.OneCycle(endFactor: double.NaN),
            () => Schedule.OnPlateau(1), () => Schedule.OnPlateau(patience: -1), () => Schedule.OnPlateau(threshold: 1), () => Schedule.OnPlateau(cooldown: -1),
            () => Schedule.OnPlateau(minimum: -1), () => Schedule.Constant().WithWarmup(-1),
        ];

        Assert.All(wrong, make => Assert.Throws<ArgumentOutOfRangeException>(make));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Constant().Factor(0, 0, 1));
    }

    [Fact]
    public void Function_that_gives_no_factor_is_named()
    {
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => Schedule.Custom((_, _) => -1, "wave").Factor(3, 9, 3));

        Assert.Equal("The schedule 'wave' must give finite factors that are not negative, but gave -1 for step 3.", refusal.Message);
    }

    private static void AssertClose(string name, double warmup)
    {
        double[] expected = ScheduleCases.Reference(name), found = ScheduleCases.Factors(ScheduleCases.All[name.Replace("-warm", "", StringComparison.Ordinal)](warmup));
        for (int step = 0; step < ScheduleCases.Steps; step++)
        {
            Assert.True(Math.Abs(expected[step] - found[step]) <= 1e-13, $"{name}, step {step}: PyTorch {expected[step]}, here {found[step]}");
        }
    }
}
