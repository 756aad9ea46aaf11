using Tuning;

namespace NetGen.Samples.Tests;

public sealed class StandingsTests
{
    private readonly SearchPlan _plan = SearchPlan.Halving(9, 9);

    [Fact]
    public void Eliminated_trials_are_the_worst()
    {
        var standings = new Standings(_plan, Losses(0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.8, 0.6, 0.4));

        Assert.Equal([1, 5, 3], standings.Entering(1));
        Assert.Equal([0, 2, 4, 6, 7, 8], standings.EndingWith(0));
    }

    [Fact]
    public void Rung_waits_for_all_results_of_the_one_below()
    {
        var standings = new Standings(_plan, Losses(0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.8, 0.6));

        Assert.False(standings.IsComplete(0));
        Assert.Empty(standings.Entering(1));
        Assert.False(standings.AreFinal);
    }

    [Fact]
    public void Failed_trials_do_not_go_on_though_places_stay_free()
    {
        var standings = new Standings(_plan, Losses(double.NaN, 0.1, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0.2, double.NaN));

        Assert.Equal([1, 7], standings.Entering(1));
    }

    [Fact]
    public void Search_is_over_when_all_have_failed()
    {
        var standings = new Standings(_plan, Losses([.. Enumerable.Repeat(double.NaN, 9)]));

        Assert.True(standings.AreFinal);
        Assert.Empty(standings.Entering(_plan.Rungs.Count));
        Assert.All(standings.Ranking(), result => Assert.NotNull(result.Failure));
    }

    [Fact]
    public void Equal_losses_go_by_number()
    {
        Assert.Equal([0, 1, 2], new Standings(_plan, Losses([.. Enumerable.Repeat(0.5, 9)])).Entering(1));
    }

    [Fact]
    public void Ranking_goes_by_rung_then_loss_and_ends_with_failures()
    {
        RungResult[] results =
        [
            .. Losses(0.5, 0.1, double.NaN, 0.3, 0.7, 0.2, 0.8, 0.6, 0.4),
            new(1, 1, 0.09, 0.9), new(1, 5, double.NaN, double.NaN, "diverged"), new(1, 3, 0.05, 0.9),
        ];

        Assert.Equal([3, 1, 8, 0, 7, 4, 6, 5, 2], new Standings(_plan, results).Ranking().Select(result => result.Trial));
    }

    private static IEnumerable<RungResult> Losses(params double[] losses) =>
        losses.Select((loss, trial) => new RungResult(0, trial, loss, 1 - loss, double.IsNaN(loss) ? "diverged" : null));
}
