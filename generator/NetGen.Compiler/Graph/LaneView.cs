using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <summary>
/// How the values of a node lie in memory whose innermost axis is the batch: an element is a vector of neighbouring samples, and to whom an axis belongs is a matter of strides
/// alone. So a transposition, a part, padding and what a window sees are other walks through the same memory.
/// </summary>
/// <param name="Memory">The node that has been written.</param>
/// <param name="Offset">The first element.</param>
/// <param name="Axes">Each axis of the value as a walk, which may take several nested steps: taps and channels of a window have no common stride.</param>
public sealed record LaneView(Node Memory, int Offset, IReadOnlyList<IReadOnlyList<LaneStep>> Axes)
{
    /// <summary>Elements of the memory, border included.</summary>
    public int Size { get; init; }

    /// <summary>A value in memory of its own, of its own size.</summary>
    public static LaneView Own(Node node) => Own(node, node.Type.Shape, new int[node.Type.Shape.Rank], new int[node.Type.Shape.Rank]);

    /// <summary>A value in memory of its own, which may be larger than the value: there is a border around it.</summary>
    public static LaneView Own(Node node, Shape shape, IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        var (axes, stride, offset) = (new IReadOnlyList<LaneStep>[shape.Rank], 1, 0);
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
        {
            axes[axis] = [new LaneStep(shape[axis], stride)];
            offset += before[axis] * stride;
            stride *= before[axis] + shape[axis] + after[axis];
        }

        return new LaneView(node, offset, axes) { Size = stride };
    }

    /// <summary>The same walk in a program that is written anew.</summary>
    /// <param name="node">Whose walk it is.</param>
    /// <param name="rewritten">What it has become.</param>
    /// <param name="others">What the nodes before it have become.</param>
    public LaneView Within(Node node, Node rewritten, IReadOnlyDictionary<Node, Node> others) => this with { Memory = Memory == node ? rewritten : others[Memory] };

    /// <summary>The axes in another order.</summary>
    public LaneView Transpose(IEnumerable<int> permutation) => this with { Axes = permutation.Select(axis => Axes[axis]).ToList() };

    /// <summary>A range of an axis, which may reach into the border; null where the axis takes several steps.</summary>
    public LaneView? Slice(int axis, int start, int length)
    {
        if (Axes[axis].Count > 1)
        {
            return null;
        }

        var stride = Axes[axis].Count == 0 ? 0 : Axes[axis][0].Stride;
        return this with { Offset = Offset + (start * stride), Axes = With(axis, [new LaneStep(length, stride)]) };
    }

    /// <summary>What a window sees at each of its positions; the first two axes are those of the image. Null where one of them takes several steps.</summary>
    public LaneView? Patches(Window window, bool joined)
    {
        if (Axes[0].Count != 1 || Axes[1].Count != 1)
        {
            return null;
        }

        var (row, column) = (Axes[0][0], Axes[1][0]);
        IReadOnlyList<LaneStep> taps = [new LaneStep(window.Height, window.DilationY * row.Stride), new LaneStep(window.Width, window.DilationX * column.Stride)];
        IReadOnlyList<LaneStep> rows = [new LaneStep(window.ResultRows(row.Extent), window.StrideY * row.Stride)];
        IReadOnlyList<LaneStep> columns = [new LaneStep(window.ResultColumns(column.Extent), window.StrideX * column.Stride)];
        return this with { Axes = joined ? [rows, columns, [.. taps, .. Axes[2]]] : [rows, columns, taps, Axes[2]] };
    }

    /// <summary>The same values in the same order under another shape; null where an axis would begin in the middle of a step.</summary>
    public LaneView? Reshape(Shape shape)
    {
        var steps = Merged(Axes.SelectMany(axis => axis));
        var axes = new IReadOnlyList<LaneStep>[shape.Rank];
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
        {
            var (needed, taken) = (shape[axis], new List<LaneStep>());
            while (needed > 1)
            {
                var step = steps[steps.Count - 1];
                steps.RemoveAt(steps.Count - 1);
                if (needed % step.Extent == 0)
                {
                    taken.Insert(0, step);
                    needed /= step.Extent;
                }
                else if (step.Extent % needed == 0)
                {
                    taken.Insert(0, step with { Extent = needed });
                    steps.Add(new LaneStep(step.Extent / needed, step.Stride * needed));
                    needed = 1;
                }
                else
                {
                    return null;
                }
            }

            axes[axis] = taken.Count == 0 ? [new LaneStep(1, 0)] : taken;
        }

        return this with { Axes = axes };
    }

    /// <summary>Whether both walks can be cut into the same loops, axis by axis from the last.</summary>
    public bool IsInStepWith(LaneView other)
    {
        for (var fromLast = 1; fromLast <= Math.Min(Axes.Count, other.Axes.Count); fromLast++)
        {
            var cuts = Cuts(Axes[Axes.Count - fromLast]).Concat(Cuts(other.Axes[other.Axes.Count - fromLast])).OrderBy(cut => cut).ToList();
            if (cuts.Zip(cuts.Skip(1), (inner, outer) => outer % inner == 0).Contains(false))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<int> Cuts(IReadOnlyList<LaneStep> steps)
    {
        var inner = 1;
        foreach (var step in steps.Reverse())
        {
            yield return inner *= step.Extent;
        }
    }

    /// <summary>As few steps as it takes: a step that goes on where the one inside it ends is one with it.</summary>
    public static List<LaneStep> Merged(IEnumerable<LaneStep> steps)
    {
        var merged = new List<LaneStep>();
        foreach (var step in steps.Where(step => step.Extent > 1))
        {
            if (merged.Count > 0 && merged[merged.Count - 1] is var outer && outer.Stride == step.Stride * step.Extent)
            {
                merged[merged.Count - 1] = new LaneStep(outer.Extent * step.Extent, step.Stride);
            }
            else
            {
                merged.Add(step);
            }
        }

        return merged;
    }

    private List<IReadOnlyList<LaneStep>> With(int axis, IReadOnlyList<LaneStep> steps) => Axes.Select((own, index) => index == axis ? steps : own).ToList();
}

/// <summary>A part of a walk through lanes.</summary>
/// <param name="Extent">How often.</param>
/// <param name="Stride">Elements from one time to the next.</param>
public sealed record LaneStep(int Extent, int Stride);
