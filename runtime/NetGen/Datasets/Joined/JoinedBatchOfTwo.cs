namespace NetGen;

/// <summary>Some samples with two inputs each, their values one after another. The spans are valid until the enumerator moves on: buffers are used again.</summary>
/// <typeparam name="TFirst">The type of the first inputs.</typeparam>
/// <typeparam name="TSecond">The type of the second inputs.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
public readonly struct JoinedBatch<TFirst, TSecond, TTarget>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TTarget : unmanaged
{
    private readonly Batch<TFirst, TTarget> _first;
    private readonly Batch<TSecond, TTarget> _second;

    internal JoinedBatch(Batch<TFirst, TTarget> first, Batch<TSecond, TTarget> second)
    {
        _first = first;
        _second = second;
    }

    /// <summary>How many samples the batch has.</summary>
    public int Count => _first.Count;

    /// <summary>The first inputs, sample after sample.</summary>
    public ReadOnlySpan<TFirst> First => _first.Inputs;

    /// <summary>The second inputs, sample after sample.</summary>
    public ReadOnlySpan<TSecond> Second => _second.Inputs;

    /// <summary>The targets, sample after sample.</summary>
    public ReadOnlySpan<TTarget> Targets => _first.Targets;
}
