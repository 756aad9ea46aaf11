namespace NetGen.Fitting.Tests.Explaining;

public sealed class InputGradientTests
{
    [Fact]
    public void Input_gradient_of_a_linear_network_is_its_weights()
    {
        var net = new LinearNet(1);
        var weights = net.Parameters["dense1.weight"].ToArray();

        for (var output = 0; output < 3; output++)
        {
            var gradient = net.InputGradient(Values.Of(12, 1), output);

            Assert.Equal([.. weights[(output * 6)..((output * 6) + 6)], .. weights[(output * 6)..((output * 6) + 6)]], gradient);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(600)]
    [InlineData(1300)]
    public void Input_gradient_is_that_of_Backward(int batch)
    {
        var net = new BatchNet(2);
        var (inputs, seed) = (Values.Of(batch * 64, 1), Values.Of(batch * 5, 2));
        var (gradients, expected, found) = (new float[net.Parameters.Length], new float[inputs.Length], new float[inputs.Length]);

        net.Backward(inputs, seed, gradients, expected);
        net.InputGradient(inputs, seed, found);

        Assert.True(Values.Error(found, expected) < 1e-6);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1300)]
    public void Input_gradient_of_a_graph_is_that_of_Backward(int batch)
    {
        var net = new MixingNet(2);
        var (inputs, seed) = (Values.Of(batch * 6, 1), Values.Of(batch * 3, 2));
        var (gradients, expected, found) = (new float[net.Parameters.Length], new float[inputs.Length], new float[inputs.Length]);

        net.InputGradient(inputs, seed, found);
        net.Backward(inputs, seed, gradients, expected);

        Assert.True(Values.Error(found, expected) < 1e-6);
    }

    [Fact]
    public void Input_gradient_in_double_precision_agrees_with_central_differences()
    {
        var net = new DoubleNet(3);
        var inputs = Values.Doubles(14, 4);

        for (var output = 0; output < 3; output++)
        {
            var differences = Enumerable.Range(0, 14).Select(i => Difference(net, inputs, i, output));

            Assert.True(Values.Error(net.InputGradient(inputs, output), differences) < 1e-8);
        }
    }

    [Fact]
    public void Input_gradient_follows_the_parameters()
    {
        var net = new BatchNet(2);
        var inputs = Values.Of(128, 1);
        _ = net.InputGradient(inputs, 0);

        foreach (var parameter in net.Parameters)
        {
            parameter.CopyFrom(Values.Of(parameter.Length, parameter.Offset, 0.3f));
        }

        var fresh = new BatchNet(9);
        foreach (var parameter in net.Parameters)
        {
            fresh.Parameters[parameter.Name].CopyFrom(((Parameter<float>)parameter).ToArray());
        }

        Assert.Equal(fresh.InputGradient(inputs, 3), net.InputGradient(inputs, 3));
    }

    [Fact]
    public void Input_gradient_follows_training_and_leaves_it_as_it_is()
    {
        var (net, other) = (new ClassNet(5), new ClassNet(5));
        var data = Samples.Classes(20, 1);
        var (adam, otherAdam) = (new Adam(0.1), new Adam(0.1));
        foreach (var batch in data.Batches(5))
        {
            var loss = net.Step(batch.Inputs, batch.Targets, adam);
            var before = net.InputGradient(batch.Inputs, 1);

            Assert.Equal(loss, other.Step(batch.Inputs, batch.Targets, otherAdam));
            Assert.Equal(before, net.InputGradient(batch.Inputs, 1));
        }

        Assert.Equal(other.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Network_in_double_precision_explains_in_single()
    {
        var net = new DoubleNet(3);
        var (inputs, weights) = (Values.Of(14, 4), Values.Of(6, 5));
        var (outputs, gradients, exact) = (new float[6], new float[14], new double[14]);
        IExplainable explainable = net;

        explainable.Predict(inputs, outputs);
        explainable.InputGradient(inputs, weights, gradients);
        net.InputGradient([.. inputs.Select(value => (double)value)], [.. weights.Select(value => (double)value)], exact);

        Assert.Equal(net.Predict([.. inputs.Select(value => (double)value)]).Select(value => (float)value), outputs);
        Assert.Equal(exact.Select(value => (float)value), gradients);
        Assert.Same(DoubleNet.Info, explainable.Network);
    }

    [Fact]
    public void Empty_batch_has_an_empty_gradient() => Assert.Empty(new LinearNet(1).InputGradient([], 0));

    [Fact]
    public void Wrong_sizes_are_refused()
    {
        var net = new LinearNet(1);
        var six = Values.Of(6, 1);

        Assert.Contains("outputs 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => net.InputGradient(six, 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => net.InputGradient(six, -1));
        Assert.Throws<ArgumentException>(() => net.InputGradient(Values.Of(7, 1), 0));
        Assert.Throws<ArgumentException>(() => net.InputGradient(six, Values.Of(4, 1), new float[6]));
        Assert.Throws<ArgumentException>(() => net.InputGradient(six, Values.Of(3, 1), new float[5]));
        Assert.Throws<ArgumentException>(() => net.InputGradient(six, [1, float.NaN, 0], new float[6]));
    }

    private static double Difference(DoubleNet net, double[] inputs, int i, int output)
    {
        const double step = 1e-6;
        double[] low = [.. inputs], high = [.. inputs];
        (low[i], high[i]) = (inputs[i] - step, inputs[i] + step);
        var at = (i / 7 * 3) + output;
        return (net.Predict(high)[at] - net.Predict(low)[at]) / (2 * step);
    }
}

[Collection(nameof(Alone))]
public sealed class InputGradientAllocationTests
{
    [Fact]
    public void Input_gradient_and_update_allocate_nothing_after_the_first_call()
    {
        var net = new SmoothNet(1);
        var (inputs, weights, gradients, all, adam) = (Values.Of(60, 1), Values.Of(20, 2), new float[60], Values.Of(SmoothNet.Info.ParameterCount, 3), new Adam(1e-3));
        void Run()
        {
            net.InputGradient(inputs, weights, gradients);
            net.Update(all, adam);
        }

        Run();
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Run();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
