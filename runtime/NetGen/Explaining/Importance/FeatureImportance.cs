namespace NetGen;

/// <summary>How much worse a network does without what a group of inputs says.</summary>
public sealed record FeatureImportance
{
    internal FeatureImportance(FeatureGroup group, double[] losses)
    {
        Group = group;
        Repeats = Array.AsReadOnly(losses);
        Mean = losses.Average();
        Deviation = Math.Sqrt(losses.Average(loss => (loss - Mean) * (loss - Mean)));
    }

    /// <summary>The inputs.</summary>
    public FeatureGroup Group { get; }

    /// <summary>What they are called.</summary>
    public string Name => Group.Name;

    /// <summary>
    /// The mean over all permutations of how much worse the metric became: how far it fell, or how far it rose where less is better. Around zero, negative values
    /// included, where the network makes no use of the inputs.
    /// </summary>
    public double Mean { get; }

    /// <summary>The standard deviation of the same (of the permutations as a whole, with n as divisor).</summary>
    public double Deviation { get; }

    /// <summary>How much worse the metric became, permutation by permutation.</summary>
    public IReadOnlyList<double> Repeats { get; }

    /// <summary>For example <c>Contract 0.0712 ± 0.0043</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Mean:0.####} ± {Deviation:0.####}");
}
