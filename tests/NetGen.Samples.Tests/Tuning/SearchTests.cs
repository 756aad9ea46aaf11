using Tuning;

namespace NetGen.Samples.Tests;

public sealed class SearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SearchPlan _plan = SearchPlan.Halving(27, 9);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Record_is_the_same_however_many_trials_run_at_once(int parallel)
    {
        Assert.True(Run("one", new InventedTraining(), 1));
        Assert.True(Run("many", new InventedTraining(), parallel));

        Assert.Equal(Record("one"), Record("many"));
    }

    [Fact]
    public void Interrupted_after_any_number_of_results_it_ends_with_the_same_record()
    {
        var whole = new InventedTraining();
        Run("whole", whole, 1);
        for (var results = 0; results < whole.Trained.Count; results += 4)
        {
            var name = $"interrupted-{results}";
            Assert.False(Run(name, new InventedTraining { InterruptAfter = results }, 2));

            var rest = new InventedTraining();
            Assert.True(Run(name, rest, 2));

            Assert.Equal(Record("whole"), Record(name));
            Assert.Equal(whole.Trained.Count - results, rest.Trained.Count);
        }
    }

    [Fact]
    public void Complete_search_trains_nothing_more()
    {
        Run("search", new InventedTraining(), 2);
        var again = new InventedTraining();

        Assert.True(Run("search", again, 2));

        Assert.Empty(again.Trained);
    }

    [Fact]
    public void All_but_the_winner_are_discarded()
    {
        var training = new InventedTraining();

        Run("search", training, 2);

        var winner = Assert.Single(training.GoneOn[^1]);
        Assert.Equal(_plan.Trials.Except([winner]), training.Discarded.Order());
    }

    [Fact]
    public void Trials_that_go_on_have_lower_losses_than_those_that_do_not()
    {
        Run("search", new InventedTraining(), 2);
        using var record = Open("search");
        var first = record.Results.Where(result => result.Rung == 0).ToList();
        var goOn = record.Standings.Entering(1);

        Assert.Equal(9, goOn.Count);
        Assert.True(
            first.Where(result => goOn.Contains(result.Trial)).Max(result => result.Loss)
            < first.Where(result => result.Failure is null && !goOn.Contains(result.Trial)).Min(result => result.Loss));
    }

    [Fact]
    public void Failed_trial_is_recorded_with_its_reason_and_trained_no_further()
    {
        var training = new InventedTraining();
        Run("search", training, 2);
        using var record = Open("search");

        Assert.All(record.Results.Where(result => InventedTraining.Fails(result.Trial)), result => Assert.Equal("diverged", result.Failure));
        Assert.DoesNotContain(training.Trained, step => step.Rung > 0 && InventedTraining.Fails(step.Trial));
    }

    private bool Run(string name, InventedTraining training, int parallel)
    {
        using var record = Open(name);
        var space = new SearchSpace();
        var trials = _plan.Trials.ToDictionary(number => number, number => space.Draw(5, number));
        return new Search(_plan, trials, record, training, training).Run(parallel, training.Interruption.Token);
    }

    private SearchRecord Open(string name) => new(_folder.File(name), _plan, new() { ["seed"] = "5" });

    private string Record(string name) => File.ReadAllText(_folder.File($"{name}/search.json"));
}
