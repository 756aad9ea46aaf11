using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes.Winograd;

/// <summary>
/// Prints a convolution by minimal filtering for one vector of samples: strips of tiles are transformed, multiplied number by number, and brought back.
/// Every value is a whole vector, so that the transforms are additions alone.
/// </summary>
internal sealed class WinogradPrinter(SimdContext context, ProgramPlan program)
{
    private int Unit => context.Target.Half;

    public string Print(WinogradKernel kernel)
    {
        var memory = kernel.Stores.Select(store => store.Node).Concat(kernel.Operands.Select(operand => operand.Memory));
        var names = SimdContext.Locals(memory.Prepend(Aliases.Resolve(kernel.Source)));
        var arguments = names.Keys.Where(Argument.IsPassed).Select(node => Argument.Of(context, program, node, names[node], "from")).ToList();
        arguments.Insert(1, Argument.Of(context, program, kernel.Filter, "weight", "from"));
        if (kernel.Bias is not null)
        {
            arguments.Insert(2, Argument.Of(context, program, kernel.Bias, "bias", "from"));
        }

        arguments.Add(Argument.Of(context, program, kernel.Scratch, "seen", "from"));
        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, arguments));
        return $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, WinogradKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<Argument> arguments)
    {
        var (writer, shape, tiles) = (new SourceWriter(), kernel.Product.Type.Shape, WinogradTiles.Of(kernel.Product));
        var (operation, image) = ((WinogradOperation)kernel.Product.Operation, kernel.Source.Type.Shape);
        writer.Line($"/// <summary>{XmlText.Of($"3x3 convolution of {names[Aliases.Resolve(kernel.Source)]} {image}{(kernel.Bias is null ? "" : " + bias")}: {shape}, by minimal filtering F(2x2, 3x3)")}.</summary>");
        using (writer.Block($"private static void {name}({string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            foreach (var constant in names.Keys.Where(node => Placement.Of(node) == Place.Constant))
            {
                writer.Line(context.Constant(constant, names[constant]));
            }

            foreach (var store in kernel.Stores)
            {
                LaneBorder.Clear(context, writer, store.Node, names[store.Node]);
            }

            writer.Line(Inv($"ref {context.T} sums = ref Unsafe.Add(ref seen, {tiles.Seen * Unit});"));
            var strips = WinogradStrip.Of(WinogradEdge.Along(shape[1], operation.Left, image[1]), tiles.Tiles);
            foreach (var (first, count, edge) in WinogradEdge.Along(shape[0], operation.Top, image[0]))
            {
                using (LaneRanges.Loop(writer, "y", 2 * first, count, 2))
                {
                    foreach (var strip in strips)
                    {
                        using (LaneRanges.Loop(writer, "x", 2 * strip.First, strip.Count, 2 * strip.Tiles))
                        {
                            WriteStrip(writer, kernel, names, tiles, edge, strip, count > 1 ? "y" : Inv($"{2 * first}"), strip.Count > 1 ? "x" : Inv($"{2 * strip.First}"));
                        }
                    }
                }
            }
        }

        return writer.ToString();
    }

    private void WriteStrip(SourceWriter writer, WinogradKernel kernel, IReadOnlyDictionary<Node, string> names, WinogradTiles tiles, WinogradEdge rows, WinogradStrip strip, string y, string x)
    {
        var (operation, source) = ((WinogradOperation)kernel.Product.Operation, kernel.Source.Lanes!);
        var (row, column) = (source.Axes[0][0].Stride, source.Axes[1][0].Stride);
        var image = new WinogradImage(context, tiles, row, column, source.Axes[2][0].Stride);
        foreach (var run in strip.Runs)
        {
            var constant = (source.Offset - (operation.Top * row) + (((2 * run.First) - operation.Left) * column)) * Unit;
            var at = Inv($"((nint){y} * {row * Unit}) + ((nint){x} * {column * Unit}) + {constant}");
            image.WriteCall(writer, rows, run.Edge, $"ref Unsafe.Add(ref {names[Aliases.Resolve(kernel.Source)]}, {at})", Moved("seen", run.First * tiles.SeenStep), run.Count);
        }

        var (products, results) = (new WinogradProducts(context, tiles), new WinogradResults(context, kernel, names, tiles));
        foreach (var panel in LaneRanges.Panels(context, kernel.Product.Type.Last))
        {
            using (LaneRanges.Loop(writer, "panel", panel.First, panel.Count, context.Width))
            {
                var output = panel.Count > 1 ? "panel" : Inv($"{panel.First}");
                products.WriteCall(writer, strip.Tiles, panel.Outputs, rows.Sums, output == "0" ? "ref weight" : Inv($"ref Unsafe.Add(ref weight, {output} * {16 * tiles.Channels})"));
                foreach (var run in strip.Runs)
                {
                    results.WriteCall(writer, rows, run.Edge, panel.Outputs, Moved("sums", run.First * tiles.SumStep), run.Count, y, run.First == 0 ? x : Inv($"({x} + {2 * run.First})"), output);
                }
            }
        }
    }

    private string Moved(string name, int vectors) => LaneReader.Moved(name, Inv($"{vectors * Unit}"));
}
