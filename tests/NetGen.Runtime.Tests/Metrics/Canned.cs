namespace NetGen.Runtime.Tests.Metrics;

/// <summary>A network whose predictions are its inputs, as float, and whose loss is 1: what is measured is given.</summary>
internal sealed class Canned<TInput, TTarget>(string loss, int outputs, int targets) : ITrainable<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public static NetworkInfo Info => throw new NotSupportedException("A fake has an instance's description only.");

    public NetworkInfo Network { get; } = new("Canned", Precision.Single, [outputs], [outputs], targets, loss, [], 0, 0);

    public BufferSet Buffers => throw new NotSupportedException();

    public ModelMetadata Metadata => throw new NotSupportedException();

    public RandomState Random => throw new NotSupportedException();

    public ParameterSet Parameters => throw new NotSupportedException();

    public void Predict(ReadOnlySpan<TInput> inputs, Span<float> outputs)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            outputs[i] = Convert.ToSingle(inputs[i], System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public float Loss(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets) => 1;

    public float Loss(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights) => throw new NotSupportedException();

    public float Gradient(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients) => throw new NotSupportedException();

    public float Step(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer) => throw new NotSupportedException();

    public float Step(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer) => throw new NotSupportedException();

    public void Save(string path) => throw new NotSupportedException();

    public void Load(string path) => throw new NotSupportedException();

    public void Load(string path, string pattern) => throw new NotSupportedException();
}
