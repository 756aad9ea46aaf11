using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Fusion.Lanes.Winograd;

namespace NetGen.Compiler.Emission.Simd.Lanes.Winograd;

/// <summary>
/// Prints the transform of what tiles see, V = Bᵀ d B, with Bᵀ = [1 0 −1 0; 0 1 1 0; 0 −1 1 0; 0 1 0 −1]: 4x4 positions, of which each tile's neighbour sees two columns, too.
/// </summary>
/// <param name="context">The target.</param>
/// <param name="tiles">Where the 16 numbers go.</param>
/// <param name="row">Elements of the image from one row to the next.</param>
/// <param name="column">From one column to the next.</param>
/// <param name="channel">From one channel to the next.</param>
internal sealed class WinogradImage(SimdContext context, WinogradTiles tiles, int row, int column, int channel)
{
    // Rows of Bᵀ: what is added, and what is added or subtracted.
    private static readonly (int First, int Second, bool Adds)[] Rows = [(0, 2, false), (1, 2, true), (2, 1, false), (1, 3, false)];

    private int Unit => context.Target.Half;

    public void WriteCall(SourceWriter writer, WinogradEdge rows, WinogradEdge columns, string source, string seen, int count)
    {
        var method = context.Method("WinogradImage", name => Print(name, rows, columns));
        writer.Line(Inv($"{method}({source}, {seen}, {count});"));
    }

    private string Print(string name, WinogradEdge rows, WinogradEdge columns)
    {
        var writer = new SourceWriter();
        writer.Line("// What tiles see, transformed; what is outside the image is zero.");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref {context.T} source, ref {context.T} seen, nint count)"))
        using (writer.Block("for (; count > 0; count--)"))
        {
            writer.Line($"ref {context.T} a = ref source;");
            writer.Line($"ref {context.T} b = ref seen;");
            using (writer.Block(Inv($"for (nint left = {tiles.Channels}; left > 0; left--)")))
            {
                using (context.Lanes < Unit ? writer.Block(Inv($"for (nint lane = 0; lane < {Unit}; lane += {context.Lanes})")) : null)
                {
                    WriteTransform(writer, rows, columns);
                }

                writer.Line(Inv($"a = ref Unsafe.Add(ref a, {channel * Unit});"));
                writer.Line(Inv($"b = ref Unsafe.Add(ref b, {Unit});"));
            }

            writer.Line();
            writer.Line(Inv($"source = ref Unsafe.Add(ref source, {2 * column * Unit});"));
            writer.Line(Inv($"seen = ref Unsafe.Add(ref seen, {tiles.SeenStep * Unit});"));
        }

        return writer.ToString();
    }

    private void WriteTransform(SourceWriter writer, WinogradEdge rows, WinogradEdge columns)
    {
        // Where there are registers for all 16 positions they are read once.
        var keeps = context.Target.Set == InstructionSet.Avx512;
        for (var i = 0; i < 4 && keeps; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                if (rows.Has(i) && columns.Has(j))
                {
                    writer.Line(Inv($"{context.Target.Vector} d{i}{j} = {Load(i, j)};"));
                }
            }
        }

        string? Seen(int i, int j) => !rows.Has(i) || !columns.Has(j) ? null : keeps ? Inv($"d{i}{j}") : Load(i, j);
        for (var i = 0; i < rows.Sums; i++)
        {
            var vertical = new string?[4];
            for (var j = 0; j < 4; j++)
            {
                if (Combined(Rows[i], Seen(Rows[i].First, j), Seen(Rows[i].Second, j)) is { } value)
                {
                    writer.Line(Inv($"{context.Target.Vector} r{i}{j} = {value};"));
                    vertical[j] = Inv($"r{i}{j}");
                }
            }

            for (var j = 0; j < 4; j++)
            {
                var value = Combined(Rows[j], vertical[Rows[j].First], vertical[Rows[j].Second]) ?? context.Target.Vector + ".Zero";
                var at = Inv($"{((4 * i) + j) * tiles.Tiles * tiles.SeenStep * Unit}");
                writer.Line($"{context.V}.StoreUnsafe({value}, {LaneReader.Moved("b", at)}{Lane});");
            }
        }
    }

    private static string? Combined((int First, int Second, bool Adds) kind, string? first, string? second) => (first, second, kind.Adds) switch
    {
        (null, null, _) => null,
        ({ } value, null, _) => value,
        (null, { } value, true) => value,
        (null, { } value, false) => $"-{value}",
        var (left, right, adds) => $"{left} {(adds ? "+" : "-")} {right}",
    };

    private string Load(int i, int j) => $"{context.V}.LoadUnsafe({LaneReader.Moved("a", Inv($"{((i * row) + (j * column)) * Unit}"))}{Lane})";

    private string Lane => context.Lanes < Unit ? ", (nuint)lane" : "";
}
