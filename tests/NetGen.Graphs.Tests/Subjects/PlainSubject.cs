namespace NetGen.Graphs.Tests;

/// <summary>Subjects of networks with one input, one output and one target.</summary>
internal static class PlainSubject
{
    public delegate Number[] PredictMember(ReadOnlySpan<Number> inputs);

    public delegate PredictionTrace TraceMember(ReadOnlySpan<Number> inputs);

    public delegate Number LossMember<TTarget>(ReadOnlySpan<Number> inputs, ReadOnlySpan<TTarget> targets);

    public delegate Number GradientMember<TTarget>(ReadOnlySpan<Number> inputs, ReadOnlySpan<TTarget> targets, Span<Number> gradients, Span<Number> inputGradients);

    public delegate void BackwardMember(ReadOnlySpan<Number> inputs, ReadOnlySpan<Number> outputGradients, Span<Number> gradients, Span<Number> inputGradients);

    public delegate Number StepMember<TTarget>(ReadOnlySpan<Number> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer);

    /// <typeparam name="TTarget">Labels or values.</typeparam>
    public static Subject Of<TTarget>(
        NetworkInfo info, ParameterSet<Number> parameters, INetwork network, PredictMember predict, PredictMember unfused, TraceMember trace, LossMember<TTarget> loss,
        GradientMember<TTarget> gradient, BackwardMember backward, StepMember<TTarget> step) => new(info, parameters)
        {
            InputSizes = [info.InputSize],
            OutputSizes = [info.OutputSize],
            TargetSizes = [typeof(TTarget) == typeof(int) ? -info.OutputShape[^1] : info.OutputSize],
            Predict = x => [predict(x[0])],
            Unfused = x => [unfused(x[0])],
            Trace = x => trace(x[0]),
            Loss = (x, t) => loss(x[0], Target<TTarget>(t[0])),
            Gradient = (x, t, g, gx) => gradient(x[0], Target<TTarget>(t[0]), g, gx[0]),
            Backward = (x, gy, g, gx) => backward(x[0], gy[0], g, gx[0]),
            Step = (x, t, optimizer) => step(x[0], Target<TTarget>(t[0]), optimizer),
            Save = network.Save,
            Load = network.Load,
        };

    private static TTarget[] Target<TTarget>(Number[] values) =>
        typeof(TTarget) == typeof(int) ? (TTarget[])(object)Subjects.Labels(values) : (TTarget[])(object)values;
}
