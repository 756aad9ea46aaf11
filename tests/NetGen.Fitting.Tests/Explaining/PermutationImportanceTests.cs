namespace NetGen.Fitting.Tests.Explaining;

public sealed class PermutationImportanceTests
{
    // Answers 2 x₀ - x₃, whatever the rest is.
    private readonly LinearNet _net = Answering(2, 0, 0, -1, 0, 0);

    private readonly Dataset<float, float> _data;

    public PermutationImportanceTests()
    {
        var inputs = Values.Of(6 * 500, 31);
        _data = Dataset.From(inputs, Enumerable.Range(0, 500).SelectMany(sample => Enumerable.Repeat((2 * inputs[sample * 6]) - inputs[(sample * 6) + 3], 3)).ToArray(), 6);
    }

    [Fact]
    public void Inputs_without_use_have_no_importance_and_others_that_of_their_weights()
    {
        var found = Explain.PermutationImportance(_net, _data, new PermutationImportanceOptions { Repeats = 20 });

        // With targets that the network answers exactly, the loss becomes w² E(x - x′)² = 2 w² Var(x), and inputs in [-1, 1) have the variance 1/3.
        Assert.Equal(0, found.Score, 1e-9);
        Assert.Equal(8.0 / 3, found.All[0].Mean, 0.3);
        Assert.Equal(2.0 / 3, found.All[3].Mean, 0.1);
        Assert.All(new[] { 1, 2, 4, 5 }, input => Assert.Equal(0, found.All[input].Mean));
        Assert.All(new[] { 0, 3 }, input => Assert.InRange(found.All[input].Deviation, 0.001, 0.3));
        Assert.Equal(["input 0", "input 3"], found.Ranked.Take(2).Select(importance => importance.Name));
    }

    [Fact]
    public void Metrics_that_fall_as_the_network_gets_worse_count_the_other_way()
    {
        var found = Explain.PermutationImportance(_net, _data, new PermutationImportanceOptions { Metric = "r2" });

        Assert.Equal(1, found.Score, 1e-6);
        Assert.Equal(1.6, found.All[0].Mean, 0.2);
        Assert.Equal(0.4, found.All[3].Mean, 0.1);
    }

    [Fact]
    public void Inputs_of_a_group_move_together()
    {
        // Two inputs that cancel: permuted together they still do.
        var net = Answering(0, 1, -1, 0, 0, 0);
        var inputs = Values.Of(6 * 200, 32);
        for (var sample = 0; sample < 200; sample++)
        {
            inputs[(sample * 6) + 2] = inputs[(sample * 6) + 1];
        }

        var data = Dataset.From(inputs, new float[600], 6);
        var found = Explain.PermutationImportance(net, data, new PermutationImportanceOptions { Groups = [new("both", 1, 2), new("one", 1), new("other", 2)] });

        Assert.Equal(["both", "one", "other"], found.All.Select(importance => importance.Name));
        Assert.Equal(0, found.All[0].Mean, 1e-9);
        Assert.True(found.All[1].Mean > 0.3 && found.All[2].Mean > 0.3, found.ToString());
    }

    [Fact]
    public void Same_seed_gives_the_same_importances_and_the_set_stays()
    {
        var before = _data.Input(7).ToArray();
        double[] Means(ulong seed) => [.. Explain.PermutationImportance(_net, _data, new PermutationImportanceOptions { Seed = seed }).All.Select(importance => importance.Mean)];

        Assert.Equal(Means(4), Means(4));
        Assert.NotEqual(Means(5), Means(4));
        Assert.Equal(before, _data.Input(7).ToArray());
    }

    [Fact]
    public void Labels_are_measured_by_what_Evaluate_measures()
    {
        var net = new ClassNet(1);
        var data = Samples.Classes(300, 1);
        net.Fit(data, new FitOptions { Epochs = 30, Optimizer = new Adam(1e-2) });

        var found = Explain.PermutationImportance(net, data.Take(200), new PermutationImportanceOptions { Metric = "accuracy" });

        Assert.Equal(net.Evaluate(data.Take(200)).Accuracy!.Value, found.Score);
        Assert.All(found.All, importance => Assert.InRange(importance.Mean, 0.01, 0.9));
    }

    [Fact]
    public void Progress_reaches_one_and_cancellation_ends_it()
    {
        var last = 0.0;
        Explain.PermutationImportance(_net, _data, new PermutationImportanceOptions { Progress = new Direct(part => last = part) });

        Assert.Equal(1, last, 1e-9);
        Assert.Throws<OperationCanceledException>(() => Explain.PermutationImportance(_net, _data, new PermutationImportanceOptions { CancellationToken = new(canceled: true) }));
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        void Refused(PermutationImportanceOptions options, string because) =>
            Assert.Contains(because, Assert.Throws<ArgumentException>(() => Explain.PermutationImportance(_net, _data, options)).Message, StringComparison.Ordinal);

        Refused(new() { Metric = "accuracy" }, "'accuracy' is not measured on LinearNet");
        Refused(new() { Metric = "speed" }, "'speed' is not measured");
        Refused(new() { Groups = [] }, "is empty");
        Refused(new() { Groups = [new("a")] }, "Group 'a' is empty");
        Refused(new() { Groups = [new("a", 1, 1)] }, "names an input twice");
        Refused(new() { Groups = [new("a", 1, 6)] }, "names input 6");
        Assert.Throws<ArgumentException>(() => Explain.PermutationImportance(new LineNet(1), Samples.Line(10, 1).Take(5), new PermutationImportanceOptions { Groups = [new("a", 7)] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PermutationImportanceOptions { Repeats = 0 });
    }

    private static LinearNet Answering(params float[] weights)
    {
        var net = new LinearNet(1);
        net.Parameters["dense1.weight"].CopyFrom([.. weights, .. weights, .. weights]);
        net.Parameters["dense1.bias"].CopyFrom(new float[3]);
        return net;
    }

    private sealed class Direct(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
