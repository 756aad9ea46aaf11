using NetGen.Compiler.Fusion.Lanes.Winograd;

namespace NetGen.Compiler.Emission.Simd.Lanes.Winograd;

/// <summary>Prints the products: for each of the 16 numbers of a tile the sum over channels, some tiles and outputs at a time in registers, weights broadcast.</summary>
internal sealed class WinogradProducts(SimdContext context, WinogradTiles tiles)
{
    private int Unit => context.Target.Half;

    /// <param name="writer">Gets the call.</param>
    /// <param name="count">Tiles.</param>
    /// <param name="outputs">Outputs of the panel.</param>
    /// <param name="rows">Rows of numbers, of four each, that are needed.</param>
    /// <param name="weight">The panel.</param>
    public void WriteCall(SourceWriter writer, int count, int outputs, int rows, string weight)
    {
        var method = context.Method("WinogradProducts", name => Print(name, count, outputs, 4 * rows));
        writer.Line($"{method}(ref seen, {weight}, ref sums);");
    }

    private string Print(string name, int count, int outputs, int numbers)
    {
        var (writer, t) = (new SourceWriter(), context.T);
        var (tilePositions, tileOutputs) = LaneTileShape.Of(context.Target.Set, count, outputs);
        writer.Line(Inv($"// {numbers} numbers of {count} tiles, by {outputs} outputs."));
        using (writer.Block($"private static void {name}(ref {t} seen, ref {t} weight, ref {t} sums)"))
        using (writer.Block(Inv($"for (nint left = {numbers}; left > 0; left--)")))
        {
            foreach (var (output, number, height) in LaneRanges.Of(outputs, tileOutputs))
            {
                using (LaneRanges.Loop(writer, "o", output, number, height))
                {
                    foreach (var (from, repeats, width) in LaneRanges.Of(count, tilePositions))
                    {
                        using (LaneRanges.Loop(writer, "t", from, repeats, width))
                        {
                            var (at, tile) = (number > 1 ? "o" : Inv($"{output}"), repeats > 1 ? "t" : Inv($"{from}"));
                            var method = context.Method(Inv($"WinogradTile{width}x{height}"), own => PrintTile(own, width, height));
                            writer.Line(Inv($"{method}({Moved("seen", Term(tile, tiles.SeenStep * Unit))}, {Moved("weight", at)}, {Moved("sums", Term(tile, tiles.SumStep * Unit), Term(at, Unit))});"));
                        }
                    }
                }
            }

            writer.Line();
            writer.Line(Inv($"seen = ref Unsafe.Add(ref seen, {tiles.Tiles * tiles.SeenStep * Unit});"));
            writer.Line(Inv($"weight = ref Unsafe.Add(ref weight, {tiles.Channels * context.Width});"));
            writer.Line(Inv($"sums = ref Unsafe.Add(ref sums, {tiles.Tiles * tiles.SumStep * Unit});"));
        }

        return writer.ToString();
    }

    private string PrintTile(string name, int width, int height)
    {
        var (writer, t, vector, lane) = (new SourceWriter(), context.T, context.Target.Vector, context.Lanes < Unit);
        writer.Line(Inv($"// {width} tiles by {height} outputs."));
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref {t} seen, ref {t} weight, ref {t} sums)"))
        using (lane ? writer.Block(Inv($"for (nint lane = 0; lane < {Unit}; lane += {context.Lanes})")) : null)
        {
            for (var p = 0; p < width; p++)
            {
                writer.Line($"{vector} {string.Join(", ", Enumerable.Range(0, height).Select(q => Inv($"s{p}{q} = {vector}.Zero")))};");
            }

            writer.Line($"ref {t} a = ref {(lane ? "Unsafe.Add(ref seen, lane)" : "seen")};");
            writer.Line($"ref {t} b = ref weight;");
            using (writer.Block(Inv($"for (nint left = {tiles.Channels}; left > 0; left--)")))
            {
                for (var p = 0; p < width; p++)
                {
                    writer.Line(Inv($"{vector} x{p} = {context.Target.Load("a", Inv($"{p * tiles.SeenStep * Unit}"))};"));
                }

                for (var q = 0; q < height; q++)
                {
                    writer.Line($"{(q == 0 ? vector + " " : "")}w = {context.Target.Broadcast("b", Inv($"{q}"))};");
                    for (var p = 0; p < width; p++)
                    {
                        writer.Line(Inv($"s{p}{q} = {context.Target.MultiplyAdd(Inv($"x{p}"), "w", Inv($"s{p}{q}"))};"));
                    }
                }

                writer.Line(Inv($"a = ref Unsafe.Add(ref a, {Unit});"));
                writer.Line(Inv($"b = ref Unsafe.Add(ref b, {context.Width});"));
            }

            writer.Line();
            for (var p = 0; p < width; p++)
            {
                for (var q = 0; q < height; q++)
                {
                    writer.Line(Inv($"{context.V}.StoreUnsafe(s{p}{q}, {Moved("sums", Inv($"{((p * tiles.SumStep) + q) * Unit}"))}{(lane ? ", (nuint)lane" : "")});"));
                }
            }
        }

        return writer.ToString();
    }

    private static string Term(string index, int factor) => index == "0" ? "0" : Inv($"({index} * {factor})");

    private static string Moved(string name, params string[] terms) => LaneReader.Moved(name, string.Join(" + ", terms.Where(term => term != "0").DefaultIfEmpty("0")));
}
