namespace NetGen.EndToEnd.Tests.Gradients;

/// <summary>The weighted <c>net.Gradient</c>, of which the others are special cases.</summary>
internal delegate double Gradient<TTarget>(
    ReadOnlySpan<double> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<double> sampleWeights, Span<double> gradients, Span<double> inputGradients);

/// <summary><c>net.Loss</c> with weights.</summary>
internal delegate double Loss<TTarget>(ReadOnlySpan<double> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<double> sampleWeights);

/// <summary><c>net.Backward</c>.</summary>
internal delegate void Backward(
    ReadOnlySpan<double> inputs, ReadOnlySpan<double> outputGradients, Span<double> gradients, Span<double> inputGradients);

/// <summary><c>net.Predict</c>.</summary>
internal delegate double[] Predict(ReadOnlySpan<double> inputs);

/// <summary>A network in double precision behind arrays, so that every test is written once, whatever the target type.</summary>
internal abstract class Subject(NetworkInfo info, ParameterSet<double> parameters, Backward backward, Predict predict)
{
    public NetworkInfo Info => info;

    public ParameterSet<double> Parameters => parameters;

    /// <summary>The loss in training mode, and its gradients by parameters and inputs.</summary>
    public abstract double Gradient(Batch batch, double[] gradients, double[] inputGradients);

    /// <summary>The loss in evaluation mode.</summary>
    public abstract double Loss(Batch batch);

    public double[] Predict(double[] inputs) => predict(inputs);

    public void Backward(double[] inputs, double[] outputGradients, double[] gradients, double[] inputGradients) =>
        backward(inputs, outputGradients, gradients, inputGradients);
}

/// <inheritdoc />
/// <typeparam name="TTarget"><see cref="int"/> for labels, <see cref="double"/> for values; a batch holds both as numbers.</typeparam>
internal sealed class Subject<TTarget>(
    NetworkInfo info, ParameterSet<double> parameters, Gradient<TTarget> gradient, Loss<TTarget> loss, Backward backward, Predict predict)
    : Subject(info, parameters, backward, predict)
{
    public override double Gradient(Batch batch, double[] gradients, double[] inputGradients) =>
        gradient(batch.Inputs, Targets(batch), batch.Weights, gradients, inputGradients);

    public override double Loss(Batch batch) => loss(batch.Inputs, Targets(batch), batch.Weights);

    private static TTarget[] Targets(Batch batch) =>
        typeof(TTarget) == typeof(int) ? (TTarget[])(object)Array.ConvertAll(batch.Targets, value => (int)value) : (TTarget[])(object)batch.Targets;
}
