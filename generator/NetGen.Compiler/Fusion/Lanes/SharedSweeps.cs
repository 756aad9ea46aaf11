using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>Sums over the batch that read the same values in the same phase are made in one sweep: those of a batch norm, above all.</summary>
internal static class SharedSweeps
{
    /// <summary>Sums that a sweep has registers for.</summary>
    private const int Most = 3;

    public static IReadOnlyList<Phase> Of(IReadOnlyList<Phase> phases) => phases.Select(phase => phase with { Kernels = Merged(phase.Kernels) }).ToList();

    private static List<Kernel> Merged(IReadOnlyList<Kernel> kernels)
    {
        var merged = new List<Kernel>();
        foreach (var kernel in kernels)
        {
            var place = kernel is LaneSumKernel own ? merged.FindIndex(other => other is LaneSumKernel sum && Fit(sum, own)) : -1;
            if (place < 0)
            {
                merged.Add(kernel);
                continue;
            }

            // Behind everything that either reads: nobody needs the first one's sums before the phase is over.
            merged.Add(Together((LaneSumKernel)merged[place], (LaneSumKernel)kernel));
            merged.RemoveAt(place);
        }

        return merged;
    }

    private static bool Fit(LaneSumKernel left, LaneSumKernel right) => left.OnlyForInputGradient == right.OnlyForInputGradient
        && left.Space == right.Space && left.Rows == right.Rows && left.Kind == right.Kind && left.Sums.Count + right.Sums.Count <= Most && left.Reads.Intersect(right.Reads).Any();

    private static LaneSumKernel Together(LaneSumKernel left, LaneSumKernel right)
    {
        var operands = left.Operands.Union(right.Operands).ToList();
        var renumbered = right.Operands.Select((operand, index) => (operand, index)).ToDictionary(pair => pair.index, pair => (Expr)Scalar.Variable(operands.IndexOf(pair.operand)));
        return left with { Operands = operands, Sums = [.. left.Sums, .. right.Sums.Select(sum => sum with { Value = sum.Value.Substitute(renumbered) })] };
    }
}
