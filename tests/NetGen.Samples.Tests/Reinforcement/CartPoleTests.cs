using Reinforcement;

namespace NetGen.Samples.Tests;

public sealed class CartPoleTests
{
    private readonly CartPole _game = new(new Random(1));

    // Computed apart from this program, in double precision: the two equations of motion,
    //   (M + m) x'' + m l cos θ θ'' = F + m l θ'² sin θ   and   cos θ x'' + 4/3 l θ'' = g sin θ,
    // solved as a linear system at each step, with M = 1, m = 0.1, l = 0.5, g = 9.8, F = ±10 and steps of 0.02 s by Euler's method.
    [Theory]
    [InlineData(new[] { 0.01, -0.02, 0.03, -0.04 }, "1", new[] { 0.009600000000000001, 0.17467919574755522, 0.0292, -0.32306871796000813 })]
    [InlineData(new[] { 0.01, -0.02, 0.03, -0.04 }, "0", new[] { 0.009600000000000001, -0.2155390171027894, 0.0292, 0.26199522377603923 })]
    [InlineData(new[] { 0.01, -0.02, 0.03, -0.04 }, "1001110100", new[] { 0.032990218196323, -0.022734986035086113, -0.011773021220865616, 0.020349917456688515 })]
    [InlineData(new[] { -1.5, 0.8, -0.15, 1.2 }, "001", new[] { -1.4635832147628847, 0.6098371639948282, -0.06329744058689804, 1.371683024335356 })]
    [InlineData(new[] { 2.0, -1.0, 0.2, -2.5 }, "1101", new[] { 1.9354191140434123, -0.6139475775292114, -0.01685606235877788, -2.9301974715124794 })]
    public void Motion_follows_the_published_equations(double[] start, string actions, double[] expected)
    {
        _game.Reset(start[0], start[1], start[2], start[3]);
        foreach (var action in actions)
        {
            Assert.Equal(1, _game.Step(action - '0'));
        }

        Assert.All(State().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void Pole_that_is_always_pushed_falls_in_the_ninth_step()
    {
        _game.Reset(0, 0, 0, 0);
        var steps = 0;
        for (; !_game.IsOver; steps++)
        {
            _game.Step(1);
        }

        Assert.Equal(9, steps);
        Assert.True(_game.HasFailed);
    }

    [Theory]
    [InlineData(2.41, 0)]
    [InlineData(-2.41, 0)]
    [InlineData(0, 0.2095)]
    [InlineData(0, -0.2095)]
    public void Cart_off_the_track_and_fallen_pole_end_the_episode(double position, double angle)
    {
        _game.Reset(position, 0, angle, 0);
        Assert.True(_game.HasFailed);

        _game.Reset(0.99 * position, 0, 0.99 * angle, 0);
        Assert.False(_game.IsOver);
    }

    [Fact]
    public void Standing_pole_ends_the_episode_after_200_steps()
    {
        _game.Reset(0, 0, 0, 0);
        var steps = 0;
        for (; !_game.IsOver; steps++)
        {
            // Pushing towards the side to which the pole falls keeps it up.
            var state = State();
            _game.Step(state[2] + (0.5 * state[3]) + (0.05 * state[0]) + (0.1 * state[1]) > 0 ? 1 : 0);
        }

        Assert.Equal(200, steps);
        Assert.False(_game.HasFailed);
    }

    [Fact]
    public void Beginnings_lie_near_the_upright_pole_and_differ()
    {
        var states = Enumerable.Range(0, 100).Select(_ =>
        {
            _game.Reset();
            return State();
        }).ToArray();

        Assert.All(states.SelectMany(state => state), number => Assert.InRange(number, -0.05, 0.05));
        Assert.Equal(100, states.DistinctBy(state => state[0]).Count());
    }

    private double[] State()
    {
        var state = new float[CartPole.StateSize];
        _game.Observe(state);
        return [.. state.Select(number => (double)number)];
    }
}
