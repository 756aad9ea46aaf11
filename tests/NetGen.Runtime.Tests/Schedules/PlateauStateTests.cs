namespace NetGen.Tests.Schedules;

public sealed class PlateauStateTests
{
    [Fact]
    public void State_put_back_goes_on_with_the_same_factors()
    {
        Schedule whole = Schedule.OnPlateau(0.3, 1, cooldown: 3), resumed = Schedule.OnPlateau(0.3, 1, cooldown: 3);
        for (int epoch = 0; epoch < 40; epoch++)
        {
            whole.EndEpoch(ScheduleCases.Metric(epoch), maximize: false);
            resumed.EndEpoch(ScheduleCases.Metric(epoch), maximize: false);
            Schedule next = Schedule.OnPlateau(0.3, 1, cooldown: 3);
            next.RestoreState(resumed.SaveState()!);
            resumed = next;
            Assert.Equal(whole.Factor(epoch, 40, 1), resumed.Factor(epoch, 40, 1));
        }

        Assert.Equal(whole.SaveState(), resumed.SaveState());
    }

    [Fact]
    public void State_before_the_first_epoch_can_be_put_back()
    {
        Schedule schedule = Schedule.OnPlateau();
        schedule.RestoreState(schedule.SaveState()!);

        Assert.Equal("none 0 0 0", schedule.SaveState());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2 3")]
    [InlineData("x 0 0 0")]
    [InlineData("1 -1 0 0")]
    [InlineData("1 0 0 9999999999")]
    public void Damaged_state_is_refused_and_changes_nothing(string state)
    {
        Schedule schedule = Schedule.OnPlateau(patience: 0);
        schedule.EndEpoch(0.5, maximize: false);
        string? before = schedule.SaveState();

        Assert.Throws<InvalidDataException>(() => schedule.RestoreState(state));
        Assert.Equal(before, schedule.SaveState());
    }
}
