namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary><c>net.Gradient(inputs, targets, gradients, inputGradients)</c>, which no interface has.</summary>
internal delegate float Backward<TTarget>(
    ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients, Span<float> inputGradients);

/// <summary><c>net.Gradient(inputs, targets, sampleWeights, gradients, inputGradients)</c>, which no interface has.</summary>
internal delegate float WeightedBackward<TTarget>(
    ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights, Span<float> gradients, Span<float> inputGradients);

/// <summary>A network under test behind arrays, so that every test is written once, whatever the network and its target type.</summary>
internal abstract class Subject(ParameterSet<float> parameters)
{
    public ParameterSet<float> Parameters => parameters;

    public abstract float[] Predict(float[] inputs);

    public abstract float Loss(float[] inputs, float[] targets);

    public abstract float Loss(float[] inputs, float[] targets, float[] weights);

    /// <summary>The overload without input gradients.</summary>
    public abstract (float Loss, float[] Gradients) Gradient(float[] inputs, float[] targets);

    public abstract (float Loss, float[] Gradients, float[] InputGradients) Backward(float[] inputs, float[] targets, float[]? weights);

    public abstract float Step(float[] inputs, float[] targets, Optimizer optimizer);
}
