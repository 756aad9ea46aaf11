using NetGen.Compiler.Emission.Simd.Tiling;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>
/// Prints a convolution, or its transpose, for one vector of samples. A tile computes some neighbouring positions of some outputs: weights are broadcast, what a window sees is
/// read where it lies, and the epilogue is applied in registers.
/// </summary>
internal sealed class LaneProductPrinter(SimdContext context, ProgramPlan program)
{
    public string Print(LaneProductKernel kernel)
    {
        var memory = kernel.Stores.Select(store => store.Node).Concat(kernel.Operands.Select(operand => operand.Memory));
        var names = SimdContext.Locals(memory.Prepend(Aliases.Resolve(kernel.Source)));
        var arguments = names.Keys.Where(Argument.IsPassed).Select(node => Argument.Of(context, program, node, names[node], "from")).ToList();
        arguments.Insert(1, new Argument($"ref {context.T} weight", Inv($"ref pass.Parameter({context.Plan.Parameters[kernel.Parameter].KernelOffset})")));
        if (kernel.Bias is not null)
        {
            arguments.Insert(2, Argument.Of(context, program, kernel.Bias, "bias", "from"));
        }

        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, arguments));
        return $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, LaneProductKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<Argument> arguments)
    {
        var writer = new SourceWriter();
        var shape = kernel.Product.Type.Shape;
        writer.Line($"/// <summary>{XmlText.Of($"{kernel.Product.Operation.Name} of {names[Aliases.Resolve(kernel.Source)]} {kernel.Source.Type.Shape}{(kernel.Bias is null ? "" : " + bias")}: {shape}")}.</summary>");
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

            if (kernel.Product.Operation is ConvolveOperation convolve)
            {
                WriteConvolution(writer, kernel, convolve.Window, names);
            }
            else
            {
                WriteSpread(writer, kernel, (SpreadOperation)kernel.Product.Operation, names);
            }
        }

        return writer.ToString();
    }

    private void WriteConvolution(SourceWriter writer, LaneProductKernel kernel, Window window, IReadOnlyDictionary<Node, string> names)
    {
        var (unit, source, shape) = (context.Target.Half, kernel.Source.Lanes!, kernel.Product.Type.Shape);
        var (rows, columns, outputs, channels) = (shape[0], shape[1], shape[2], kernel.Source.Type.Last);
        int Step(int axis) => source.Axes[axis][0].Stride;
        var (depth, pixel) = (window.Taps * channels, window.StrideX * Step(1));
        var loops = Merged([(window.Height, window.DilationY * Step(0), window.Width * channels), (window.Width, window.DilationX * Step(1), channels), (channels, Step(2), 1)]);
        var (tileColumns, tileOutputs) = LaneTileShape.Of(context.Target.Set, columns, Math.Min(outputs, context.Width));
        var tiles = new LaneTile(context, kernel, names, pixel);
        using (writer.Block(Inv($"for (nint y = 0; y < {rows}; y++)")))
        {
            writer.Line($"ref {context.T} seen = ref Unsafe.Add(ref {names[Aliases.Resolve(kernel.Source)]}, {Sum(source.Offset * unit, ("y", window.StrideY * Step(0) * unit))});");
            foreach (var (from, count, width) in LaneRanges.Of(columns, tileColumns))
            {
                using (LaneRanges.Loop(writer, "x", from, count, width))
                {
                    var column = count > 1 ? "x" : Inv($"{from}");
                    foreach (var panel in LaneRanges.Panels(context, outputs))
                    {
                        using (panel.Count > 1 ? writer.Block(Inv($"for (nint panel = {panel.First}; panel < {panel.First + (panel.Count * context.Width)}; panel += {context.Width})")) : null)
                        {
                            // Panels of the weight lie one after the other, as many rows each as there are taps and channels.
                            var (start, begin) = panel.Count > 1 ? ("panel", Inv($"(panel * {depth})")) : (Inv($"{panel.First}"), Inv($"{panel.First * depth}"));
                            foreach (var (output, number, height) in LaneRanges.Of(panel.Outputs, tileOutputs))
                            {
                                using (LaneRanges.Loop(writer, "o", output, number, height))
                                {
                                    var at = number > 1 ? "o" : Inv($"{output}");
                                    tiles.WriteCall(writer, width, height, loops, panel.Wide, $"ref Unsafe.Add(ref seen, {column} * {pixel * unit})", $"ref Unsafe.Add(ref weight, {begin} + {at})",
                                        "y", column, start == "0" ? at : $"({start} + {at})");
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// <summary>Every position gathers what was made of it: the windows that see it are a range of rows and columns, cut off at the borders.</summary>
    private void WriteSpread(SourceWriter writer, LaneProductKernel kernel, SpreadOperation spread, IReadOnlyDictionary<Node, string> names)
    {
        var (unit, source, shape, window) = (context.Target.Half, kernel.Source.Lanes!, kernel.Product.Type.Shape, spread.Window);
        var (results, outputs) = (kernel.Source.Type.Shape, kernel.Source.Type.Last);
        var channels = shape[2];
        int Step(int axis) => source.Axes[axis][0].Stride;
        int Period(int stride, int dilation) => stride / Gcd(stride, dilation);
        var (periodY, periodX) = (Period(window.StrideY, window.DilationY), Period(window.StrideX, window.DilationX));
        var residues = Math.Min(window.StrideX, shape[1]);
        var (tileColumns, tileOutputs) = LaneTileShape.Of(context.Target.Set, Math.Max(1, shape[1] / residues), Math.Min(channels, 8));
        var tiles = new LaneTile(context, kernel, names, Step(1)) { TargetStep = window.StrideX, Spreads = outputs };
        IReadOnlyList<(int Extent, int Seen, int Weight)> loops =
        [
            (-1, -(periodY * window.DilationY / window.StrideY) * Step(0), periodY * window.Width * channels),
            (-2, -(periodX * window.DilationX / window.StrideX) * Step(1), periodX * channels),
            (outputs, Step(2), 1),
        ];
        writer.Line($"ref {context.T} source = {LaneReader.Moved(names[Aliases.Resolve(kernel.Source)], Inv($"{source.Offset * unit}"))};");
        using (writer.Block(Inv($"for (int y = 0; y < {shape[0]}; y++)")))
        {
            writer.Line(Inv($"var rows = WindowTaps.Of(y + {spread.Top}, {window.Height}, {window.StrideY}, {window.DilationY}, {results[0]});"));
            writer.Line($"ref {context.T} row = ref Unsafe.Add(ref source, (nint)rows.Result * {Step(0) * unit});");
            using (writer.Block(Inv($"for (int first = 0; first < {residues}; first++)")))
            using (writer.Block(Inv($"for (int x = first; x < {shape[1]};)")))
            {
                writer.Line(Inv($"var columns = WindowTaps.Of(x + {spread.Left}, {window.Width}, {window.StrideX}, {window.DilationX}, {results[1]});"));
                writer.Line($"ref {context.T} seen = ref Unsafe.Add(ref row, (nint)columns.Result * {Step(1) * unit});");
                writer.Line(Inv($"nint k = ((rows.First * {window.Width}) + columns.First) * {channels};"));
                if (tileColumns > 1)
                {
                    var end = Inv($"x + {(tileColumns - 1) * window.StrideX}");
                    using (writer.Block(Inv($"if ({end} < {shape[1]} && columns.IsLike(WindowTaps.Of({end} + {spread.Left}, {window.Width}, {window.StrideX}, {window.DilationX}, {results[1]})))")))
                    {
                        WriteOutputs(writer, tiles, tileColumns, channels, tileOutputs, loops);
                        writer.Line(Inv($"x += {tileColumns * window.StrideX};"));
                        writer.Line("continue;");
                    }

                    writer.Line();
                }

                WriteOutputs(writer, tiles, 1, channels, tileOutputs, loops);
                writer.Line(Inv($"x += {window.StrideX};"));
            }
        }
    }

    private void WriteOutputs(SourceWriter writer, LaneTile tiles, int width, int channels, int tileOutputs, IReadOnlyList<(int Extent, int Seen, int Weight)> loops)
    {
        foreach (var (from, count, height) in LaneRanges.Of(channels, tileOutputs))
        {
            using (LaneRanges.Loop(writer, "o", from, count, height))
            {
                var at = count > 1 ? "o" : Inv($"{from}");
                tiles.WriteCall(writer, width, height, loops, $"k + {at}, rows.Count, columns.Count", "ref seen", "ref weight", "y", "x", at);
            }
        }
    }

    /// <summary>Loops of the sum in which both sides go on evenly are one.</summary>
    private static IReadOnlyList<(int Extent, int Seen, int Weight)> Merged(IEnumerable<(int Extent, int Seen, int Weight)> loops)
    {
        var merged = new List<(int Extent, int Seen, int Weight)>();
        foreach (var loop in loops.Where(loop => loop.Extent > 1))
        {
            if (merged.Count > 0 && merged[merged.Count - 1] is var outer && outer.Seen == loop.Seen * loop.Extent && outer.Weight == loop.Weight * loop.Extent)
            {
                merged[merged.Count - 1] = (outer.Extent * loop.Extent, loop.Seen, loop.Weight);
            }
            else
            {
                merged.Add(loop);
            }
        }

        return merged;
    }

    private static string Sum(int constant, params (string Index, int Factor)[] terms) =>
        string.Join(" + ", terms.Select(term => Inv($"({term.Index} * {term.Factor})")).Concat(constant == 0 ? [] : [Inv($"{constant}")]));

    private static int Gcd(int left, int right) => right == 0 ? left : Gcd(right, left % right);
}
