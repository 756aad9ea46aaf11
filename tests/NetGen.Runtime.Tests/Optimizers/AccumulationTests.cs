using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Optimizers;

public sealed class AccumulationTests
{
    private readonly ParameterStorage<double> _storage = Storages.Vector<double>(2);
    private readonly Sgd _sgd = new(1) { AccumulationSteps = 3 };

    [Fact]
    public void Update_takes_the_mean_gradient_of_so_many_calls()
    {
        foreach (double gradient in new double[] { 3, 6, 12, 30, 30, 30 })
        {
            Gradients.Step(_sgd, _storage, (_, _) => gradient);
        }

        Assert.Equal([-37.0, -37.0], _storage.Parameters.ToArray());
        Assert.Equal((2, 0), (_sgd.Steps, _sgd.AccumulatedSteps));
    }

    [Fact]
    public void Nothing_changes_before_the_last_call()
    {
        Gradients.Step(_sgd, _storage, (_, _) => 3);
        Gradients.Step(_sgd, _storage, (_, _) => 3);

        Assert.Equal([0.0, 0.0], _storage.Parameters.ToArray());
        Assert.Equal((0, 2), (_sgd.Steps, _sgd.AccumulatedSteps));
    }

    [Fact]
    public void Flush_updates_with_what_has_come()
    {
        Gradients.Step(_sgd, _storage, (_, _) => 3);

        Assert.True(_sgd.Flush());
        Assert.Equal([-1.0, -1.0], _storage.Parameters.ToArray());
        Assert.Equal((1, 0), (_sgd.Steps, _sgd.AccumulatedSteps));
        Assert.False(_sgd.Flush());
        Assert.Equal([-1.0, -1.0], _storage.Parameters.ToArray());
    }

    [Fact]
    public void Flush_makes_transposed_weights_anew()
    {
        ParameterStorage<float> storage = Storages.Stack<float>(1, 5, 4, 3), expected = Storages.Stack<float>(1, 5, 4, 3);
        Sgd sgd = new(1) { AccumulationSteps = 2 };
        Gradients.Step(sgd, storage, (index, _) => index);
        sgd.Flush();
        expected.Parameters.CopyFrom(storage.Parameters.ToArray());

        Assert.Equal(Transposed(expected), Transposed(storage));
    }

    [Fact]
    public void Flush_before_the_first_step_does_nothing() => Assert.False(new Adam { AccumulationSteps = 2 }.Flush());

    [Fact]
    public void Gradient_gathered_before_a_parameter_was_frozen_is_dropped()
    {
        Gradients.Step(_sgd, _storage, (_, _) => 3);
        _storage.Parameters.Freeze("*");
        Gradients.Step(_sgd, _storage, (_, _) => 3);
        _storage.Parameters.Unfreeze("*");
        Gradients.Step(_sgd, _storage, (_, _) => 6);

        Assert.Equal([-2.0, -2.0], _storage.Parameters.ToArray());
    }

    [Fact]
    public void Frozen_parameter_keeps_no_gradient_from_the_round_before()
    {
        for (int call = 0; call < 3; call++)
        {
            Gradients.Step(_sgd, _storage, (_, _) => 3);
        }

        _storage.Parameters.Freeze("*");
        Gradients.Step(_sgd, _storage, (_, _) => 3);
        _storage.Parameters.Unfreeze("*");
        Gradients.Step(_sgd, _storage, (_, _) => 0);
        Gradients.Step(_sgd, _storage, (_, _) => 0);

        Assert.Equal([-3.0, -3.0], _storage.Parameters.ToArray());
    }

    private static unsafe float[] Transposed(ParameterStorage<float> storage) =>
        new ReadOnlySpan<float>((void*)storage.TransposedAddress, Panels.WeightLength<float>(4, 3)).ToArray();
}
