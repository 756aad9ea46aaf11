using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>How kernels over lanes find what they read: vectors of samples, or numbers that all samples share.</summary>
internal static class LaneReader
{
    /// <summary>The steps of an operand along its axes, in elements of its memory.</summary>
    public static IReadOnlyList<IReadOnlyList<LaneStep>> Walk(SimdContext context, LaneOperand operand)
    {
        if (operand.Node.Lanes is { } lanes)
        {
            return lanes.Axes;
        }

        var (shape, place) = (operand.Shape, Placement.Of(operand.Memory));
        if (place == Place.Iota || IsScattered(context, operand))
        {
            return [.. Enumerable.Repeat<IReadOnlyList<LaneStep>>([new LaneStep(1, 0)], shape.Rank)];
        }

        // Panels of what is the same for all samples have rows of their own; numbers that are given lie close.
        var axes = new IReadOnlyList<LaneStep>[shape.Rank];
        var stride = 1;
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
        {
            axes[axis] = [new LaneStep(shape[axis], stride)];
            stride = axis == shape.Rank - 1 && place == Place.Fixed ? context.Width : stride * shape[axis];
        }

        return axes;
    }

    /// <summary>Several rows of several panels: there is no stride from one panel to the next feature.</summary>
    public static bool IsScattered(SimdContext context, LaneOperand operand) =>
        Placement.Of(operand.Memory) == Place.Fixed && operand.Shape.Rows > 1 && operand.Shape.Last > context.Width;

    /// <summary>Values from one element to the next: a vector of samples, or a number.</summary>
    public static int Unit(SimdContext context, LaneOperand operand) => operand.Node.Lanes is null ? 1 : context.Target.Half;

    /// <summary>The vector at a reference.</summary>
    public static string Load(SimdContext context, LaneOperand operand, string reference) => operand.Node.Lanes is null
        ? $"{context.V}.Create({reference})"
        : context.Lanes == context.Target.Half ? $"{context.V}.LoadUnsafe(ref {reference})" : $"{context.V}.LoadUnsafe(ref {reference}, (nuint)lane)";

    /// <summary>A reference moved on by a distance, which may be an expression.</summary>
    public static string Moved(string reference, string distance) => distance == "0" ? $"ref {reference}" : $"ref Unsafe.Add(ref {reference}, {distance})";
}
