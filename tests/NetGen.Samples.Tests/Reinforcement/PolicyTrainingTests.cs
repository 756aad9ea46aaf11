using Reinforcement;

namespace NetGen.Samples.Tests;

public sealed class PolicyTrainingTests
{
    [Fact]
    public void Pole_is_balanced_after_a_few_hundred_episodes()
    {
        var training = new PolicyTraining(seed: 1);
        var before = training.Test(50).Average();
        while (!training.IsSolved && training.Returns.Count < 1500)
        {
            training.Advance();
        }

        Assert.True(training.IsSolved, $"{training.Returns.Count} episodes, mean {training.Mean}");
        Assert.True(training.Mean >= 195 && training.Returns.Count >= 100);
        Assert.True(training.Test(50).Average() > 190 && before < 100, $"{before} steps before");
    }

    [Fact]
    public void Same_seed_plays_the_same_episodes()
    {
        double[] Returns(ulong seed)
        {
            var training = new PolicyTraining(seed);
            for (var update = 0; update < 5; update++)
            {
                training.Advance();
            }

            return [.. training.Returns];
        }

        Assert.Equal(Returns(3), Returns(3));
        Assert.NotEqual(Returns(4), Returns(3));
    }

    [Fact]
    public void Returns_are_discounted_sums_of_the_rewards_to_come()
    {
        var episode = new Episode();
        episode.Rewards.AddRange([1, 1, 1]);

        Assert.Equal([1.75, 1.5, 1], episode.Returns(0.5, after: 0));
        Assert.Equal([2.75, 3.5, 5], episode.Returns(0.5, after: 8));
    }
}
