using System.Numerics;

namespace NetGen.Runtime;

/// <summary>What a network with several inputs, outputs or losses computes, on the processor or on a device: a span for each of them.</summary>
internal interface IPartsNetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public void Predict(SpanList<T> inputs, WritableSpanList<T> outputs);

    public T Loss(SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights);

    public T Gradient(SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights, Span<T> gradients, WritableSpanList<T> inputGradients);

    public T Step(SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights, Optimizer optimizer);

    public void InputGradient(SpanList<T> inputs, SpanList<T> outputGradients, WritableSpanList<T> inputGradients);
}
