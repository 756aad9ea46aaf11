namespace NetGen;

/// <summary>What the checks know of a training set: statistics over some of its samples, and the first of its samples themselves.</summary>
internal sealed class SampleOfSet<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Enough for means and frequencies; the values of large samples are fewer.</summary>
    private const int MostSamples = 10_000;
    private const long MostValues = 1L << 25;

    /// <summary>Samples that are kept, where a batch is smaller: what one small batch says is chance.</summary>
    private const int MostKept = 256;

    /// <param name="network">The network.</param>
    /// <param name="train">The set.</param>
    /// <param name="options">Batch size, order and seed of the training.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SampleOfSet(NetworkInfo network, Dataset train, FitOptions options, CancellationToken cancellation)
    {
        Set = train;
        Inputs = new ColumnStatistics(network.InputSize);
        Targets = new ColumnStatistics(network.TargetSize);
        LabelCounts = [.. network.Targets.Select(target => new int[target.Classes])];
        long most = Math.Clamp(MostValues / (network.InputSize + network.TargetSize), 1, MostSamples);

        BatchSize = Math.Min(options.BatchSize, train.Count);
        (FirstInputs, FirstTargets) = Read(train, options, Math.Min(most, MostKept), cancellation);

        // Statistics over samples from everywhere in the set, though the training may take them in the order of the set; with the changes of an augmented one.
        using var batches = BatchPlan<TInput, TTarget>.For(train, options.BatchSize, seed: options.Seed, augmentationSeed: options.Seed).Start(cancellation);
        while (batches.MoveNext())
        {
            var batch = batches.Current;
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

    /// <summary>Whether the statistics are over some samples only.</summary>
    public bool IsPart => Inputs.Rows < Set.Count;

    /// <summary>The samples in a batch of the training.</summary>
    public int BatchSize { get; }

    /// <summary>The samples of the first batches of the training: of the first alone if it is large.</summary>
    public TInput[] FirstInputs { get; }

    public TTarget[] FirstTargets { get; }

    public int FirstCount => FirstInputs.Length / Inputs.Columns;

    /// <summary>"All N samples", or those that were looked at.</summary>
    public string All(int count) => IsPart ? FormattableString.Invariant($"all of the {count} samples that were looked at") : FormattableString.Invariant($"all {count} samples");

    private static (TInput[] Inputs, TTarget[] Targets) Read(Dataset train, FitOptions options, long most, CancellationToken cancellation)
    {
        var (inputs, targets, count) = (new List<TInput>(), new List<TTarget>(), 0L);
        ulong? order = options.Shuffle ? options.Seed : null;
        using var batches = BatchPlan<TInput, TTarget>.For(train, options.BatchSize, seed: order, augmentationSeed: options.Seed).Start(cancellation);
        while (count < most && batches.MoveNext())
        {
            inputs.AddRange(batches.Current.Inputs);
            targets.AddRange(batches.Current.Targets);
            count += batches.Current.Count;
        }

        return ([.. inputs], [.. targets]);
    }

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
