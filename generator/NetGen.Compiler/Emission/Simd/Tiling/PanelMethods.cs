using NetGen.Compiler.Emission.Simd.MatMul;

namespace NetGen.Compiler.Emission.Simd.Tiling;

/// <summary>Methods that run tiles down a panel: they cut a range of rows into tile heights.</summary>
internal static class PanelMethods
{
    /// <summary>Rows of activations times one weight panel.</summary>
    public static string Rows(SimdContext context, bool narrow, bool bias, TileEpilogue epilogue) =>
        context.Once($"rows {narrow} {bias} {epilogue.Name} {string.Join("\n", epilogue.Statements)}", () => AddRows(context, narrow, bias, epilogue));

    private static string AddRows(SimdContext context, bool narrow, bool bias, TileEpilogue epilogue)
    {
        var target = context.Target;
        var tiles = new TileSet(target).Rows(narrow).Select(tile => tile with
        {
            Start = bias ? TileStart.Bias : TileStart.Zero,
            Suffix = (bias ? "Bias" : "") + epilogue.Name,
            Epilogue = epilogue.Statements,
            EpilogueParameters = epilogue.Operands.Select(operand => $"ref {target.Scalar} {operand}").ToList(),
            EpilogueRemark = epilogue.Remark,
        }).ToList();
        var methods = tiles.Select(context.Method).ToList();
        return context.Method($"Panel{(bias ? "Bias" : "")}{epilogue.Name}{(narrow ? "Narrow" : "")}", name => PrintRows(context, name, narrow, bias, epilogue, tiles, methods));
    }

    /// <summary>A block of a weight gradient: up to a panel of inputs by one panel of outputs.</summary>
    public static string Outer(SimdContext context, bool narrow) => context.Once($"outer {narrow}", () => AddOuter(context, narrow, TileStart.Zero));

    /// <summary>The same, added to what is there.</summary>
    public static string OuterOnTop(SimdContext context) => context.Once("outer on top", () => AddOuter(context, false, TileStart.Add));

    private static string AddOuter(SimdContext context, bool narrow, TileStart start)
    {
        var (target, suffix) = (context.Target, start == TileStart.Add ? "OnTop" : "");
        var tiles = new TileSet(target).Outer(narrow).Select(tile => tile with { Start = start, Suffix = suffix }).ToList();
        var methods = tiles.Select(context.Method).ToList();
        return context.Method((narrow ? "GradientBlockNarrow" : "GradientBlock") + suffix, name => PrintOuter(context, name, narrow, tiles, methods, start));
    }

    private static string PrintRows(SimdContext context, string name, bool narrow, bool bias, TileEpilogue epilogue, IReadOnlyList<RowTile> tiles, IReadOnlyList<string> methods)
    {
        var (target, writer) = (context.Target, new SourceWriter());
        var columns = narrow ? target.Half : target.Width;
        var operands = string.Concat(epilogue.Operands.Select(operand => $", ref {target.Scalar} {operand}"));
        writer.Line($"/// <summary>C = A B{(bias ? " + bias" : "")}{XmlText.Of(epilogue.Remark)}, for one panel of {columns} columns: the rows are cut into tiles.</summary>");
        using (writer.Block($"private static void {name}(nint rows, nint aPanel, ref {target.Scalar} a, ref {target.Scalar} b, {(bias ? $"ref {target.Scalar} bias, " : "")}ref {target.Scalar} c, nint depth{operands})"))
        {
            foreach (var (tile, method) in tiles.Zip(methods, (tile, method) => (tile, method)))
            {
                using (writer.Block(Loop(tile.Rows)))
                {
                    for (var column = 0; column < columns; column += tile.Columns)
                    {
                        string At(string reference) => column == 0 ? $"ref {reference}" : Inv($"ref Unsafe.Add(ref {reference}, {column})");
                        var stride = target.Set == InstructionSet.Avx512 ? "" : Inv($"{columns}, ");
                        writer.Line($"{method}(ref a, aPanel, {At("b")}, {stride}{At("c")}, {(bias ? At("bias") + ", " : "")}depth{string.Concat(epilogue.Operands.Select(operand => ", " + At(operand)))});");
                    }

                    foreach (var reference in epilogue.Operands.Prepend("c").Prepend("a"))
                    {
                        writer.Line(Inv($"{reference} = ref Unsafe.Add(ref {reference}, {tile.Rows * target.Width});"));
                    }
                }

                writer.Line();
            }
        }

        return Tidy(writer);
    }

    private static string PrintOuter(SimdContext context, string name, bool narrow, IReadOnlyList<OuterTile> tiles, IReadOnlyList<string> methods, TileStart start)
    {
        var (target, writer) = (context.Target, new SourceWriter());
        var columns = narrow ? target.Half : target.Width;
        writer.Line(Inv($"/// <summary>C {(start == TileStart.Add ? "+=" : "=")} Aᵀ B summed over all rows: up to {target.Width} inputs by {columns} outputs of a weight gradient.</summary>"));
        using (writer.Block($"private static void {name}(nint inputs, ref {target.Scalar} a, ref {target.Scalar} b, ref {target.Scalar} c, nint depth)"))
        {
            foreach (var (tile, method) in tiles.Zip(methods, (tile, method) => (tile, method)))
            {
                using (writer.Block(Loop(tile.Rows, "inputs")))
                {
                    for (var column = 0; column < columns; column += tile.Columns)
                    {
                        string At(string reference) => column == 0 ? $"ref {reference}" : Inv($"ref Unsafe.Add(ref {reference}, {column})");
                        var stride = target.Set == InstructionSet.Avx512 ? "" : Inv($"{columns}, ");
                        writer.Line($"{method}(ref a, {At("b")}, {At("c")}, {stride}depth);");
                    }

                    writer.Line(Inv($"a = ref Unsafe.Add(ref a, {tile.Rows});"));
                    writer.Line(Inv($"c = ref Unsafe.Add(ref c, {tile.Rows * columns});"));
                }

                writer.Line();
            }
        }

        return Tidy(writer);
    }

    private static string Loop(int height, string count = "rows") =>
        height == 1 ? $"for (; {count} > 0; {count}--)" : Inv($"for (; {count} >= {height}; {count} -= {height})");

    private static string Tidy(SourceWriter writer) => writer.ToString().Replace("\n\n}", "\n}");
}
