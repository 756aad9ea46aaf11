namespace NetGen;

public static partial class Explain
{
    /// <summary>
    /// How much a network relies on each of its inputs, or groups of them: how much worse it does on a set when they are permuted among the samples, so that they say
    /// nothing while their distribution stays. Best on samples that were not learned from. Of inputs that say the same, each alone may look unimportant. Breiman 2001,
    /// "Random Forests"; scikit-learn's <c>permutation_importance</c>.
    /// </summary>
    /// <typeparam name="TInput">The type of the network's inputs.</typeparam>
    /// <typeparam name="TTarget">The type of its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples; they do not change.</param>
    /// <param name="options">Groups, metric, repeats and seed; null: each input by itself, by the loss.</param>
    /// <returns>The importance of each group, in the metric's unit.</returns>
    /// <exception cref="ArgumentException">
    /// The set does not fit the network; the metric is not measured on it; a group is empty, names an input twice or one that does not exist.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static PermutationImportances PermutationImportance<TInput, TTarget>(
        ITrainable<TInput, TTarget> network, Dataset<TInput, TTarget> data, PermutationImportanceOptions? options = null)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new PermutationImportanceOptions();
        IReadOnlyList<FeatureGroup> groups = options.Groups ?? [.. Enumerable.Range(0, network.Network.InputSize).Select(input => new FeatureGroup($"input {input}", input))];
        RequireGroups(groups, network.Network);
        EvaluationOptions evaluation = new() { BatchSize = options.BatchSize, Details = options.Metric != "loss", CancellationToken = options.CancellationToken };
        double score = Metric(network.Evaluate(data, evaluation), options.Metric, network.Network);
        double sign = Measure.IsFalling(options.Metric) ? 1 : -1;
        PermutedSet<TInput, TTarget> set = new(data);
        List<FeatureImportance> all = [];
        foreach (FeatureGroup group in groups)
        {
            double[] losses = new double[options.Repeats];
            for (int repeat = 0; repeat < losses.Length; repeat++)
            {
                // The same orders for all groups: a group's importance does not depend on the others.
                set.Permute(group.Inputs, options.Seed, (ulong)repeat);
                losses[repeat] = sign * (Metric(network.Evaluate(set.Set, evaluation), options.Metric, network.Network) - score);
                options.Progress?.Report((all.Count + ((repeat + 1.0) / losses.Length)) / groups.Count);
            }

            set.Restore(group.Inputs);
            all.Add(new FeatureImportance(group, losses));
        }

        return new PermutationImportances(options.Metric, score, all);
    }

    private static double Metric(Evaluation evaluation, string name, NetworkInfo network) => evaluation.TryGet(name, out double value)
        ? value
        : throw new ArgumentException($"'{name}' is not measured on {network.Name} with this set. Measured are: {string.Join(", ", evaluation.Scalars.Keys)}.", nameof(name));

    private static void RequireGroups(IReadOnlyList<FeatureGroup> groups, NetworkInfo network)
    {
        if (groups.Count == 0)
        {
            throw new ArgumentException("options.Groups is empty: give at least one group of inputs, or null for each input by itself.", nameof(groups));
        }

        foreach (FeatureGroup group in groups)
        {
            if (group.Inputs.Count == 0 || group.Inputs.Distinct().Count() != group.Inputs.Count)
            {
                throw new ArgumentException($"Group '{group.Name}' is empty or names an input twice.", nameof(groups));
            }

            if (group.Inputs.Any(input => input < 0 || input >= network.InputSize))
            {
                throw new ArgumentException($"Group '{group.Name}' names input {group.Inputs.First(input => input < 0 || input >= network.InputSize)}; {network.Name} has the inputs 0 to {network.InputSize - 1}.", nameof(groups));
            }
        }
    }
}
