using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>
/// Prints the gradient of a weight that windows are multiplied by. A task has a block of the weight; for each of its numbers there is a vector of sums, one per sample of a block
/// of samples. A strip of some positions, which stays in the cache, is gone through by all tiles before the next, and lanes are added up at the end.
/// </summary>
internal sealed class LaneOuterPrinter(SimdContext context, ProgramPlan program)
{
    /// <summary>Positions of a strip, at least.</summary>
    private const int Strip = 32;

    public int Tasks(LaneOuterKernel kernel) => Panels(kernel.K) * Panels(kernel.N);

    private int Unit => context.Target.Half;

    private int Panels(int features) => (features + context.Width - 1) / context.Width;

    public string Print(LaneOuterKernel kernel, string task)
    {
        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel));
        string Of(Node node) => Inv($"ref pass.Lanes({program.Memory.Offsets[Aliases.Resolve(node)]}, 0)");
        return $"{method}(pass, chunk, {task}, {Of(kernel.Left)}, {Of(kernel.Right)});";
    }

    private string PrintMethod(string name, LaneOuterKernel kernel)
    {
        var (writer, width) = (new SourceWriter(), context.Width);
        var (full, rest) = (kernel.N / width, kernel.N % width);
        var narrow = kernel.Target is null && rest is > 0 && rest <= Unit;
        var what = kernel.Target is null ? "The gradient of " + context.Plan.Parameters[kernel.Parameter].Name : "Σ leftᵀ right over all positions and samples";
        writer.Line($"/// <summary>{what}, [{kernel.K}, {kernel.N}]: block <paramref name=\"task\"/> of up to {width} inputs by {width} outputs{(kernel.Target is null ? ", and its update" : "")}.</summary>");
        using (writer.Block($"private static void {name}(Pass<{context.T}> pass, int chunk, int task, ref {context.T} seen, ref {context.T} outputGradients)"))
        {
            if (kernel.Target is null)
            {
                using (writer.Block(Inv($"if (pass.Storage.IsFrozen({kernel.Parameter}))")))
                {
                    writer.Line("return;");
                }

                writer.Line();
            }

            writer.Line(Inv($"int inputPanel = task % {Panels(kernel.K)}, outputPanel = task / {Panels(kernel.K)};"));
            writer.Line(kernel.K % width == 0 ? Inv($"const int height = {width};") : Inv($"int height = Math.Min({width}, {kernel.K} - (inputPanel * {width}));"));
            writer.Line(kernel.N % width == 0 ? Inv($"const int outputs = {width};") : kernel.N < width ? Inv($"const int outputs = {kernel.N};") : Inv($"int outputs = Math.Min({width}, {kernel.N} - (outputPanel * {width}));"));
            writer.Line(narrow && full > 0 ? Inv($"int width = outputPanel < {full} ? {width} : {Unit};") : Inv($"const int width = {(narrow ? Unit : width)};"));
            WriteSums(writer, kernel);
            WriteEnd(writer, kernel);
        }

        return writer.ToString();
    }

    private void WriteSums(SourceWriter writer, LaneOuterKernel kernel)
    {
        var (left, right, width) = (kernel.Left.Lanes!, kernel.Right.Lanes!, context.Width);
        var (rows, columns) = (kernel.Left.Type.Shape[0], kernel.Left.Type.Shape[1]);
        var strip = Math.Min(rows, (Strip + columns - 1) / columns);
        var height = context.Target.Set == InstructionSet.Avx512 ? 4 : 2;
        var outputs = OutputsOf(Math.Min(kernel.N, width));
        var tile = new LaneOuterTile(context, kernel);
        writer.Line(Inv($"Span<{context.T}> sums = stackalloc {context.T}[{Math.Min(width, kernel.K) * (kernel.N > Unit || kernel.Target is not null ? width : Unit) * Unit}];"));
        writer.Line("sums.Clear();");
        using (writer.Block("for (nint block = pass.LaneBlocks - 1; block >= 0; block--)"))
        {
            writer.Line($"ref {context.T} x = ref Unsafe.Add(ref seen, (block * pass.LaneStride) + {left.Offset * Unit});");
            writer.Line($"ref {context.T} dy = ref Unsafe.Add(ref outputGradients, (block * pass.LaneStride) + (outputPanel * {width * right.Axes[2][0].Stride * Unit}) + {right.Offset * Unit});");
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
                                tile.WriteCall(writer, size, number, Inv($"(inputPanel * {width}) + i"));
                            }

                            writer.Line();
                        }
                    }

                    writer.Line();
                }
            }

            using (writer.Block("if (block == pass.LaneBlocks - 1)"))
            {
                writer.Line("pass.DropAbsent(sums);");
            }
        }

        writer.Line();
    }

    private void WriteEnd(SourceWriter writer, LaneOuterKernel kernel)
    {
        var width = context.Width;
        if (kernel.Target is { } target)
        {
            // Rows of the value are outputs, and behind the last input they are zero.
            writer.Line(Inv($"ref {context.T} result = ref Unsafe.Add(ref pass.Fixed({program.Memory.Offsets[target]}), ((inputPanel * {kernel.N}) + (outputPanel * {width})) * {width});"));
            writer.Line(Inv($"MemoryMarshal.CreateSpan(ref result, outputs * {width}).Clear();"));
            using (writer.Block("for (int i = 0; i < height; i++)"))
            using (writer.Block("for (int o = 0; o < outputs; o++)"))
            {
                writer.Line(Inv($"Lanes.Sum(sums.Slice(((i * width) + o) * {Unit}, {Unit}), ref Unsafe.Add(ref result, (o * {width}) + i), 1);"));
            }

            return;
        }

        var parameter = context.Plan.Parameters[kernel.Parameter];
        writer.Line(Inv($"int at = {parameter.KernelOffset} + (outputPanel * {kernel.K * width}) + (inputPanel * {width} * width);"));
        writer.Line($"ref {context.T} gradient = ref pass.Gradient(at, chunk);");
        writer.Line("Lanes.Sum(sums, ref gradient, height * width);");
        using (writer.Block("if (pass.Update(at, height * width, ref gradient))"))
        {
            writer.Line(parameter.KeepsTransposed
                ? Inv($"Panels.TransposeBlock(ref pass.Parameter({parameter.KernelOffset}), {kernel.K}, {kernel.N}, inputPanel, outputPanel, ref pass.Transposed({parameter.TransposedOffset}));")
                : "// No layer below needs the transposed weight.");
        }
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
