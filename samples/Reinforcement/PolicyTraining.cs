namespace Reinforcement;

/// <summary>Plays and learns until the task is solved.</summary>
internal sealed class PolicyTraining
{
    /// <summary>Solved is a mean return of so much …</summary>
    public const double Goal = 195;

    /// <summary>… over so many episodes one after the other.</summary>
    public const int Window = 100;

    private const int EpisodesPerUpdate = 4;

    private readonly Agent _agent;
    private readonly Random _random;
    private readonly CartPole _game;
    private readonly List<double> _returns = [];

    public PolicyTraining(ulong seed)
    {
        _agent = new Agent(seed);
        _random = new Random(unchecked((int)(seed ^ (seed >> 32))));
        _game = new CartPole(_random);
    }

    /// <summary>The return of each episode so far.</summary>
    public IReadOnlyList<double> Returns => _returns;

    /// <summary>The mean of the last episodes, as many as count.</summary>
    public double Mean => _returns.Count == 0 ? 0 : _returns.TakeLast(Window).Average();

    /// <summary>Whether the task is solved.</summary>
    public bool IsSolved => _returns.Count >= Window && Mean >= Goal;

    /// <summary>Learns from a few more episodes.</summary>
    public void Advance()
    {
        Episode[] episodes = [.. Enumerable.Range(0, EpisodesPerUpdate).Select(_ => _agent.Play(_game, _random))];
        _returns.AddRange(episodes.Select(episode => episode.Return));
        _agent.Learn(episodes);
    }

    /// <summary>The returns of episodes in which the most probable action is taken and nothing is learned.</summary>
    /// <param name="count">How many.</param>
    public double[] Test(int count) => [.. Enumerable.Range(0, count).Select(_ => _agent.Play(_game, random: null).Return)];
}
