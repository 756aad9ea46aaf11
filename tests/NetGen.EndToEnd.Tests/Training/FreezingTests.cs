namespace NetGen.EndToEnd.Tests.Training;

public sealed class FreezingTests
{
    private readonly FrozenNet _net = new(3);
    private readonly float[] _inputs = Samples.Singles(9 * 7, 1);
    private readonly int[] _labels = Samples.Labels(9, 3, 2);
    private readonly Adam _optimizer = new(0.01);

    [Fact]
    public void Parameters_of_a_layer_declared_frozen_stay_and_have_no_gradient()
    {
        AssertMoves(trunk: false, head: true);
        AssertGradients(trunk: false, head: true);
    }

    [Fact]
    public void Parameters_are_unfrozen_and_frozen_at_run_time_by_pattern()
    {
        Assert.Equal(2, _net.Parameters.Unfreeze("trunk.*"));
        AssertMoves(trunk: true, head: true);
        AssertGradients(trunk: true, head: true);

        Assert.Equal(2, _net.Parameters.Freeze("head.*"));
        AssertMoves(trunk: true, head: false);
        AssertGradients(trunk: true, head: false);

        Assert.Equal(4, _net.Parameters.Freeze("*"));
        AssertMoves(trunk: false, head: false);
        AssertGradients(trunk: false, head: false);
    }

    [Fact]
    public void Gradients_by_inputs_pass_through_frozen_layers()
    {
        var (frozen, free) = (new float[_inputs.Length], new float[_inputs.Length]);
        _net.Gradient(_inputs, _labels, new float[_net.Parameters.Length], frozen);
        _net.Parameters.Unfreeze("*");
        _net.Gradient(_inputs, _labels, new float[_net.Parameters.Length], free);

        Assert.Contains(frozen, value => value != 0);
        Assert.Equal(free, frozen);
    }

    private void AssertMoves(bool trunk, bool head)
    {
        var before = _net.Parameters.ToDictionary(parameter => parameter.Name, parameter => _net.Parameters[parameter.Name].ToArray());
        for (var i = 0; i < 3; i++)
        {
            _net.Step(_inputs, _labels, _optimizer);
        }

        foreach (var (name, values) in before)
        {
            var moves = name.StartsWith("trunk", StringComparison.Ordinal) ? trunk : head;
            Assert.Equal(moves, !values.SequenceEqual(_net.Parameters[name].ToArray()));
        }
    }

    private void AssertGradients(bool trunk, bool head)
    {
        var gradients = new float[_net.Parameters.Length];
        Array.Fill(gradients, float.NaN);
        _net.Gradient(_inputs, _labels, gradients);
        foreach (var parameter in _net.Parameters)
        {
            var moves = parameter.Name.StartsWith("trunk", StringComparison.Ordinal) ? trunk : head;
            Assert.Equal(moves, gradients.AsSpan(parameter.Offset, parameter.Length).ContainsAnyExcept(0f));
        }
    }
}
