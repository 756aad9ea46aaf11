using Tuning;

namespace NetGen.Samples.Tests;

public sealed class SearchSpaceTests
{
    private readonly SearchSpace _space = new();

    [Fact]
    public void Trial_depends_on_seed_and_number_alone()
    {
        var ascending = Enumerable.Range(0, 50).Select(number => _space.Draw(7, number)).ToList();
        var descending = Enumerable.Range(0, 50).Reverse().Select(number => new SearchSpace().Draw(7, number)).Reverse();

        Assert.Equal(ascending, descending);
        Assert.NotEqual(ascending[3] with { Number = 4 }, ascending[4]);
        Assert.NotEqual(ascending[3], _space.Draw(8, 3));
    }

    [Fact]
    public void Settings_stay_within_their_ranges_and_reach_all_choices()
    {
        var trials = Enumerable.Range(0, 500).Select(number => _space.Draw(1, number)).ToList();

        Assert.All(trials, trial => Assert.InRange(trial.LearningRate, _space.LowestRate, _space.HighestRate));
        Assert.All(trials, trial => Assert.InRange(trial.WeightDecay, _space.LowestDecay, _space.HighestDecay));
        Assert.Equal(_space.Choices.Count, trials.Select(trial => trial.Architecture).Distinct().Count());
        Assert.Equal(_space.BatchSizes.Count, trials.Select(trial => trial.BatchSize).Distinct().Count());
        Assert.Equal(trials.Count, trials.Select(trial => trial.Seed).Distinct().Count());
    }

    [Fact]
    public void Learning_rates_are_uniform_in_their_order_of_magnitude()
    {
        var middle = Math.Sqrt(_space.LowestRate * _space.HighestRate);

        var below = Enumerable.Range(0, 1000).Count(number => _space.Draw(1, number).LearningRate < middle);

        // Binomial: 500 ± 16; four standard deviations either way.
        Assert.InRange(below, 436, 564);
    }

    [Fact]
    public void Architectures_are_what_their_lines_say()
    {
        Assert.All(Architectures.All, choice =>
        {
            Assert.Equal((choice.Width * (784 + 1)) + (10 * (choice.Width + 1)), choice.Create(1).Parameters.Length);
            Assert.Equal(choice.Dropout > 0 ? [$"Dropout({choice.Dropout})"] : [], choice.Info.Layers.Where(layer => layer.Kind == "Dropout").Select(layer => layer.Description));
            Assert.Equal($"Net{choice.Width}{(choice.Dropout > 0 ? $"Drop{100 * choice.Dropout:0}" : "")}", choice.Info.Name);
        });
    }
}
