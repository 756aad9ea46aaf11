using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>
/// Prints what a block of samples contributes to the gradient of a weight that windows are multiplied by. Each number of a piece of the weight has a vector of sums, one per sample.
/// A strip of some positions, which stays in the cache, is gone through by all tiles before the next, and lanes are added up at the end.
/// </summary>
internal sealed class LaneOuterPrinter(SimdContext context, ProgramPlan program)
{
    /// <summary>Positions of a strip, at least.</summary>
    private const int Strip = 32;

    private int Unit => context.Target.Half;

    public string Print(LaneOuterKernel kernel)
    {
        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel));
        string Of(Node node) => Argument.Lanes(program, Aliases.Resolve(node), "from");
        var call = $"{method}({Of(kernel.Left)}, {Of(kernel.Right)}, {Of(kernel.Part)}, (int)rows);";
        return kernel.IsGradient ? $"if (pass.WantsGradients)\n{{\n    {call}\n}}\n" : call;
    }

    private string PrintMethod(string name, LaneOuterKernel kernel)
    {
        var (writer, width) = (new SourceWriter(), context.Width);
        var (left, right) = (kernel.Left.Lanes!, kernel.Right.Lanes!);
        var narrow = kernel.N % width is > 0 and var rest && rest <= Unit;
        writer.Line($"/// <summary>What a block of samples contributes to a weight's gradient, [{kernel.K}, {kernel.N}]: pieces of up to {width} inputs by {width} outputs.</summary>");
        using (writer.Block($"private static void {name}(ref {context.T} seen, ref {context.T} outputGradients, ref {context.T} part, int samples)"))
        {
            writer.Line(Inv($"Span<{context.T}> sums = stackalloc {context.T}[{Math.Min(width, kernel.K) * (kernel.N > Unit ? width : Unit) * Unit}];"));
            writer.Line($"ref {context.T} x = {LaneReader.Moved("seen", Inv($"{left.Offset * Unit}"))};");
            using (writer.Block(Inv($"for (int firstOutput = 0; firstOutput < {kernel.N}; firstOutput += {width})")))
            {
                writer.Line(kernel.N % width == 0 ? Inv($"const int outputs = {width};") : kernel.N < width ? Inv($"const int outputs = {kernel.N};") : Inv($"int outputs = Math.Min({width}, {kernel.N} - firstOutput);"));
                writer.Line(!narrow ? Inv($"const int width = {width};") : kernel.N < width ? Inv($"const int width = {Unit};") : Inv($"int width = firstOutput < {kernel.N - (kernel.N % width)} ? {width} : {Unit};"));
                writer.Line($"ref {context.T} dy = ref Unsafe.Add(ref outputGradients, (firstOutput * {right.Axes[2][0].Stride * Unit}) + {right.Offset * Unit});");
                using (writer.Block(Inv($"for (int firstInput = 0; firstInput < {kernel.K}; firstInput += {width})")))
                {
                    writer.Line(kernel.K % width == 0 ? Inv($"const int height = {width};") : Inv($"int height = Math.Min({width}, {kernel.K} - firstInput);"));
                    writer.Line("sums.Clear();");
                    WriteStrips(writer, kernel);
                    writer.Line("Lanes.Sum(sums, samples, ref part, height * width);");
                    writer.Line("part = ref Unsafe.Add(ref part, height * width);");
                }
            }
        }

        return writer.ToString();
    }

    private void WriteStrips(SourceWriter writer, LaneOuterKernel kernel)
    {
        var (left, right) = (kernel.Left.Lanes!, kernel.Right.Lanes!);
        var (rows, columns) = (kernel.Left.Type.Shape[0], kernel.Left.Type.Shape[1]);
        var strip = Math.Min(rows, (Strip + columns - 1) / columns);
        var height = context.Target.Set == InstructionSet.Avx512 ? 4 : 2;
        var outputs = OutputsOf(Math.Min(kernel.N, context.Width));
        var tile = new LaneOuterTile(context, kernel);
        using (strip < rows ? writer.Block(Inv($"for (nint row = 0; row < {rows}; row += {strip})")) : null)
        {
            if (strip < rows)
            {
                writer.Line(rows % strip == 0 ? Inv($"const int count = {strip};") : Inv($"nint count = Math.Min({strip}, {rows} - row);"));
                writer.Line(Inv($"ref {context.T} xStrip = ref Unsafe.Add(ref x, row * {left.Axes[0][0].Stride * Unit});"));
                writer.Line(Inv($"ref {context.T} dyStrip = ref Unsafe.Add(ref dy, row * {right.Axes[0][0].Stride * Unit});"));
            }
            else
            {
                writer.Line(Inv($"const int count = {rows};"));
                writer.Line($"ref {context.T} xStrip = ref x;");
                writer.Line($"ref {context.T} dyStrip = ref dy;");
            }

            writer.Line("int i = 0;");
            foreach (var size in new[] { height, 1 }.Distinct())
            {
                using (writer.Block(Inv($"for (; i <= height - {size}; i += {size})")))
                {
                    writer.Line("int o = 0;");
                    foreach (var number in new[] { outputs, 1 }.Distinct())
                    {
                        using (writer.Block(Inv($"for (; o <= outputs - {number}; o += {number})")))
                        {
                            tile.WriteCall(writer, size, number, "firstInput + i");
                        }

                        writer.Line();
                    }
                }

                writer.Line();
            }
        }

        writer.Line();
    }

    private static int OutputsOf(int outputs) => outputs % 6 == 0 ? 6 : outputs % 4 == 0 ? 4 : outputs % 5 == 0 ? 5 : outputs < 6 ? outputs : 4;
}

/// <summary>A piece of the gradient: some inputs by some outputs, over a strip of positions.</summary>
internal sealed class LaneOuterTile(SimdContext context, LaneOuterKernel kernel)
{
    private int Unit => context.Target.Half;

    public void WriteCall(SourceWriter writer, int inputs, int outputs, string first)
    {
        var method = context.Method(Inv($"{kernel.Name}{inputs}x{outputs}"), name => Print(name, inputs, outputs));
        var places = Enumerable.Range(0, inputs).Select(index => At(index == 0 ? first : Inv($"{first} + {index}")));
        writer.Line($"{method}(ref xStrip, {string.Join(", ", places)}, ref Unsafe.Add(ref dyStrip, o * {kernel.Right.Lanes!.Axes[2][0].Stride * Unit}), ref sums[((i * width) + o) * {Unit}], width * {Unit}, count);");
    }

    /// <summary>Where an input lies: taps and channels have no common stride.</summary>
    private string At(string index)
    {
        var steps = LaneView.Merged(kernel.Left.Lanes!.Axes[2]);
        var (terms, inner) = (new List<string>(), 1);
        for (var step = steps.Count - 1; step >= 0; step--)
        {
            var part = (inner == 1 ? $"({index})" : Inv($"(({index}) / {inner})")) + (step == 0 ? "" : Inv($" % {steps[step].Extent}"));
            terms.Add(Inv($"({part} * {steps[step].Stride * Unit})"));
            inner *= steps[step].Extent;
        }

        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    private string Print(string name, int inputs, int outputs)
    {
        var (writer, t, v) = (new SourceWriter(), context.T, context.Target.Vector);
        var (left, right, columns) = (kernel.Left.Lanes!, kernel.Right.Lanes!, kernel.Left.Type.Shape[1]);
        var lane = context.Lanes < Unit;
        writer.Line(Inv($"// {inputs} inputs by {outputs} outputs, summed over some rows of {columns} positions."));
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {name}(ref {t} x, {string.Join(", ", Enumerable.Range(0, inputs).Select(i => Inv($"nint x{i}")))}, ref {t} dy, ref {t} sum, nint step, nint rows)"))
        using (lane ? writer.Block(Inv($"for (nint lane = 0; lane < {Unit}; lane += {context.Lanes})")) : null)
        {
            string Sum(int i, int o) => context.V + Inv($".LoadUnsafe(ref sum, (nuint)({(i == 0 ? "0" : Inv($"({i} * step)"))} + {o * Unit}{(lane ? " + lane" : "")}))");
            for (var i = 0; i < inputs; i++)
            {
                writer.Line($"{v} {string.Join(", ", Enumerable.Range(0, outputs).Select(o => Inv($"s{i}{o} = {Sum(i, o)}")))};");
            }

            writer.Line($"ref {t} xRow = ref {(lane ? "Unsafe.Add(ref x, lane)" : "x")};");
            writer.Line($"ref {t} dyRow = ref {(lane ? "Unsafe.Add(ref dy, lane)" : "dy")};");
            using (writer.Block("for (nint left = rows; left > 0; left--)"))
            {
                writer.Line($"ref {t} a = ref xRow;");
                writer.Line($"ref {t} b = ref dyRow;");
                using (writer.Block(Inv($"for (nint column = {columns}; column > 0; column--)")))
                {
                    for (var i = 0; i < inputs; i++)
                    {
                        writer.Line(Inv($"{v} v{i} = {context.V}.LoadUnsafe(ref Unsafe.Add(ref a, x{i}));"));
                    }

                    for (var o = 0; o < outputs; o++)
                    {
                        writer.Line(Inv($"{(o == 0 ? v + " " : "")}g = {context.Target.Load("b", Inv($"{o * right.Axes[2][0].Stride * Unit}"))};"));
                        for (var i = 0; i < inputs; i++)
                        {
                            writer.Line(Inv($"s{i}{o} = {context.Target.MultiplyAdd(Inv($"v{i}"), "g", Inv($"s{i}{o}"))};"));
                        }
                    }

                    writer.Line(Inv($"a = ref Unsafe.Add(ref a, {left.Axes[1][0].Stride * Unit});"));
                    writer.Line(Inv($"b = ref Unsafe.Add(ref b, {right.Axes[1][0].Stride * Unit});"));
                }

                writer.Line();
                writer.Line(Inv($"xRow = ref Unsafe.Add(ref xRow, {left.Axes[0][0].Stride * Unit});"));
                writer.Line(Inv($"dyRow = ref Unsafe.Add(ref dyRow, {right.Axes[0][0].Stride * Unit});"));
            }

            writer.Line();
            for (var i = 0; i < inputs; i++)
            {
                for (var o = 0; o < outputs; o++)
                {
                    writer.Line(Inv($"s{i}{o}.StoreUnsafe(ref sum, (nuint)({(i == 0 ? "0" : Inv($"({i} * step)"))} + {o * Unit}{(lane ? " + lane" : "")}));"));
                }
            }
        }

        return writer.ToString();
    }
}
