namespace NetGen.EndToEnd.Tests.PyTorch;

/// <inheritdoc />
/// <typeparam name="TTarget"><see cref="int"/> for labels, <see cref="float"/> for values; files hold both as decimals.</typeparam>
internal sealed class NetworkSubject<TTarget>(ITrainable<float, TTarget> net, Backward<TTarget> backward, WeightedBackward<TTarget> weighted)
    : Subject((ParameterSet<float>)net.Parameters)
    where TTarget : unmanaged
{
    public override float[] Predict(float[] inputs)
    {
        var outputs = new float[inputs.Length / net.Network.InputSize * net.Network.OutputSize];
        net.Predict(inputs, outputs);
        return outputs;
    }

    public override float Loss(float[] inputs, float[] targets) => net.Loss(inputs, Targets(targets));

    public override float Loss(float[] inputs, float[] targets, float[] weights) => net.Loss(inputs, Targets(targets), weights);

    public override (float Loss, float[] Gradients) Gradient(float[] inputs, float[] targets)
    {
        var gradients = Filled(Parameters.Length);
        return (net.Gradient(inputs, Targets(targets), gradients), gradients);
    }

    public override (float Loss, float[] Gradients, float[] InputGradients) Backward(float[] inputs, float[] targets, float[]? weights)
    {
        var gradients = Filled(Parameters.Length);
        var inputGradients = Filled(inputs.Length);
        var loss = weights is null
            ? backward(inputs, Targets(targets), gradients, inputGradients)
            : weighted(inputs, Targets(targets), weights, gradients, inputGradients);
        return (loss, gradients, inputGradients);
    }

    public override float Step(float[] inputs, float[] targets, Optimizer optimizer) => net.Step(inputs, Targets(targets), optimizer);

    private static TTarget[] Targets(float[] stored) =>
        typeof(TTarget) == typeof(int) ? (TTarget[])(object)Array.ConvertAll(stored, value => (int)value) : (TTarget[])(object)stored;

    /// <summary>Gradients overwrite: what was in the buffer must not matter.</summary>
    private static float[] Filled(int length)
    {
        var buffer = new float[length];
        Array.Fill(buffer, float.NaN);
        return buffer;
    }
}
