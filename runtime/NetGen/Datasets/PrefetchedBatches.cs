namespace NetGen;

/// <summary>
/// Batches that a background thread brings together ahead of the consumer, in buffers that are used again and again; or the consumer itself, where no processor
/// is left for another thread: it would only take turns with the threads that compute, which wait for each other.
/// </summary>
internal abstract class PrefetchedBatches<TInput, TTarget> : BatchStream<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>
    /// A slab holds as many whole batches as have about this many input values, so that handing it over (some microseconds)
    /// costs little per batch even when a training step takes no longer than that.
    /// </summary>
    private const int SlabInputs = 1 << 15;

    /// <summary>Parts of a slab on which the threads of a training work at once: rows lie anywhere in memory, so one thread alone mostly waits.</summary>
    protected const int Parts = 8;

    private readonly BatchPlan<TInput, TTarget> _plan;
    private readonly int _rowsPerSlab;
    private readonly bool _ahead;
    private readonly Augmenter<TInput, TTarget>? _augmenter;
    private PrefetchRing<Slab>? _ring;
    private Slab? _own;
    private bool _begun;
    private int _fillEpoch;
    private int _fillSample;
    private Slab? _current;

    protected PrefetchedBatches(BatchPlan<TInput, TTarget> plan, BatchPosition from, bool ahead, CancellationToken cancellation)
        : base(plan, from, cancellation)
    {
        _plan = plan;
        _ahead = ahead;
        Cancellation = cancellation;
        long perBatch = (long)plan.BatchSize * plan.Set.InputSize;
        _rowsPerSlab = Math.Min(
            plan.BatchSize * (int)Math.Max(1, Math.Min(SlabInputs / perBatch, plan.BatchesPerEpoch)),
            plan.SamplesPerEpoch);

        _augmenter = plan.Augmentation is { } augmentation
            ? new(plan.Set, augmentation, plan.AugmentationSeed!.Value, plan.BatchSize, ahead ? 1 : Parts)
            : null;

        // Filling starts with the whole slab in which the first batch lies.
        _fillEpoch = from.Epoch;
        _fillSample = (int)Math.Min((long)from.Batch * plan.BatchSize, plan.SamplesPerEpoch) / _rowsPerSlab * _rowsPerSlab;
    }

    /// <summary>Ends the stream; a long filling looks at it, too.</summary>
    protected CancellationToken Cancellation { get; }

    protected override Batch<TInput, TTarget> Read(int firstSample, int count)
    {
        // Slabs hold whole batches of one epoch, so that a batch never straddles two.
        int offset = firstSample % _rowsPerSlab;
        if (offset == 0 || _current is null)
        {
            _current = Next();
        }

        int inputSize = _plan.Set.InputSize, targetSize = _plan.Set.TargetSize;
        return new(
            _current!.Inputs.AsMemory(offset * inputSize, count * inputSize),
            _current.Targets.AsMemory(offset * targetSize, count * targetSize),
            count);
    }

    /// <summary>Runs on the filling thread: an epoch begins, at its first sample or, in a stream opened within an epoch, at a later one.</summary>
    protected abstract void BeginEpoch(int epoch, int firstSample);

    /// <summary>Runs on the filling thread: fills a whole number of samples, which follow those of the last call.</summary>
    protected abstract void Fill(int firstSample, Memory<TInput> inputs, Memory<TTarget> targets);

    /// <summary>Runs on the filling thread: the samples of an epoch have all been filled.</summary>
    protected virtual void EndEpoch()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _ring?.Dispose();
        base.Dispose(disposing);
    }

    private Slab? Next()
    {
        // Not in the constructor: what a derived class fills from must be there first.
        if (_ahead)
        {
            // One slab is read, one is filled, one evens out the difference.
            _ring ??= new PrefetchRing<Slab>([NewSlab(), NewSlab(), NewSlab()], FillNext);
            return _ring.Take(Cancellation);
        }

        _own ??= NewSlab();
        return FillNext(_own) ? _own : null;
    }

    private Slab NewSlab() => new(new TInput[checked(_rowsPerSlab * _plan.Set.InputSize)], new TTarget[checked(_rowsPerSlab * _plan.Set.TargetSize)]);

    /// <summary>Runs on the filling thread.</summary>
    private bool FillNext(Slab slab)
    {
        if (_fillSample >= _plan.SamplesPerEpoch)
        {
            _fillEpoch++;
            _fillSample = 0;
            _begun = false;
        }

        if (_fillEpoch >= _plan.Epochs)
        {
            return false;
        }

        if (!_begun)
        {
            BeginEpoch(_fillEpoch, _fillSample);
            _begun = true;
        }

        int count = Math.Min(_rowsPerSlab, _plan.SamplesPerEpoch - _fillSample);
        var (inputs, targets) = (slab.Inputs.AsMemory(0, count * _plan.Set.InputSize), slab.Targets.AsMemory(0, count * _plan.Set.TargetSize));
        Fill(_fillSample, inputs, targets);
        _augmenter?.Apply(_fillEpoch, _fillSample, inputs, targets);
        _fillSample += count;
        if (_fillSample >= _plan.SamplesPerEpoch)
        {
            EndEpoch();
        }

        return true;
    }

    /// <summary>Buffers for the rows of some batches.</summary>
    private sealed record Slab(TInput[] Inputs, TTarget[] Targets);
}
