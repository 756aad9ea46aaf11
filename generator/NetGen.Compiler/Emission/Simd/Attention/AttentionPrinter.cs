using NetGen.Compiler.Emission.Simd.Tiling;
using NetGen.Compiler.Fusion.Attention;

namespace NetGen.Compiler.Emission.Simd.Attention;

/// <summary>
/// Prints attention. Keys are transposed once per head, so that they lie as a weight does, and values lie so already: for a block of queries the scores are a product of rows
/// by a weight, and so is the result. Where it is causal, a block stops at the last key that one of its queries sees.
/// </summary>
internal sealed class AttentionPrinter(SimdContext context, ProgramPlan program)
{
    public string Print(AttentionKernel kernel)
    {
        var head = new AttentionHead(context, kernel.Shape, isBackward: false);
        var arguments = head.Arguments(program, kernel.Room, kernel.Mask, [(head.Queries, kernel.Queries), (head.Keys, kernel.Keys), (head.Values, kernel.Values), (head.Results, kernel.Target)]);
        var method = context.Method(kernel.Name, name => PrintMethod(name, head, arguments));
        return $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, AttentionHead head, IReadOnlyList<Argument> arguments)
    {
        var (writer, shape, room, width) = (new SourceWriter(), head.Shape, head.Room, context.Width);
        var (product, weights, scale) = (PanelMethods.Rows(context, false, false, TileEpilogue.None), new AttentionRows(context, room).Weights(), new AttentionRows(context, room).Scale());
        writer.Line(Inv($"/// <summary>softmax(q kᵀ / √{shape.Features}) v{head.Sight}: {shape.Queries} queries and {shape.Keys} keys in each of {shape.Heads} heads, {room.Block} queries at a time.</summary>"));
        using (writer.Block($"private static void {name}({string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            writer.Line($"ref {context.T} transposed = ref {head.InRoom(room.KeysTransposed)};");
            writer.Line($"ref {context.T} scores = ref {head.InRoom(room.Scores)};");
            writer.Line($"ref {context.T} factors = ref {head.InRoom(room.Factors)};");
            using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
            {
                using (writer.Block(Inv($"for (nint head = 0; head < {shape.Heads}; head++)")))
                {
                    head.Declare(writer, head.Queries, isRead: true);
                    head.Declare(writer, head.Keys, isRead: true);
                    head.Declare(writer, head.Values, isRead: true);
                    head.Declare(writer, head.Results, isRead: false);
                    writer.Line(Inv($"Panels.TransposeHead(ref keys, {head.Step(head.Keys)}, {shape.Keys}, {shape.Features}, ref transposed);"));
                    using (writer.Block(Inv($"for (nint first = 0; first < {shape.Queries}; first += {room.Block})")))
                    {
                        writer.Line(Inv($"nint count = Math.Min({room.Block}, {shape.Queries} - first);"));
                        writer.Line(shape.Causal ? Inv($"nint seen = Math.Min({shape.Keys}, first + count);") : Inv($"nint seen = {shape.Keys};"));
                        using (writer.Block(Inv($"for (nint panel = 0; panel * {width} < seen; panel++)")))
                        {
                            writer.Line(Inv($"{product}(count, {head.Step(head.Queries)}, {head.At(head.Queries, "0", "first")}, ref Unsafe.Add(ref transposed, panel * {shape.Features * width}), ref Unsafe.Add(ref scores, panel * {room.Block * width}), {shape.Features});"));
                        }

                        writer.Line();
                        head.Hide(writer);
                        writer.Line($"{weights}(count, first, seen, ref scores, ref factors);");
                        using (AttentionHead.Each(writer, head.Results, "panel"))
                        {
                            writer.Line(Inv($"{product}(count, {room.Block * width}, ref scores, {head.At(head.Values, "panel", "0")}, {head.At(head.Results, "panel", "first")}, seen);"));
                            writer.Line($"{scale}(count, {head.At(head.Results, "panel", "first")}, ref factors);");
                        }
                    }

                    head.Return(writer, head.Results);
                }

                head.Pad(writer, head.Results);
            }
        }

        return writer.ToString();
    }
}
