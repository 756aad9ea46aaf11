namespace NetGen;

/// <summary>Batches that are read from a source, mixed by a shuffle buffer, ahead of the consumer.</summary>
internal sealed class StreamedBatches<TInput, TTarget>(StreamBatchPlan<TInput, TTarget> plan, BatchPosition from, CancellationToken cancellation)
    : PrefetchedBatches<TInput, TTarget>(plan, from, ahead: true, cancellation)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Samples that are skipped at once.</summary>
    private const int SkipSamples = 256;

    private SampleReader<TInput, TTarget>? _reader;

    protected override void BeginEpoch(int epoch, int firstSample)
    {
        // The old buffer is garbage before the new one is made.
        _reader?.Dispose();
        _reader = null;
        _reader = plan.Seed is ulong seed ? plan.Data.OpenInRandomOrder(seed, epoch, firstSample) : null;
        if (_reader is null)
        {
            _reader = Open(epoch);
            if (firstSample > 0)
            {
                Skip(firstSample);
            }
        }
    }

    protected override void Fill(int firstSample, Memory<TInput> inputs, Memory<TTarget> targets)
    {
        int filled = 0, wanted = inputs.Length / plan.Data.InputSize;
        while (filled < wanted)
        {
            int read = _reader!.Read(inputs.Span[(filled * plan.Data.InputSize)..], targets.Span[(filled * plan.Data.TargetSize)..]);
            filled += read > 0 ? read : throw new InvalidDataException(
                $"The streamed set ended after {firstSample + filled} of {plan.Data.Count} samples: its source has changed since it was measured. Open it again.");
        }
    }

    protected override void EndEpoch()
    {
        // A source that has grown is another set than the one that was measured.
        if (plan.SamplesPerEpoch == plan.Data.Count && _reader!.Read(new TInput[plan.Data.InputSize], new TTarget[plan.Data.TargetSize]) > 0)
        {
            throw new InvalidDataException($"The streamed set has more than its {plan.Data.Count} samples: its source has changed since it was measured. Open it again.");
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _reader?.Dispose();
    }

    /// <summary>Where a mixed pass stands depends on all that was read before: an epoch that was left is read again up to that place.</summary>
    private void Skip(int samples)
    {
        var inputs = new TInput[SkipSamples * plan.Data.InputSize];
        var targets = new TTarget[SkipSamples * plan.Data.TargetSize];
        for (int skipped = 0; skipped < samples; skipped += SkipSamples)
        {
            Cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(SkipSamples, samples - skipped);
            Fill(skipped, inputs.AsMemory(0, count * plan.Data.InputSize), targets.AsMemory(0, count * plan.Data.TargetSize));
        }
    }

    private SampleReader<TInput, TTarget> Open(int epoch)
    {
        var reader = plan.Data.Open();
        int buffer = Math.Min(plan.Data.ShuffleBuffer, plan.Data.Count);
        RequireRoom(buffer);
        return plan.Seed is ulong seed && buffer > 1
            ? new ShufflingReader<TInput, TTarget>(reader, buffer, plan.Data.InputSize, plan.Data.TargetSize, new Xoshiro256(seed, (ulong)epoch))
            : reader;
    }

    private void RequireRoom(int buffer)
    {
        if ((long)buffer * Math.Max(plan.Data.InputSize, plan.Data.TargetSize) > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"A shuffle buffer of {buffer} samples of {plan.Data.InputSize} values each is more than an array holds ({Array.MaxLength} values): make ShuffleBuffer smaller.");
        }
    }
}
