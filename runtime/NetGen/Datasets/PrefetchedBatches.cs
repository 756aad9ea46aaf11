namespace NetGen;

/// <summary>Batches that a background thread brings together ahead of the consumer, in buffers that are used again and again.</summary>
internal abstract class PrefetchedBatches<TInput, TTarget> : BatchStream<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>
    /// A slab holds as many whole batches as have about this many input values, so that handing it over (some microseconds)
    /// costs little per batch even when a training step takes no longer than that.
    /// </summary>
    private const int SlabInputs = 1 << 15;

    /// <summary>One slab is read, one is filled, one evens out the difference.</summary>
    private const int Slabs = 3;

    private readonly BatchPlan<TInput, TTarget> _plan;
    private readonly int _rowsPerSlab;
    private PrefetchRing<Slab>? _ring;
    private int _fillEpoch;
    private int _fillSample;
    private Slab? _current;

    protected PrefetchedBatches(BatchPlan<TInput, TTarget> plan, BatchPosition from, CancellationToken cancellation)
        : base(plan, from, cancellation)
    {
        _plan = plan;
        Cancellation = cancellation;
        long perBatch = (long)plan.BatchSize * plan.Set.InputSize;
        _rowsPerSlab = Math.Min(
            plan.BatchSize * (int)Math.Max(1, Math.Min(SlabInputs / perBatch, plan.BatchesPerEpoch)),
            plan.SamplesPerEpoch);

        // Filling starts with the whole slab in which the first batch lies.
        _fillEpoch = from.Epoch;
        _fillSample = (int)Math.Min((long)from.Batch * plan.BatchSize, plan.SamplesPerEpoch) / _rowsPerSlab * _rowsPerSlab;
    }

    /// <summary>Ends the stream; a long filling looks at it, too.</summary>
    protected CancellationToken Cancellation { get; }

    protected override Batch<TInput, TTarget> Read(int firstSample, int count)
    {
        // Not in the constructor: what a derived class fills from must be there first.
        _ring ??= Start();

        // Slabs hold whole batches of one epoch, so that a batch never straddles two.
        int offset = firstSample % _rowsPerSlab;
        if (offset == 0 || _current is null)
        {
            _current = _ring.Take(Cancellation);
        }

        int inputSize = _plan.Set.InputSize, targetSize = _plan.Set.TargetSize;
        return new(
            _current!.Inputs.AsMemory(offset * inputSize, count * inputSize),
            _current.Targets.AsMemory(offset * targetSize, count * targetSize),
            count);
    }

    /// <summary>Runs on the background thread: an epoch begins, at its first sample or, in a stream opened within an epoch, at a later one.</summary>
    protected abstract void BeginEpoch(int epoch, int firstSample);

    /// <summary>Runs on the background thread: fills a whole number of samples, which follow those of the last call.</summary>
    protected abstract void Fill(int firstSample, Span<TInput> inputs, Span<TTarget> targets);

    /// <summary>Runs on the background thread: the samples of an epoch have all been filled.</summary>
    protected virtual void EndEpoch()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _ring?.Dispose();
        base.Dispose(disposing);
    }

    private PrefetchRing<Slab> Start()
    {
        var slabs = new Slab[Slabs];
        for (int i = 0; i < Slabs; i++)
        {
            slabs[i] = new(new TInput[checked(_rowsPerSlab * _plan.Set.InputSize)], new TTarget[checked(_rowsPerSlab * _plan.Set.TargetSize)]);
        }

        bool begun = false;
        return new PrefetchRing<Slab>(slabs, slab => FillNext(slab, ref begun));
    }

    /// <summary>Runs on the background thread.</summary>
    private bool FillNext(Slab slab, ref bool begun)
    {
        if (_fillSample >= _plan.SamplesPerEpoch)
        {
            _fillEpoch++;
            _fillSample = 0;
            begun = false;
        }

        if (_fillEpoch >= _plan.Epochs)
        {
            return false;
        }

        if (!begun)
        {
            BeginEpoch(_fillEpoch, _fillSample);
            begun = true;
        }

        int count = Math.Min(_rowsPerSlab, _plan.SamplesPerEpoch - _fillSample);
        Fill(_fillSample, slab.Inputs.AsSpan(0, count * _plan.Set.InputSize), slab.Targets.AsSpan(0, count * _plan.Set.TargetSize));
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
