using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>One loop of a nest.</summary>
/// <param name="Extent">How often it runs.</param>
/// <param name="Axis">The axis that it is a part of.</param>
/// <param name="Inner">Positions of the axis from one time to the next.</param>
/// <param name="Strides">How far each walk goes on.</param>
internal sealed record LaneLevel(int Extent, int Axis, int Inner, IReadOnlyList<int> Strides);

/// <summary>The loops that walk over a space: as many as the walks through memory need, and no more.</summary>
internal static class LaneNest
{
    /// <param name="space">The axes.</param>
    /// <param name="walks">Of each value, its steps along each axis; a walk of fewer axes is aligned at the last, and an axis of extent 1 stays.</param>
    /// <param name="keepsAxes">Whether an index of an axis is asked for, so that axes stay apart.</param>
    /// <param name="apart">An axis that stays apart from the others, or −1.</param>
    public static IReadOnlyList<LaneLevel> Of(Shape space, IReadOnlyList<IReadOnlyList<IReadOnlyList<LaneStep>>> walks, bool keepsAxes, int apart = -1)
    {
        var levels = new List<LaneLevel>();
        for (var axis = 0; axis < space.Rank; axis++)
        {
            var cuts = new SortedSet<int> { 1, space[axis] };
            foreach (var steps in walks.Select(walk => StepsOf(walk, space, axis)))
            {
                var inner = 1;
                foreach (var step in steps.Reverse())
                {
                    inner *= step.Extent;
                    cuts.Add(inner);
                }
            }

            var places = cuts.ToList();
            for (var place = places.Count - 2; place >= 0; place--)
            {
                if (places[place + 1] % places[place] != 0)
                {
                    throw new InvalidOperationException($"Two values divide axis {axis} of {space} otherwise.");
                }

                Add(levels, new LaneLevel(places[place + 1] / places[place], axis, places[place], walks.Select(walk => StrideAt(StepsOf(walk, space, axis), places[place])).ToList()), keepsAxes, apart);
            }
        }

        return levels;
    }

    private static void Add(List<LaneLevel> levels, LaneLevel level, bool keepsAxes, int apart)
    {
        if (levels.Count > 0 && levels[levels.Count - 1] is var outer && (outer.Axis == level.Axis || (!keepsAxes && outer.Axis != apart && level.Axis != apart))
            && outer.Strides.Zip(level.Strides, (far, near) => far == near * level.Extent).All(fits => fits))
        {
            levels[levels.Count - 1] = level with { Extent = outer.Extent * level.Extent };
        }
        else
        {
            levels.Add(level);
        }
    }

    private static IReadOnlyList<LaneStep> StepsOf(IReadOnlyList<IReadOnlyList<LaneStep>> walk, Shape space, int axis)
    {
        var own = axis - (space.Rank - walk.Count);
        return own < 0 || walk[own].Aggregate(1, (product, step) => product * step.Extent) == 1 ? [] : walk[own];
    }

    private static int StrideAt(IReadOnlyList<LaneStep> steps, int place)
    {
        var inner = 1;
        foreach (var step in steps.Reverse())
        {
            if (place < inner * step.Extent)
            {
                return step.Stride * (place / inner);
            }

            inner *= step.Extent;
        }

        return 0;
    }
}
