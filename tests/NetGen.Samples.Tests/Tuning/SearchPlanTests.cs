using Tuning;

namespace NetGen.Samples.Tests;

public sealed class SearchPlanTests
{
    [Fact]
    public void Halving_lets_a_third_go_on_for_three_times_as_long()
    {
        Assert.Equal([new(27, 1), new(9, 3), new(3, 9), new(1, 27)], SearchPlan.Halving(27, 27).Rungs);
        Assert.Equal([new(20, 1), new(6, 3), new(2, 10)], SearchPlan.Halving(20, 10).Rungs);
    }

    [Fact]
    public void Halving_ends_when_epochs_or_trials_are_used_up()
    {
        Assert.Equal([new(81, 1), new(27, 3), new(9, 9)], SearchPlan.Halving(81, 9).Rungs);
        Assert.Equal([new(9, 3), new(3, 9), new(1, 27)], SearchPlan.Halving(9, 27).Rungs);
        Assert.Equal([new(2, 5)], SearchPlan.Halving(2, 5).Rungs);
        Assert.Equal([new(1, 1)], SearchPlan.Halving(1, 1).Rungs);
    }

    [Fact]
    public void Budget_counts_only_the_epochs_that_a_rung_adds()
    {
        Assert.Equal(27 + (9 * 2) + (3 * 6) + 18, SearchPlan.Halving(27, 27).Budget);
    }

    [Fact]
    public void Random_search_has_the_same_budget_and_other_trials()
    {
        var halving = SearchPlan.Halving(27, 27);

        var random = SearchPlan.RandomLike(halving);

        Assert.Equal(halving.Budget, random.Budget);
        Assert.Equal([new(3, 27)], random.Rungs);
        Assert.Empty(halving.Trials.Intersect(random.Trials));
    }
}
