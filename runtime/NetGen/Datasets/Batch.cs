namespace NetGen;

/// <summary>
/// Some samples, their values one after another. The spans are valid until the enumerator moves on: buffers are used again.
/// </summary>
/// <typeparam name="TInput">The type of the inputs.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
public readonly struct Batch<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly ReadOnlyMemory<TInput> _inputs;
    private readonly ReadOnlyMemory<TTarget> _targets;

    internal Batch(ReadOnlyMemory<TInput> inputs, ReadOnlyMemory<TTarget> targets, int count)
    {
        _inputs = inputs;
        _targets = targets;
        Count = count;
    }

    /// <summary>How many samples the batch has.</summary>
    public int Count { get; }

    /// <summary>The inputs, sample after sample: <c>Count · InputSize</c> values.</summary>
    public ReadOnlySpan<TInput> Inputs => _inputs.Span;

    /// <summary>The targets, sample after sample: <c>Count · TargetSize</c> values.</summary>
    public ReadOnlySpan<TTarget> Targets => _targets.Span;
}
