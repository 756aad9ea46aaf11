using NetGen.Compiler.Emission.Simd.Tiling;
using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Attention;

/// <summary>
/// Prints the gradients of attention. The weights of a block of queries are computed again, and what they contribute to the gradients of keys and values is added up
/// block after block, in one order.
/// </summary>
internal sealed class AttentionGradientPrinter(SimdContext context, ProgramPlan program)
{
    public string Print(AttentionGradientKernel kernel)
    {
        var head = new AttentionHead(context, kernel.Shape, isBackward: true);
        var targets = new[] { head.QueryGradients, head.KeyGradients, head.ValueGradients }.Zip(kernel.Targets, (part, value) => (Part: part, Value: value)).Where(pair => pair.Value is not null)
            .Select(pair => (pair.Part, Value: pair.Value!)).ToList();
        var arguments = head.Arguments(program, kernel.Room, kernel.Mask,
            [(head.Queries, kernel.Queries), (head.Keys, kernel.Keys), (head.Values, kernel.Values), (head.Results, kernel.Gradient), .. targets]);
        var method = context.Method(kernel.Name, name => PrintMethod(name, head, [.. targets.Select(target => target.Part)], arguments));
        return $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, AttentionHead head, IReadOnlyList<HeadPart> targets, IReadOnlyList<Argument> arguments)
    {
        var (writer, shape, room, width) = (new SourceWriter(), head.Shape, head.Room, context.Width);
        var (product, slopes) = (PanelMethods.Rows(context, false, false, TileEpilogue.None), new AttentionRows(context, room).Slopes());
        writer.Line(Inv($"/// <summary>The gradients of softmax(q kᵀ / √{shape.Features}) v{head.Sight}: {shape.Queries} queries and {shape.Keys} keys in each of {shape.Heads} heads, {room.Block} queries at a time.</summary>"));
        using (writer.Block($"private static void {name}({string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            writer.Line($"ref {context.T} keysTransposed = ref {head.InRoom(room.KeysTransposed)};");
            writer.Line($"ref {context.T} valuesTransposed = ref {head.InRoom(room.ValuesTransposed)};");
            writer.Line($"ref {context.T} scores = ref {head.InRoom(room.Scores)};");
            writer.Line($"ref {context.T} slopes = ref {head.InRoom(room.Slopes)};");
            using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
            {
                using (writer.Block(Inv($"for (nint head = 0; head < {shape.Heads}; head++)")))
                {
                    foreach (var part in new[] { head.Queries, head.Keys, head.Values, head.Results })
                    {
                        head.Declare(writer, part, isRead: true);
                    }

                    foreach (var part in targets)
                    {
                        head.Declare(writer, part, isRead: false);
                    }

                    WriteStart(writer, head, targets);
                    using (writer.Block(Inv($"for (nint first = 0; first < {shape.Queries}; first += {room.Block})")))
                    {
                        writer.Line(Inv($"nint count = Math.Min({room.Block}, {shape.Queries} - first);"));
                        writer.Line(shape.Causal ? Inv($"nint seen = Math.Min({shape.Keys}, first + count);") : Inv($"nint seen = {shape.Keys};"));
                        using (writer.Block(Inv($"for (nint panel = 0; panel * {width} < seen; panel++)")))
                        {
                            writer.Line(Inv($"{product}(count, {head.Step(head.Queries)}, {head.At(head.Queries, "0", "first")}, ref Unsafe.Add(ref keysTransposed, panel * {shape.Features * width}), ref Unsafe.Add(ref scores, panel * {room.Block * width}), {shape.Features});"));
                            writer.Line(Inv($"{product}(count, {head.Step(head.Results)}, {head.At(head.Results, "0", "first")}, ref Unsafe.Add(ref valuesTransposed, panel * {shape.Values * width}), ref Unsafe.Add(ref slopes, panel * {room.Block * width}), {shape.Values});"));
                        }

                        writer.Line();
                        head.Hide(writer);
                        writer.Line($"{slopes}(count, first, seen, ref scores, ref slopes);");
                        WriteContributions(writer, head, targets, product);
                    }

                    foreach (var part in targets)
                    {
                        head.Return(writer, part);
                    }
                }

                foreach (var part in targets)
                {
                    head.Pad(writer, part);
                }
            }
        }

        return writer.ToString();
    }

    private void WriteStart(SourceWriter writer, AttentionHead head, IReadOnlyList<HeadPart> targets)
    {
        writer.Line(Inv($"Panels.TransposeHead(ref keys, {head.Step(head.Keys)}, {head.Shape.Keys}, {head.Shape.Features}, ref keysTransposed);"));
        writer.Line(Inv($"Panels.TransposeHead(ref values, {head.Step(head.Values)}, {head.Shape.Keys}, {head.Shape.Values}, ref valuesTransposed);"));
        foreach (var part in targets.Where(part => part.Whole != "dq"))
        {
            using (AttentionHead.Each(writer, part, "panel"))
            {
                writer.Line(Inv($"MemoryMarshal.CreateSpan({head.At(part, "panel", "0")}, {part.Rows * context.Width}).Clear();"));
            }
        }
    }

    // dQ = dS K, dK = dSᵀ Q, dV = Pᵀ dO.
    private void WriteContributions(SourceWriter writer, AttentionHead head, IReadOnlyList<HeadPart> targets, string product)
    {
        var (room, width) = (head.Room, context.Width);
        foreach (var part in targets.Where(part => part.Whole == "dq"))
        {
            using (AttentionHead.Each(writer, part, "panel"))
            {
                writer.Line(Inv($"{product}(count, {room.Block * width}, ref slopes, {head.At(head.Keys, "panel", "0")}, {head.At(part, "panel", "first")}, seen);"));
            }
        }

        if (targets.All(part => part.Whole == "dq"))
        {
            return;
        }

        var outer = PanelMethods.OuterOnTop(context);
        using (writer.Block(Inv($"for (nint key = 0; key < seen; key += {width})")))
        {
            writer.Line(Inv($"nint columns = Math.Min({width}, seen - key);"));
            foreach (var part in targets.Where(part => part.Whole != "dq"))
            {
                var (left, right) = part.Whole == "dk" ? ("slopes", head.Queries) : ("scores", head.Results);
                using (AttentionHead.Each(writer, part, "panel"))
                {
                    writer.Line(Inv($"{outer}(columns, ref Unsafe.Add(ref {left}, key * {room.Block}), {head.At(right, "panel", "first")}, {head.At(part, "panel", "key")}, count);"));
                }
            }
        }
    }
}
