using Tuning;

namespace NetGen.Samples.Tests;

/// <summary>Searches with networks: small ones, few images, so that a search takes a second.</summary>
public sealed class TrialTrainingTests : IDisposable
{
    private static readonly Dataset<float, int> Learn = GeneratedDigits.Create(300, 100).Train;
    private static readonly Dataset<float, int> Held = GeneratedDigits.Create(300, 100).Test;

    private readonly TemporaryFolder _folder = new();
    private readonly SearchPlan _plan = SearchPlan.Halving(9, 9);
    private readonly SearchSpace _space = new() { Choices = [.. Architectures.All.Where(choice => choice.Width <= 64)] };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Search_has_the_same_bits_with_one_trial_at_a_time_and_with_two()
    {
        Assert.True(Run("one", 1, CancellationToken.None));
        Assert.True(Run("two", 2, CancellationToken.None));

        Assert.Equal(Record("one"), Record("two"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(17)]
    public void Search_cancelled_within_its_trainings_ends_with_the_same_bits(int epochs)
    {
        Run("whole", 1, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();

        Assert.False(Run("stopped", 2, cancellation.Token, new CancelAfter(epochs, cancellation)));
        Assert.True(Run("stopped", 2, CancellationToken.None));

        Assert.Equal(Record("whole"), Record("stopped"));
    }

    [Fact]
    public void Only_the_winner_keeps_its_checkpoint_and_has_the_network_that_was_measured()
    {
        Run("search", 2, CancellationToken.None);
        using var record = Open("search");
        var best = record.Standings.Ranking()[0];

        var folder = Assert.Single(Directory.GetDirectories(_folder.File("search")));
        Assert.Single(Directory.GetFiles(folder, "*.safetensors"));
        var net = new TrialTraining(_folder.File("search"), Learn, Held).Restore(_space.Draw(3, best.Trial), _plan.Rungs[^1].Epochs);
        Assert.Equal(best.Loss, net.Evaluate(Held).Loss);
        Assert.Equal(best.Accuracy, net.Evaluate(Held).Accuracy);
    }

    [Fact]
    public void Diverging_trial_is_a_result_with_its_reason()
    {
        var trial = _space.Draw(3, 0) with { LearningRate = 1e30 };

        var result = new TrialTraining(_folder.Path, Learn, Held).Train(trial, 0, 3, _ => { }, CancellationToken.None);

        Assert.Contains("loss", result!.Failure, StringComparison.Ordinal);
        Assert.True(double.IsNaN(result.Loss));
    }

    [Fact]
    public void Trial_that_goes_on_equals_one_that_was_trained_at_once()
    {
        var trial = _space.Draw(3, 1);
        var (steps, once) = (new TrialTraining(_folder.File("steps"), Learn, Held), new TrialTraining(_folder.File("once"), Learn, Held));
        steps.Train(trial, 0, 1, _ => { }, CancellationToken.None);
        steps.Train(trial, 1, 3, _ => { }, CancellationToken.None);

        Assert.Equal(once.Train(trial, 2, 9, _ => { }, CancellationToken.None), steps.Train(trial, 2, 9, _ => { }, CancellationToken.None));
    }

    private bool Run(string name, int parallel, CancellationToken cancellation, ISearchView? view = null)
    {
        using var record = Open(name);
        var trials = _plan.Trials.ToDictionary(number => number, number => _space.Draw(3, number));
        return new Search(_plan, trials, record, new TrialTraining(_folder.File(name), Learn, Held), view ?? new PlainLines(_plan, trials, TextWriter.Null)).Run(parallel, cancellation);
    }

    private SearchRecord Open(string name) => new(_folder.File(name), _plan, new() { ["seed"] = "3" });

    private string Record(string name) => File.ReadAllText(_folder.File($"{name}/search.json"));

    /// <summary>Cancels while a training goes on: at the end of one of its epochs.</summary>
    private sealed class CancelAfter(int epochs, CancellationTokenSource cancellation) : ISearchView
    {
        private int _left = epochs;

        public bool Watch(Func<bool> search) => search();

        public void Started(int rung, int trial)
        {
        }

        public void Measured(int trial, EpochResult epoch)
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                cancellation.Cancel();
            }
        }

        public void Ended(RungResult result)
        {
        }

        public void Settled(int rung, IReadOnlyList<int> goOn)
        {
        }
    }
}
