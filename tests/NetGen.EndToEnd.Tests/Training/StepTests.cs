namespace NetGen.EndToEnd.Tests.Training;

/// <summary>A step is the gradient, then the optimizer's formula: the same bits, although the two are fused.</summary>
public sealed class StepTests
{
    private const int Steps = 4;

    public static TheoryData<string> Optimizers => [.. AnyOptimizer.Names];

    [Theory, MemberData(nameof(Optimizers))]
    public void Step_is_Gradient_and_update_with_dropout(string optimizer)
    {
        var net = new SmallNet(7);
        var (inputs, labels) = (Samples.Singles(9 * 7, 1), Samples.Labels(9, 3, 2));

        Compare(net.Parameters, optimizer, gradients => net.Gradient(inputs, labels, gradients), stepped => net.Step(inputs, labels, stepped));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Step_is_Gradient_and_update_where_threads_share_the_work(string optimizer)
    {
        var net = new WideNet(8);
        var (inputs, labels) = (Samples.Singles(70 * 131, 1), Samples.Labels(70, 10, 2));

        Compare(net.Parameters, optimizer, gradients => net.Gradient(inputs, labels, gradients), stepped => net.Step(inputs, labels, stepped));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Step_is_Gradient_and_update_in_double_precision(string optimizer)
    {
        var net = new WideDoubleNet(9);
        var (inputs, targets) = (Samples.Doubles(17 * 131, 1), Samples.Parts(17 * 3, 2));

        Compare(net.Parameters, optimizer, gradients => net.Gradient(inputs, targets, gradients), stepped => net.Step(inputs, targets, stepped));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Step_is_Gradient_and_update_over_samples_of_several_rows_with_weights(string optimizer)
    {
        var net = new RowsNet(10);
        var (inputs, targets, weights) = (Samples.Singles(6 * 15, 1), Samples.Singles(6 * 3, 2), new float[] { 1, 2, 0, 0.5f, 3, 1 });

        Compare(net.Parameters, optimizer, gradients => net.Gradient(inputs, targets, weights, gradients, []), stepped => net.Step(inputs, targets, weights, stepped));
    }

    private static void Compare<T>(ParameterSet<T> parameters, string optimizer, Func<T[], T> gradient, Func<Optimizer, T> step)
        where T : unmanaged
    {
        var fused = AnyOptimizer.Create(optimizer);
        var separate = new SeparateUpdate<T>(AnyOptimizer.Create(optimizer), parameters.Length);
        var (weights, gradients) = (new T[parameters.Length], new T[parameters.Length]);
        for (var i = 0; i < Steps; i++)
        {
            parameters.CopyTo(weights);
            var loss = gradient(gradients);
            var expected = separate.Step(weights, gradients);

            Assert.Equal(loss, step(fused));

            parameters.CopyTo(weights);
            Assert.Equal(expected, weights);
        }
    }
}
