using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>One loop over rows.</summary>
/// <param name="Extent">How often it runs.</param>
/// <param name="Steps">By how many rows each value moves on; 0 for a value that is the same all along.</param>
/// <param name="IsReduced">Whether it adds up.</param>
internal sealed record LoopAxis(int Extent, IReadOnlyList<int> Steps, bool IsReduced);

/// <summary>The axes before the last as loops: as few of them as broadcasting allows.</summary>
internal static class LoopAxes
{
    /// <param name="space">The shape that is walked over.</param>
    /// <param name="values">The shapes of the values, aligned at the last axis.</param>
    /// <param name="reduced">The axis that is reduced, or −1.</param>
    public static IReadOnlyList<LoopAxis> Of(Shape space, IReadOnlyList<Shape> values, int reduced)
    {
        var steps = values.Select(value => Steps(space, value)).ToList();
        var axes = new List<LoopAxis>();
        for (var axis = space.Rank - 2; axis >= 0; axis--)
        {
            var next = new LoopAxis(space[axis], steps.Select(step => step[axis]).ToList(), axis == reduced);
            if (next.Extent == 1)
            {
                continue;
            }

            if (axes.Count > 0 && !next.IsReduced && !axes[0].IsReduced && next.Steps.Zip(axes[0].Steps, (outer, inner) => outer == inner * axes[0].Extent).All(fits => fits))
            {
                axes[0] = axes[0] with { Extent = axes[0].Extent * next.Extent };
            }
            else
            {
                axes.Insert(0, next);
            }
        }

        return axes;
    }

    private static int[] Steps(Shape space, Shape value)
    {
        var steps = new int[space.Rank];
        var rows = 1;
        for (var axis = space.Rank - 2; axis >= 0; axis--)
        {
            var extent = Broadcasting.Extent(value, space.Rank, axis);
            steps[axis] = extent == 1 ? 0 : rows;
            rows *= extent;
        }

        return steps;
    }
}
