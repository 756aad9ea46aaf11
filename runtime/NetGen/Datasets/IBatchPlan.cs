namespace NetGen;

/// <summary>How a set is divided into batches, without the types of its values.</summary>
internal interface IBatchPlan
{
    public Dataset Set { get; }

    public int BatchSize { get; }

    public int Epochs { get; }

    public int BatchesPerEpoch { get; }

    /// <summary>The seed of the orders; null: the order of the set.</summary>
    public ulong? Seed { get; }

    /// <summary>Samples of an epoch: fewer than the set has where the last, smaller batch is left out.</summary>
    public int SamplesPerEpoch { get; }

    /// <summary>A text that tells this set from another of the same size; compared when a training is resumed.</summary>
    public string Fingerprint { get; }
}
