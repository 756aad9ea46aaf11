namespace NetGen.Graphs.Tests;

/// <summary>Subjects of networks with two inputs and one output.</summary>
internal static class PairSubject
{
    public delegate Number[] PredictMember(ReadOnlySpan<Number> first, ReadOnlySpan<Number> second);

    public delegate PredictionTrace TraceMember(ReadOnlySpan<Number> first, ReadOnlySpan<Number> second);

    public delegate Number LossMember(ReadOnlySpan<Number> first, ReadOnlySpan<Number> second, ReadOnlySpan<Number> targets);

    public delegate Number GradientMember(
        ReadOnlySpan<Number> first, ReadOnlySpan<Number> second, ReadOnlySpan<Number> targets, Span<Number> gradients, Span<Number> firstGradients, Span<Number> secondGradients);

    public delegate void BackwardMember(
        ReadOnlySpan<Number> first, ReadOnlySpan<Number> second, ReadOnlySpan<Number> outputGradients, Span<Number> gradients, Span<Number> firstGradients, Span<Number> secondGradients);

    public delegate Number StepMember(ReadOnlySpan<Number> first, ReadOnlySpan<Number> second, ReadOnlySpan<Number> targets, Optimizer optimizer);

    public static Subject Of(
        NetworkInfo info, ParameterSet<Number> parameters, INetwork network, int[] inputSizes, PredictMember predict, PredictMember unfused, TraceMember trace, LossMember loss,
        GradientMember gradient, BackwardMember backward, StepMember step) => new(info, parameters)
        {
            InputSizes = inputSizes,
            OutputSizes = [info.OutputSize],
            TargetSizes = [info.OutputSize],
            Predict = x => [predict(x[0], x[1])],
            Unfused = x => [unfused(x[0], x[1])],
            Trace = x => trace(x[0], x[1]),
            Loss = (x, t) => loss(x[0], x[1], t[0]),
            Gradient = (x, t, g, gx) => gradient(x[0], x[1], t[0], g, gx[0], gx[1]),
            Backward = (x, gy, g, gx) => backward(x[0], x[1], gy[0], g, gx[0], gx[1]),
            Step = (x, t, optimizer) => step(x[0], x[1], t[0], optimizer),
            Save = network.Save,
            Load = network.Load,
        };
}
