using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Decides which values are written to memory. Operands of products and results of reductions must be; a cheap elementwise value
/// that another kernel wants is computed there again, if what it is computed from is in memory anyway.
/// </summary>
internal static class Materialisation
{
    public static Kept Decide(TensorProgram program, Grouping grouping)
    {
        var kept = new Kept(grouping);
        var wishes = new List<Node>();
        foreach (var output in program.Outputs)
        {
            if (output.Role is OutputRole.Prediction or OutputRole.InputGradient or OutputRole.BufferUpdate or OutputRole.Step)
            {
                kept.Add(Aliases.Resolve(output.Value));
            }
        }

        foreach (var group in grouping.Groups)
        {
            foreach (var value in group.Nodes.SelectMany(node => node.Inputs).Select(Aliases.Resolve).Distinct())
            {
                if (grouping.Find(value) is not { } source || source == group)
                {
                    continue;
                }

                if (source.Kind is GroupKind.Lanes or GroupKind.LaneProduct && group.Nodes.Where(node => node.Inputs.Any(input => Aliases.Resolve(input) == value)).All(node => LaneFusion.CanCompute(value, node))
                    && (group.Kind != GroupKind.LaneProduct || LaneFusion.FitsTile(value)))
                {
                    // A loop of its own is needed by nobody then; what a product could go on with is, unless it is made of what the product writes.
                    wishes.AddRange(source.Kind == GroupKind.LaneProduct ? [value] : []);
                    continue;
                }

                if (group.Kind == GroupKind.Loop && LoopFusion.CanCompute(value, source, group))
                {
                    // Written only where somebody else wants it.
                    continue;
                }

                if (group.Kind is not (GroupKind.Row or GroupKind.MatMul or GroupKind.VectorGradient) || source.Kind is GroupKind.Loop or GroupKind.Lanes or GroupKind.LaneProduct
                    || (group.Kind == GroupKind.MatMul && value == Aliases.Resolve(group.Anchor.Inputs[0]))
                    || value.Operation is not MapOperation map || !Cost.IsCheap(map.Function))
                {
                    kept.Add(value);
                }
                else
                {
                    wishes.Add(value);
                }
            }
        }

        // In topological order, so that a value which stays out of memory is known to when its users are looked at.
        foreach (var value in wishes.Distinct().OrderBy(node => node.Id))
        {
            if (!CanBeComputedFrom(kept, grouping, value))
            {
                kept.Add(value);
            }
        }

        return kept;
    }

    private static bool CanBeComputedFrom(Kept kept, Grouping grouping, Node value) =>
        value.Operation is MapOperation map && Cost.IsCheap(map.Function) && value.Inputs.Select(Aliases.Resolve).All(input =>
            grouping.Find(input) is not { } source || source.Kind is GroupKind.Pack or GroupKind.Mask or GroupKind.Relayout
            || kept.Contains(input) || CanBeComputedFrom(kept, grouping, input));
}
