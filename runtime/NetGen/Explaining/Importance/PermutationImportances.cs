namespace NetGen;

/// <summary>How much a network relies on each group of its inputs.</summary>
public sealed class PermutationImportances
{
    internal PermutationImportances(string metric, double score, IReadOnlyList<FeatureImportance> all) => (Metric, Score, All) = (metric, score, all);

    /// <summary>The name of what was measured.</summary>
    public string Metric { get; }

    /// <summary>Its value on the set as it is.</summary>
    public double Score { get; }

    /// <summary>All groups in their order.</summary>
    public IReadOnlyList<FeatureImportance> All { get; }

    /// <summary>All groups, the most important first.</summary>
    public IReadOnlyList<FeatureImportance> Ranked => field ??= [.. All.OrderByDescending(importance => importance.Mean)];

    /// <summary>The metric, then a line per group, the most important first. Lines end in <c>\n</c>.</summary>
    public override string ToString()
    {
        int width = All.Max(importance => importance.Name.Length);
        return FormattableString.Invariant($"{Metric} {Score:0.0000}; by how much it becomes worse without\n")
            + string.Concat(Ranked.Select(importance => FormattableString.Invariant($"  {importance.Name.PadRight(width)}  {importance.Mean,8:0.0000} ± {importance.Deviation:0.0000}\n")));
    }
}
