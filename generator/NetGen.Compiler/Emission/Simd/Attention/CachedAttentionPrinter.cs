using NetGen.Compiler.Emission.Simd.Tiling;
using NetGen.Compiler.Fusion.Attention;

namespace NetGen.Compiler.Emission.Simd.Attention;

/// <summary>
/// Prints attention of one position to a cache. Keys lie there as a weight does, and values do so by nature: the scores of the query are a product of one row by a weight, and so is
/// the result. Nothing but the sums over the positions grows with their number.
/// </summary>
internal sealed class CachedAttentionPrinter(SimdContext context, ProgramPlan program)
{
    /// <summary>Where the cache of an attention begins, in numbers per sample.</summary>
    public static int Offset(ProgramPlan program, int cache, int width) => Caches(program).Where(kernel => kernel.Cache < cache).Sum(kernel => Size(kernel, width));

    /// <summary>Numbers that all caches of a program have per sample.</summary>
    public static int Size(ProgramPlan program, int width) => Caches(program).Sum(kernel => Size(kernel, width));

    public string Print(CachedAttentionKernel kernel)
    {
        var head = new AttentionHead(context, kernel.Shape, isBackward: false);
        var (key, value) = (head.Keys with { Rows = 1 }, head.Values with { Rows = 1 });
        List<Argument> arguments =
        [
            .. head.Arguments(program, kernel.Room, null, [(head.Queries, kernel.Queries), (key, kernel.Keys), (value, kernel.Values), (head.Results, kernel.Target)]),
            new Argument($"ref {context.T} cache", Inv($"ref pass.Cache({Offset(program, kernel.Cache, context.Width)}, from)")),
            new Argument("nint cacheStride", "pass.CacheStride"),
            new Argument("nint position", "pass.Position"),
        ];
        var method = context.Method(kernel.Name, name => PrintMethod(name, head, key, value, arguments));
        return $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private static IEnumerable<CachedAttentionKernel> Caches(ProgramPlan program) => program.Schedule.Kernels.OfType<CachedAttentionKernel>();

    private static int Size(CachedAttentionKernel kernel, int width) => new AttentionRoom(kernel.Shape, IsBackward: false, width).CacheRows * width;

    private string PrintMethod(string name, AttentionHead head, HeadPart key, HeadPart value, IReadOnlyList<Argument> arguments)
    {
        var (writer, shape, room, width) = (new SourceWriter(), head.Shape, head.Room, context.Width);
        var (product, weights, scale) = (PanelMethods.Rows(context, false, false, TileEpilogue.None), new AttentionRows(context, room).Weights(), new AttentionRows(context, room).Scale());
        var (keys, values) = (room.KeyPanels * shape.Features * width, room.ValuePanels * shape.Keys * width);
        writer.Line(Inv($"/// <summary>softmax(q kᵀ / √{shape.Features}) v of one position in each of {shape.Heads} heads: its key and its value join those of the positions before, of which there may be {shape.Keys - 1}.</summary>"));
        using (writer.Block($"private static void {name}({string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            writer.Line($"ref {context.T} scores = ref {head.InRoom(room.Scores)};");
            writer.Line($"ref {context.T} factors = ref {head.InRoom(room.Factors)};");
            using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
            {
                using (writer.Block(Inv($"for (nint head = 0; head < {shape.Heads}; head++)")))
                {
                    head.Declare(writer, head.Queries, isRead: true);
                    head.Declare(writer, head.Results, isRead: false);
                    writer.Line(Inv($"ref {context.T} keys = ref Unsafe.Add(ref cache, (sample * cacheStride) + (head * {keys}));"));
                    writer.Line(Inv($"ref {context.T} values = ref Unsafe.Add(ref cache, (sample * cacheStride) + {shape.Heads * keys} + (head * {values}));"));
                    writer.Line(Inv($"Panels.AppendKey(ref {AttentionHead.OfSample(key, width)}, stride, (int)head * {shape.Features}, {shape.Features}, ref keys, (int)position);"));
                    writer.Line(Inv($"Panels.CopyHead(ref {AttentionHead.OfSample(value, width)}, stride, (int)head * {shape.Values}, ref Unsafe.Add(ref values, position * {width}), {shape.Keys * width}, 0, {shape.Values}, 1);"));
                    using (writer.Block(Inv($"for (nint panel = 0; panel * {width} <= position; panel++)")))
                    {
                        writer.Line(Inv($"{product}(1, {head.Step(head.Queries)}, {head.At(head.Queries, "0", "0")}, ref Unsafe.Add(ref keys, panel * {shape.Features * width}), ref Unsafe.Add(ref scores, panel * {width}), {shape.Features});"));
                    }

                    writer.Line();
                    writer.Line($"{weights}(1, position, position + 1, ref scores, ref factors);");
                    using (AttentionHead.Each(writer, head.Results, "panel"))
                    {
                        var panel = room.ValuePanels == 1 ? "ref values" : Inv($"ref Unsafe.Add(ref values, panel * {shape.Keys * width})");
                        writer.Line(Inv($"{product}(1, {width}, ref scores, {panel}, {head.At(head.Results, "panel", "0")}, position + 1);"));
                        writer.Line($"{scale}(1, {head.At(head.Results, "panel", "0")}, ref factors);");
                    }

                    head.Return(writer, head.Results);
                }

                head.Pad(writer, head.Results);
            }
        }

        return writer.ToString();
    }
}
