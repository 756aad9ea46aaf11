namespace Reinforcement;

/// <summary>What happened from a beginning to the end.</summary>
internal sealed class Episode
{
    /// <summary>The states in which something was done, one after the other.</summary>
    public List<float> States { get; } = new(CartPole.MostSteps * CartPole.StateSize);

    /// <summary>What was done in each.</summary>
    public List<int> Actions { get; } = new(CartPole.MostSteps);

    /// <summary>The reward of each step.</summary>
    public List<double> Rewards { get; } = new(CartPole.MostSteps);

    /// <summary>The state after the last step, if it went on there; empty where the pole had fallen.</summary>
    public float[] Next { get; set; } = [];

    /// <summary>The sum of all rewards.</summary>
    public double Return => Rewards.Sum();

    /// <summary>The discounted sum of the rewards from each step on: <c>G_t = r_t + γ G_{t+1}</c>.</summary>
    /// <param name="discount">γ.</param>
    /// <param name="after">G after the last step: 0, or an estimate where the episode was merely cut off.</param>
    public double[] Returns(double discount, double after)
    {
        var returns = new double[Rewards.Count];
        for (var step = returns.Length - 1; step >= 0; step--)
        {
            after = Rewards[step] + (discount * after);
            returns[step] = after;
        }

        return returns;
    }
}
