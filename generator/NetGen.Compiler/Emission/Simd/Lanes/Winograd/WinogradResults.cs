using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes.Winograd;

/// <summary>
/// Prints the way back, Y = Aᵀ m A, with Aᵀ = [1 1 1 0; 0 1 −1 −1], and what the product goes on with: 2x2 results of each tile, or what an odd extent leaves of them.
/// </summary>
internal sealed class WinogradResults(SimdContext context, WinogradKernel kernel, IReadOnlyDictionary<Node, string> names, WinogradTiles tiles)
{
    private readonly LaneEpilogue _epilogue = new(context, kernel, names);

    private int Unit => context.Target.Half;

    public void WriteCall(SourceWriter writer, WinogradEdge rows, WinogradEdge columns, int outputs, string sums, int count, string y, string x, string output)
    {
        var method = context.Method(kernel.Name + "Results", name => Print(name, rows, columns, outputs));
        var arguments = new List<string> { sums, Inv($"{count}") };
        if (kernel.Bias is not null)
        {
            arguments.Add(LaneReader.Moved("bias", output));
        }

        writer.Line($"{method}({string.Join(", ", arguments.Concat(_epilogue.Arguments(y, x, output)))});");
    }

    private string Print(string name, WinogradEdge rows, WinogradEdge columns, int outputs)
    {
        var (writer, t) = (new SourceWriter(), context.T);
        var parameters = new List<string> { $"ref {t} sums", "nint count" };
        if (kernel.Bias is not null)
        {
            parameters.Add($"ref {t} bias");
        }

        writer.Line(Inv($"// {rows.Results}x{columns.Results} results of each tile, from its products."));
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {name}({string.Join(", ", parameters.Concat(_epilogue.Parameters))})"))
        using (writer.Block("for (; count > 0; count--)"))
        {
            using (writer.Block(Inv($"for (nint q = 0; q < {outputs}; q++)")))
            {
                using (context.Lanes < Unit ? writer.Block(Inv($"for (nint lane = 0; lane < {Unit}; lane += {context.Lanes})")) : null)
                {
                    WriteResults(writer, rows, columns);
                }

                writer.Line(Inv($"sums = ref Unsafe.Add(ref sums, {Unit});"));
                if (kernel.Bias is not null)
                {
                    writer.Line("bias = ref Unsafe.Add(ref bias, 1);");
                }

                _epilogue.Move(writer, 0, 1);
            }

            writer.Line();
            writer.Line(Inv($"sums = ref Unsafe.Add(ref sums, {(tiles.SumStep - outputs) * Unit});"));
            if (kernel.Bias is not null)
            {
                writer.Line(Inv($"bias = ref Unsafe.Add(ref bias, -{outputs});"));
            }

            _epilogue.Move(writer, 2, -outputs);
        }

        return writer.ToString();
    }

    private void WriteResults(SourceWriter writer, WinogradEdge rows, WinogradEdge columns)
    {
        for (var j = 0; j < columns.Sums; j++)
        {
            for (var i = 0; i < rows.Sums; i++)
            {
                var at = Inv($"{((4 * i) + j) * tiles.Tiles * tiles.SumStep * Unit}");
                var lane = context.Lanes < Unit ? ", (nuint)lane" : "";

                // The middle one is part of every result.
                var bias = i == 1 && j == 1 && kernel.Bias is not null ? $" + {context.Target.Broadcast("bias", "0")}" : "";
                writer.Line(Inv($"{context.Target.Vector} m{i}{j} = {context.V}.LoadUnsafe({LaneReader.Moved("sums", at)}{lane}){bias};"));
            }

            writer.Line(Inv($"{context.Target.Vector} r0{j} = m0{j} + m1{j} + m2{j};"));
            if (rows.Results == 2)
            {
                writer.Line(Inv($"{context.Target.Vector} r1{j} = m1{j} - m2{j} - m3{j};"));
            }
        }

        for (var i = 0; i < rows.Results; i++)
        {
            for (var j = 0; j < columns.Results; j++)
            {
                writer.Line(Inv($"{context.Target.Vector} s{i}{j} = {(j == 0 ? Inv($"r{i}0 + r{i}1 + r{i}2") : Inv($"r{i}1 - r{i}2 - r{i}3"))};"));
                _epilogue.Write(writer, Inv($"s{i}{j}"), Inv($"{i}{j}"), i, j, 0);
            }
        }
    }
}
