namespace NetGen;

/// <summary>What the checks know of a training set: statistics over some of its samples, and one batch of them.</summary>
internal sealed class SampleOfSet<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Enough for means and frequencies; the values of large samples are fewer.</summary>
    private const int MostSamples = 10_000;
    private const long MostValues = 1L << 25;

    /// <param name="network">The network.</param>
    /// <param name="train">The set.</param>
    /// <param name="options">Batch size and seed of the training.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SampleOfSet(NetworkInfo network, Dataset train, FitOptions options, CancellationToken cancellation)
    {
        Set = train;
        Inputs = new ColumnStatistics(network.InputSize);
        Targets = new ColumnStatistics(network.TargetSize);
        LabelCounts = [.. network.Targets.Select(target => new int[target.Classes])];
        long most = Math.Clamp(MostValues / (network.InputSize + network.TargetSize), 1, MostSamples);

        // As the training will see them: in its order, with the changes of an augmented set.
        using var batches = BatchPlan<TInput, TTarget>.For(train, options.BatchSize, seed: options.Seed, augmentationSeed: options.Seed).Start(cancellation);
        while (batches.MoveNext())
        {
            var batch = batches.Current;
            if (BatchCount == 0)
            {
                (BatchInputs, BatchTargets, BatchCount) = (batch.Inputs.ToArray(), batch.Targets.ToArray(), batch.Count);
            }

            for (int sample = 0; sample < batch.Count; sample++)
            {
                Inputs.Add(batch.Inputs.Slice(sample * network.InputSize, network.InputSize));
                Take(network, batch.Targets.Slice(sample * network.TargetSize, network.TargetSize));
            }

            if (Inputs.Rows >= most)
            {
                return;
            }
        }
    }

    public Dataset Set { get; }

    public ColumnStatistics Inputs { get; }

    public ColumnStatistics Targets { get; }

    /// <summary>By target, how often each label occurs; empty where it has no labels.</summary>
    public IReadOnlyList<int[]> LabelCounts { get; }

    /// <summary>The first batch of the training.</summary>
    public TInput[] BatchInputs { get; } = [];

    public TTarget[] BatchTargets { get; } = [];

    public int BatchCount { get; }

    private void Take(NetworkInfo network, ReadOnlySpan<TTarget> targets)
    {
        Targets.Add(targets);
        for (int index = 0, start = 0; index < network.Targets.Count; start += network.Targets[index++].Size)
        {
            var (target, counts) = (network.Targets[index], LabelCounts[index]);
            for (int place = start; target.Classes > 0 && place < start + target.Size; place++)
            {
                double label = ColumnStatistics.ToDouble(targets[place]);
                if (label != target.IgnoredLabel && label >= 0 && label < target.Classes)
                {
                    counts[(int)label]++;
                }
            }
        }
    }
}
