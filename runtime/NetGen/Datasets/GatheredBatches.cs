namespace NetGen;

/// <summary>Batches that a background thread gathers ahead of the consumer.</summary>
internal sealed class GatheredBatches<TInput, TTarget> : BatchStream<TInput, TTarget>
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

    private readonly PrefetchRing<Slab> _ring;
    private readonly int[] _order;
    private int _fillEpoch;
    private int _fillSample;
    private Slab? _current;

    public GatheredBatches(ArrayBatchPlan<TInput, TTarget> plan, BatchPosition from, CancellationToken cancellation)
        : base(plan, from, cancellation)
    {
        Plan = plan;
        long perBatch = (long)plan.BatchSize * plan.Data.InputSize;
        int rows = Math.Min(
            plan.BatchSize * (int)Math.Max(1, Math.Min(SlabInputs / perBatch, plan.BatchesPerEpoch)),
            plan.SamplesPerEpoch);
        var slabs = new Slab[Slabs];
        for (int i = 0; i < Slabs; i++)
        {
            slabs[i] = new(new TInput[checked(rows * plan.Data.InputSize)], new TTarget[checked(rows * plan.Data.TargetSize)]);
        }

        _order = new int[plan.Data.Count];
        RowsPerSlab = rows;

        // Filling starts with the whole slab in which the first batch lies.
        _fillEpoch = from.Epoch;
        _fillSample = Math.Min(from.Batch * plan.BatchSize, plan.SamplesPerEpoch) / rows * rows;
        if (_fillSample < plan.SamplesPerEpoch && _fillEpoch < plan.Epochs)
        {
            DrawOrder();
        }

        _ring = new PrefetchRing<Slab>(slabs, Fill);
    }

    private ArrayBatchPlan<TInput, TTarget> Plan { get; }

    private int RowsPerSlab { get; }

    protected override Batch<TInput, TTarget> Read(int firstSample, int count)
    {
        // Slabs hold whole batches of one epoch, so that a batch never straddles two.
        int offset = firstSample % RowsPerSlab;
        if (offset == 0 || _current is null)
        {
            _current = _ring.Take();
        }

        int inputSize = Plan.Data.InputSize, targetSize = Plan.Data.TargetSize;
        return new(
            _current!.Inputs.AsMemory(offset * inputSize, count * inputSize),
            _current.Targets.AsMemory(offset * targetSize, count * targetSize),
            count);
    }

    protected override void Dispose(bool disposing)
    {
        _ring.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Runs on the background thread: gathers the next slab.</summary>
    private bool Fill(Slab slab)
    {
        if (_fillSample >= Plan.SamplesPerEpoch)
        {
            _fillEpoch++;
            _fillSample = 0;
        }

        if (_fillEpoch >= Plan.Epochs)
        {
            return false;
        }

        if (_fillSample == 0)
        {
            DrawOrder();
        }

        int count = Math.Min(RowsPerSlab, Plan.SamplesPerEpoch - _fillSample);
        Plan.Data.Gather(_order.AsSpan(_fillSample, count), slab.Inputs, slab.Targets);
        _fillSample += count;
        return true;
    }

    private void DrawOrder()
    {
        if (Plan.Reorders)
        {
            // Epoch n has its own stream of the seed: a run that starts at epoch n needs none of the earlier orders.
            Permutation.Draw(_order, Plan.Seed!.Value, (ulong)_fillEpoch);
            return;
        }

        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }

    /// <summary>Buffers for the rows of some batches.</summary>
    private sealed record Slab(TInput[] Inputs, TTarget[] Targets);
}
