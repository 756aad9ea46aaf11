using NetGen;

namespace Reinforcement;

/// <summary>
/// Learns a policy by REINFORCE with a baseline: Williams 1992, "Simple statistical gradient-following algorithms for connectionist reinforcement learning"; Sutton
/// and Barto 2018, section 13.4.
/// </summary>
internal sealed class Agent(ulong seed)
{
    private const double Discount = 0.99;

    // The value network answers in parts of this, the largest sum of rewards there can be.
    private const double LargestReturn = 1 / (1 - Discount);

    private readonly PolicyNet _policy = new(seed);
    private readonly ValueNet _value = new(seed + 1);
    private readonly Adam _policyOptimizer = new(1e-2);
    private readonly Adam _valueOptimizer = new(1e-2);
    private readonly float[] _gradients = new float[PolicyNet.Info.ParameterCount];

    /// <summary>Plays an episode, choosing actions with their probabilities or, without random numbers, the most probable ones.</summary>
    public Episode Play(CartPole game, Random? random)
    {
        var episode = new Episode();
        Span<float> state = stackalloc float[CartPole.StateSize];
        Span<float> probabilities = stackalloc float[CartPole.Actions];
        game.Reset();
        while (!game.IsOver)
        {
            game.Observe(state);
            _policy.Predict(state, probabilities);
            var action = (random?.NextDouble() ?? 0.5) < probabilities[0] ? 0 : 1;
            episode.States.AddRange(state);
            episode.Actions.Add(action);
            episode.Rewards.Add(game.Step(action));
        }

        if (!game.HasFailed)
        {
            game.Observe(state);
            episode.Next = state.ToArray();
        }

        return episode;
    }

    /// <summary>Makes actions more probable after which more was earned than was expected, and others less; then learns to expect what was earned.</summary>
    public void Learn(IReadOnlyList<Episode> episodes)
    {
        float[] states = [.. episodes.SelectMany(episode => episode.States)];
        int[] actions = [.. episodes.SelectMany(episode => episode.Actions)];
        float[] returns = [.. episodes.SelectMany(Returns)];
        ImprovePolicy(states, actions, Advantages(returns, _value.Predict(states)));
        for (var pass = 0; pass < 10; pass++)
        {
            _value.Step(states, returns, _valueOptimizer);
        }
    }

    // The loss is −1/n Σ A log π(a | s). Predict gives π, so the gradient by its output a is −A / (n π(a | s)), and 0 by the others.
    private void ImprovePolicy(float[] states, int[] actions, double[] advantages)
    {
        var probabilities = _policy.Predict(states);
        var outputGradients = new float[probabilities.Length];
        for (var step = 0; step < actions.Length; step++)
        {
            var chosen = (step * CartPole.Actions) + actions[step];
            outputGradients[chosen] = (float)(-advantages[step] / (actions.Length * Math.Max(probabilities[chosen], 1e-6)));
        }

        _policy.Backward(states, outputGradients, _gradients);
        _policy.Update(_gradients, _policyOptimizer);
    }

    // In units of their deviation, so that one learning rate suits the clumsy and the skilled.
    private static double[] Advantages(float[] returns, float[] expected)
    {
        double[] advantages = [.. returns.Zip(expected, (earned, before) => (double)earned - before)];
        var mean = advantages.Average();
        var deviation = Math.Sqrt(advantages.Average(advantage => (advantage - mean) * (advantage - mean)));
        return [.. advantages.Select(advantage => (advantage - mean) / (deviation + 1e-6))];
    }

    private IEnumerable<float> Returns(Episode episode)
    {
        var after = episode.Next.Length == 0 ? 0 : _value.Predict(episode.Next)[0] * LargestReturn;
        return episode.Returns(Discount, after).Select(earned => (float)(earned / LargestReturn));
    }
}
