using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>Zeros around a value that is padded where it lies.</summary>
internal static class LaneBorder
{
    /// <summary>Writes what clears the border of a value, if it has one.</summary>
    public static void Clear(SimdContext context, SourceWriter writer, Node node, string name)
    {
        var lanes = node.Lanes!;
        var shape = node.Type.Shape;
        if (lanes.Size == shape.Count)
        {
            return;
        }

        var unit = context.Target.Half;
        var (row, inner) = (lanes.Axes[0][0], shape.Count / shape[0]);
        if (shape.Rank is < 2 or > 3 || (shape.Rank == 3 && lanes.Axes[1][0].Stride != shape[2]))
        {
            writer.Line(Inv($"MemoryMarshal.CreateSpan(ref {name}, {lanes.Size * unit}).Clear();"));
            return;
        }

        // Above, between the rows (behind one and before the next), and below.
        var first = lanes.Offset;
        var last = lanes.Offset + ((shape[0] - 1) * row.Stride) + inner;
        if (first > 0)
        {
            writer.Line(Inv($"MemoryMarshal.CreateSpan(ref {name}, {first * unit}).Clear();"));
        }

        if (row.Stride > inner && shape[0] > 1)
        {
            using (writer.Block(Inv($"for (nint row = 0; row < {shape[0] - 1}; row++)")))
            {
                writer.Line(Inv($"MemoryMarshal.CreateSpan(ref Unsafe.Add(ref {name}, (row * {row.Stride * unit}) + {(first + inner) * unit}), {(row.Stride - inner) * unit}).Clear();"));
            }

            writer.Line();
        }

        if (lanes.Size > last)
        {
            writer.Line(Inv($"MemoryMarshal.CreateSpan(ref Unsafe.Add(ref {name}, {last * unit}), {(lanes.Size - last) * unit}).Clear();"));
        }
    }
}
