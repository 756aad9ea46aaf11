namespace NetGen.Fitting.Tests;

/// <summary>Gradient, then Update, is Step: the same bits.</summary>
public sealed class UpdateTests
{
    private const int Steps = 5;

    private static readonly Dictionary<string, Func<Optimizer>> Optimizers = new()
    {
        ["momentum"] = () => new Sgd(0.1, momentum: 0.9),
        ["adam"] = () => new Adam(1e-2),
        ["clipped"] = () => new AdamW(1e-2) { ClipNorm = 0.1, ClipValue = 0.05 },
        ["accumulated"] = () => new Adam(1e-2) { AccumulationSteps = 2 },
        ["grouped"] = () => new Adam(1e-2) { Groups = [new ParameterGroup("*.bias") { LearningRateFactor = 3 }] },
    };

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Update_by_the_gradient_is_a_step(string optimizer)
    {
        var (stepped, updated) = (new ClassNet(3), new ClassNet(3));

        Compare(stepped.Parameters, updated.Parameters, optimizer, 7, stepped.Step, updated.Gradient, (gradients, rule) => updated.Update(gradients, rule));
    }

    [Theory, MemberData(nameof(Names))]
    public void Update_by_the_gradient_is_a_step_where_parameters_are_frozen(string optimizer)
    {
        var (stepped, updated) = (new WideNet(3), new WideNet(3));
        _ = (stepped.Parameters.Freeze("dense2.*"), updated.Parameters.Freeze("dense2.*"));

        Compare(stepped.Parameters, updated.Parameters, optimizer, 64, stepped.Step, updated.Gradient, (gradients, rule) => updated.Update(gradients, rule));
    }

    [Fact]
    public void Update_follows_gradients_from_elsewhere()
    {
        var net = new LineNet(1);
        var data = Samples.Line(64, 1);
        var (inputs, targets) = (Inputs(data, 64), Enumerable.Range(0, 64).Select(sample => data.Target(sample)[0]).ToArray());
        var gradients = new float[net.Parameters.Length];
        var (before, adam) = (net.Loss(inputs, targets), new Adam(1e-2));

        for (var step = 0; step < 100; step++)
        {
            var outputs = net.Predict(inputs);
            net.Backward(inputs, [.. outputs.Zip(targets, (y, t) => 2 * (y - t) / 64)], gradients);
            net.Update(gradients, adam);
        }

        Assert.True(net.Loss(inputs, targets) < before / 10, $"{before} -> {net.Loss(inputs, targets)}");
    }

    [Fact]
    public void Bad_gradients_are_refused_and_change_nothing()
    {
        var net = new LineNet(1);
        var (before, bad) = (net.Parameters.ToArray(), new float[net.Parameters.Length]);
        bad[3] = float.NaN;
        var adam = new Adam(1e-2);

        Assert.Throws<ArgumentException>(() => net.Update(bad, adam));
        Assert.Throws<ArgumentException>(() => net.Update(bad.AsSpan(1), adam));
        Assert.Throws<ArgumentNullException>(() => net.Update(bad, null!));
        Assert.Equal(before, net.Parameters.ToArray());
        Assert.Equal(0, adam.Steps);
    }

    [Fact]
    public void Optimizer_of_another_network_is_refused()
    {
        var (net, other, adam) = (new LineNet(1), new LineNet(2), new Adam(1e-2));
        net.Update(new float[net.Parameters.Length], adam);

        Assert.Throws<InvalidOperationException>(() => other.Update(new float[other.Parameters.Length], adam));
    }

    private delegate float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Optimizer optimizer);

    private delegate float Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> gradients);

    private static void Compare(
        ParameterSet<float> stepped, ParameterSet<float> updated, string optimizer, int inputs, Step step, Gradient gradient, Action<float[], Optimizer> update)
    {
        var data = Samples.Classes(16, 1, inputs);
        var (values, labels) = (Inputs(data, 16), Enumerable.Range(0, 16).Select(sample => data.Target(sample)[0]).ToArray());
        var (first, second) = (Optimizers[optimizer](), Optimizers[optimizer]());
        var gradients = new float[updated.Length];
        for (var i = 0; i < Steps; i++)
        {
            var loss = step(values, labels, first);
            Assert.Equal(loss, gradient(values, labels, gradients));
            update(gradients, second);
            Assert.Equal(stepped.ToArray(), updated.ToArray());
        }
    }

    private static float[] Inputs(Dataset<float, int> data, int count) => [.. Enumerable.Range(0, count).SelectMany(sample => data.Input(sample).ToArray())];

    private static float[] Inputs(Dataset<float, float> data, int count) => [.. Enumerable.Range(0, count).SelectMany(sample => data.Input(sample).ToArray())];
}
