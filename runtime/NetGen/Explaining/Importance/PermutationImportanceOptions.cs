namespace NetGen;

/// <summary>How <c>Explain.PermutationImportance</c> measures.</summary>
public sealed record PermutationImportanceOptions
{
    /// <summary>
    /// What is permuted together, such as <c>encoder.FeatureGroups</c> of a table: the inputs of a group keep their values to each other. Inputs of no group stay as they
    /// are. Null (the default): each input by itself.
    /// </summary>
    public IReadOnlyList<FeatureGroup>? Groups { get; init; }

    /// <summary>The number whose change is measured, by its name in <see cref="Evaluation.Scalars"/>: <c>loss</c>, <c>accuracy</c>, <c>roc_auc</c>, <c>rmse</c> and so on.</summary>
    public string Metric { get; init; } = "loss";

    /// <summary>Permutations of each group, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Repeats { get; init => field = Setting.AtLeast(1, value, nameof(Repeats)); } = 5;

    /// <summary>Where the permutations come from: the same seed gives the same ones on every machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>Samples per prediction: of influence on speed and memory only; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int BatchSize { get; init => field = Setting.AtLeast(1, value, nameof(BatchSize)); } = 256;

    /// <summary>Told after each permutation which part is done, from 0 to 1; null: nobody.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Ends the measurement with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }
}
