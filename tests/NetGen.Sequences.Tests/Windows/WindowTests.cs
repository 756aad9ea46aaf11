namespace NetGen.Sequences.Tests.Windows;

/// <summary>Windows of long sequences: states go from one to the next, and gradients do not.</summary>
public sealed class WindowTests
{
    private const int Samples = 2, Length = 3, Features = 2, Count = 5;

    [Fact]
    public void Lstm_is_trained_across_windows_as_by_PyTorch_with_detached_states()
    {
        var net = new LstmWindowNet(1);
        var (state, optimizer) = (net.NewState(Samples), new Adam(0.05));
        Agree(net.Parameters, [0.189778954, 0.123137695, 0.145607362, 0.149064767, 0.128805825], (x, y) => net.Step(x, y, optimizer, state));
    }

    [Fact]
    public void Gru_of_two_layers_is_trained_across_windows_as_by_PyTorch()
    {
        var net = new GruWindowNet(1);
        var (state, optimizer) = (net.NewState(Samples), new Adam(0.05));
        Agree(net.Parameters, [0.124548614, 0.131024054, 0.118440989, 0.126753065, 0.130044671], (x, y) => net.Step(x, y, optimizer, state));
    }

    [Fact]
    public void Rnn_is_trained_across_windows_as_by_PyTorch()
    {
        var net = new RnnWindowNet(1);
        var (state, optimizer) = (net.NewState(Samples), new Adam(0.05));
        Agree(net.Parameters, [0.356196886, 0.228433983, 0.144787122, 0.115602057, 0.138632776], (x, y) => net.Step(x, y, optimizer, state));
    }

    [Fact]
    public void Two_windows_say_what_one_of_twice_the_length_says()
    {
        var (net, whole) = (new TokenWindowNet(1), new TokenWholeNet(2));
        whole.Parameters.CopyFrom(net.Parameters);
        int[] first = [1, 2, 0, 3, 5, 0, 0, 0], second = [4, 4, 1, 0, 0, 2, 1, 0];
        var state = net.NewState(2);
        float[] before = new float[24], after = new float[24];

        net.Predict(first, before, state);
        net.Predict(second, after, state);

        var expected = whole.Predict([.. first[..4], .. second[..4], .. first[4..], .. second[4..]]);
        Close([.. expected[..12], .. expected[24..36]], before);
        Close([.. expected[12..24], .. expected[36..]], after);
    }

    [Fact]
    public void Without_a_state_and_after_a_reset_windows_begin_at_zero()
    {
        var net = new TokenWindowNet(1);
        int[] tokens = [1, 2, 4, 3, 5, 1, 1, 2];
        var state = net.NewState(2);
        float[] first = new float[24], later = new float[24], again = new float[24];

        net.Predict(tokens, first, state);
        net.Predict(tokens, later, state);
        state.Reset(1);
        net.Predict(tokens, again, state);

        Close(net.Predict(tokens), first);
        Assert.NotEqual(first, later);
        Assert.NotEqual(first[..12], again[..12]);
        Close(first[12..], again[12..]);
        state.Reset();
        net.Predict(tokens, again, state);
        Close(first, again);
    }

    [Fact]
    public void Gradient_is_that_of_the_loss_with_given_states_and_leaves_them()
    {
        var net = new LstmWindowNet(4);
        var (x, y, state) = (Values(7, Samples * Length * Features), Values(3, Samples * Length), net.NewState(Samples));
        state.CopyFrom(Values(1, Samples * state.Size));
        var (gradients, unread, before) = (new double[net.Parameters.Length], new double[net.Parameters.Length], new double[Samples * state.Size]);

        var loss = net.Gradient(x, y, gradients, state);

        state.CopyTo(before);
        Assert.Equal(Values(1, Samples * state.Size), before);
        foreach (var parameter in net.Parameters)
        {
            var values = parameter.ToArray();
            for (var i = 0; i < values.Length; i += 5)
            {
                const double Distance = 1e-5;
                var kept = values[i];
                values[i] = kept + Distance;
                parameter.CopyFrom(values);
                var above = net.Gradient(x, y, unread, state);
                values[i] = kept - Distance;
                parameter.CopyFrom(values);
                var below = net.Gradient(x, y, unread, state);
                values[i] = kept;
                parameter.CopyFrom(values);
                Assert.Equal((above - below) / (2 * Distance), gradients[parameter.Offset + i], 1e-7);
            }
        }

        Assert.Equal(loss, net.Gradient(x, y, unread, state));
    }

    [Fact]
    public void States_of_another_number_of_samples_or_another_network_are_refused()
    {
        var net = new TokenWindowNet(1);
        var (tokens, outputs) = (new int[8], new float[24]);

        Assert.Contains("The states are those of 3 sequences, but the batch has 2 samples", Assert.Throws<ArgumentException>(() => net.Predict(tokens, outputs, net.NewState(3))).Message, StringComparison.Ordinal);
        Assert.Contains("are not those of RnnWindowNet", Assert.Throws<ArgumentException>(() => new RnnWindowNet(1).Predict(new double[6], new double[3], new LstmWindowNet(1).NewState(1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => net.NewState(0));
    }

    [Fact]
    public void Steps_on_windows_allocate_nothing()
    {
        var net = new TokenWindowNet(1);
        var (state, optimizer) = (net.NewState(2), new Adam(0.01));
        int[] tokens = [1, 2, 0, 3, 5, 0, 0, 0], labels = [0, 1, 2, 0, 1, 2, 0, 1];
        for (var i = 0; i < 50; i++)
        {
            net.Step(tokens, labels, optimizer, state);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            net.Step(tokens, labels, optimizer, state);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private delegate double WindowStep(double[] inputs, double[] targets);

    /// <summary>Against losses of tests/reference/windows.py.</summary>
    private static void Agree(ParameterSet<double> parameters, double[] losses, WindowStep step)
    {
        parameters.CopyFrom(Values(0, parameters.Length));
        var (inputs, targets) = (Values(7, Count * Samples * Length * Features), Values(3, Count * Samples * Length));
        for (var window = 0; window < Count; window++)
        {
            const int Inputs = Samples * Length * Features, Targets = Samples * Length;
            Assert.Equal(losses[window], step(inputs[(window * Inputs)..((window + 1) * Inputs)], targets[(window * Targets)..((window + 1) * Targets)]), 2e-9);
        }
    }

    private static double[] Values(int start, int count) => [.. Enumerable.Range(start, count).Select(i => 0.5 * Math.Sin(i))];

    private static void Close(float[] expected, float[] found) => Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
}
