using NetGen.Compiler.Emission.Simd.Lanes;
using NetGen.Compiler.Emission.Simd.Tiling;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// Prints gradients of parameters: sums over the batch, split by outputs. Each block is handed to the optimizer while it is in the
/// first-level cache, so that a training step never writes the whole gradient to memory.
/// </summary>
internal sealed class GradientKernels(SimdContext context, ProgramPlan program)
{
    /// <summary>How many independent tasks the kernel has.</summary>
    public int Tasks(Kernel kernel) => kernel switch
    {
        WeightGradientKernel weight => Panels(weight.N) * Panels(weight.K),
        VectorGradientKernel vector => Panels(vector.Features),
        LoopKernel loop => LoopKernelPrinter.Tasks(loop),
        ScatterAddKernel scatter => Panels(scatter.Count) * Panels(scatter.Features),
        LaneTotalKernel total => new LaneTotals(context, program).Tasks(total),
        _ => throw new InvalidOperationException($"{kernel.Name} does not sum over the batch."),
    };

    /// <summary>Adds the method and returns the call for task number <paramref name="task"/>.</summary>
    public string Print(Kernel kernel, string task) => kernel switch
    {
        WeightGradientKernel { Target: { } target } weight => PrintProduct(weight, target, task),
        WeightGradientKernel weight => PrintWeight(weight, task),
        VectorGradientKernel vector => PrintVector(vector, task),
        LoopKernel loop => new LoopKernelPrinter(context, program).Print(loop, task),
        ScatterAddKernel scatter => PrintTable(scatter, task),
        LaneTotalKernel total => new LaneTotals(context, program).Print(total, task),
        _ => throw new InvalidOperationException($"{kernel.Name} does not sum over the batch."),
    };

    private string PrintTable(ScatterAddKernel kernel, string task)
    {
        var (rows, numbers) = (Inv($"ref pass.Panels({program.Memory.Offsets[kernel.Rows]}, 0)"), Inv($"ref pass.Panels({program.Memory.Offsets[kernel.Numbers]}, 0)"));
        return kernel.Target is { } target
            ? Inv($"pass.ScatterAdd({task}, {rows}, {numbers}, {kernel.Numbers.Type.Last}, {kernel.Count}, {kernel.Features}, {kernel.Padding}, {program.Memory.Offsets[target]});")
            : Inv($"pass.UpdateTable({kernel.Parameter}, chunk, {task}, {rows}, {numbers}, {kernel.Numbers.Type.Last}, {kernel.Padding}, {(context.Plan.Parameters[kernel.Parameter].KeepsTransposed ? "true" : "false")});");
    }

    private int Panels(int features) => (features + context.Width - 1) / context.Width;

    private string PrintWeight(WeightGradientKernel kernel, string task)
    {
        var (width, parameter) = (context.Width, context.Plan.Parameters[kernel.Parameter]);
        var (full, rest) = (kernel.N / width, kernel.N % width);
        var narrow = rest is > 0 && rest <= width / 2;
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>The gradient of {parameter.Name}, [{kernel.K}, {kernel.N}]: block <paramref name=\"task\"/> of up to {width} inputs by {width} outputs, and its update.</summary>");
            using (writer.Block($"private static void {name}(Pass<{context.T}> pass, int chunk, int task, ref {context.T} inputs, ref {context.T} outputGradients)"))
            {
                using (writer.Block(Inv($"if (pass.Storage.IsFrozen({kernel.Parameter}))")))
                {
                    writer.Line("return;");
                }

                writer.Line();
                writer.Line(Inv($"int inputPanel = task % {Panels(kernel.K)}, outputPanel = task / {Panels(kernel.K)};"));
                writer.Line($"nint rows = {Argument.Scaled("pass.Batch", kernel.Left)};");
                writer.Line(kernel.K % width == 0
                    ? Inv($"const int height = {width};")
                    : Inv($"int height = Math.Min({width}, {kernel.K} - (inputPanel * {width}));"));
                writer.Line(narrow && full > 0 ? Inv($"int width = outputPanel < {full} ? {width} : {width / 2};") : Inv($"const int width = {(narrow ? width / 2 : width)};"));
                writer.Line(Inv($"int at = {parameter.KernelOffset} + (outputPanel * {kernel.K * width}) + (inputPanel * {width} * width);"));
                writer.Line(Inv($"ref {context.T} x = ref Unsafe.Add(ref inputs, inputPanel * rows * {width});"));
                writer.Line(Inv($"ref {context.T} dy = ref Unsafe.Add(ref outputGradients, outputPanel * rows * {width});"));
                writer.Line($"ref {context.T} gradient = ref pass.Gradient(at, chunk);");
                if (narrow && full > 0)
                {
                    using (writer.Block(Inv($"if (width == {width})")))
                    {
                        writer.Line($"{PanelMethods.Outer(context, false)}(height, ref x, ref dy, ref gradient, rows);");
                    }

                    using (writer.Block("else"))
                    {
                        writer.Line($"{PanelMethods.Outer(context, true)}(height, ref x, ref dy, ref gradient, rows);");
                    }
                }
                else
                {
                    writer.Line($"{PanelMethods.Outer(context, narrow)}(height, ref x, ref dy, ref gradient, rows);");
                }

                writer.Line();
                using (writer.Block("if (pass.Update(at, height * width, ref gradient))"))
                {
                    writer.Line(parameter.KeepsTransposed
                        ? Inv($"Panels.TransposeBlock(ref pass.Parameter({parameter.KernelOffset}), {kernel.K}, {kernel.N}, inputPanel, outputPanel, ref pass.Transposed({parameter.TransposedOffset}));")
                        : "// No layer below needs the transposed weight.");
                }
            }

            return writer.ToString();
        });
        return Inv($"{method}(pass, chunk, {task}, ref pass.Panels({program.Memory.Offsets[kernel.Left]}, 0), ref pass.Panels({program.Memory.Offsets[kernel.Right]}, 0));");
    }

    /// <summary>The same product as a value: rows of the result are inputs, panels are outputs.</summary>
    private string PrintProduct(WeightGradientKernel kernel, Node target, string task)
    {
        var width = context.Width;
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>Σ leftᵀ right over all rows, [{kernel.K}, {kernel.N}]: block <paramref name=\"task\"/> of up to {width} rows by {width} columns.</summary>");
            using (writer.Block($"private static void {name}(Pass<{context.T}> pass, int task, ref {context.T} left, ref {context.T} right, ref {context.T} result)"))
            {
                writer.Line(Inv($"int block = task % {Panels(kernel.K)}, panel = task / {Panels(kernel.K)};"));
                writer.Line($"nint rows = {Argument.Scaled("pass.Batch", kernel.Left)};");
                writer.Line(Inv($"ref {context.T} x = ref Unsafe.Add(ref left, block * rows * {width});"));
                writer.Line(Inv($"ref {context.T} dy = ref Unsafe.Add(ref right, panel * rows * {width});"));
                writer.Line(Inv($"ref {context.T} c = ref Unsafe.Add(ref result, ((panel * {kernel.K}) + (block * {width})) * {width});"));
                writer.Line(Inv($"{PanelMethods.Outer(context, false)}(Math.Min({width}, {kernel.K} - (block * {width})), ref x, ref dy, ref c, rows);"));
            }

            return writer.ToString();
        });
        return Inv($"{method}(pass, {task}, ref pass.Panels({program.Memory.Offsets[kernel.Left]}, 0), ref pass.Panels({program.Memory.Offsets[kernel.Right]}, 0), ref pass.Fixed({program.Memory.Offsets[target]}));");
    }

    private string PrintVector(VectorGradientKernel kernel, string task)
    {
        var width = context.Width;
        var parameter = kernel.Target is null ? context.Plan.Parameters[kernel.Parameter] : null;
        var length = parameter?.KernelLength ?? (kernel.Features + (width / 2) - 1) / (width / 2) * (width / 2);
        var names = SimdContext.Locals(kernel.Operands.Where(operand => Placement.Of(operand) != Place.Iota));
        var arguments = names.Where(pair => Argument.IsPassed(pair.Key)).Select(pair => Argument.Of(context, program, pair.Key, pair.Value, "0")).ToList();
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{(parameter is null ? "A reduction over all rows" : "The gradient of " + parameter.Name)}, [{kernel.Features}]: panel <paramref name=\"task\"/> of {(kernel.Kind == Reduction.Sum ? "Σ" : "max")} {XmlText.Of(ExprPrinter.Print(kernel.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand, out var local) ? local : "index")]))}{(parameter is null ? "" : ", and its update")}.</summary>");
            using (writer.Block($"private static void {name}(Pass<{context.T}> pass, int chunk, int task{string.Concat(arguments.Select(argument => ", " + argument.Declaration))})"))
            {
                if (parameter is not null)
                {
                    using (writer.Block(Inv($"if (pass.Storage.IsFrozen({kernel.Parameter}))")))
                    {
                        writer.Line("return;");
                    }

                    writer.Line();
                }

                writer.Line($"nint rows = {Argument.Scaled("pass.Batch", kernel.RowsPerSample)};");
                writer.Line(Panels(kernel.Features) * width == length
                    ? Inv($"const int features = {width};")
                    : Inv($"int features = Math.Min({width}, {length} - (task * {width}));"));
                if (parameter is not null)
                {
                    writer.Line(Inv($"int at = {parameter.KernelOffset} + (task * {width});"));
                }

                foreach (var pair in names.Where(pair => Placement.Of(pair.Key) == Place.Constant))
                {
                    writer.Line(context.Constant(pair.Key, pair.Value));
                }

                foreach (var pair in names.Where(pair => Placement.Of(pair.Key) is Place.Panels or Place.Parameter or Place.Constant or Place.Fixed))
                {
                    var step = Placement.Of(pair.Key) == Place.Panels ? Inv($"task * rows * {width}") : Inv($"task * {width}");
                    writer.Line($"{pair.Value} = ref Unsafe.Add(ref {pair.Value}, {step});");
                }

                writer.Line(parameter is not null ? $"ref {context.T} gradient = ref pass.Gradient(at, chunk);"
                    : Inv($"ref {context.T} gradient = ref Unsafe.Add(ref pass.Fixed({program.Memory.Offsets[kernel.Target!]}), task * {width});"));
                using (writer.Block(Inv($"for (nint lane = 0; lane < features; lane += {context.Lanes})")))
                {
                    WriteSum(writer, kernel, names);
                }

                if (parameter is not null)
                {
                    writer.Line();
                    writer.Line("pass.Update(at, features, ref gradient);");
                }
            }

            return writer.ToString();
        });
        return $"{method}(pass, chunk, {task}{string.Concat(arguments.Select(argument => ", " + argument.Source))});";
    }

    /// <summary>Four sums side by side when the summand is a mere load: one addition alone would wait for the one before it.</summary>
    private void WriteSum(SourceWriter writer, VectorGradientKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var zero = kernel.Kind == Reduction.Max ? $"{context.V}.Create({context.T}.NegativeInfinity)" : $"{context.Target.Vector}.Zero";
        writer.Line("nint row = 0;");
        if (kernel.Kind == Reduction.Sum && kernel.Value is Variable { Index: var index } && Placement.Of(kernel.Operands[index]) == Place.Panels)
        {
            var name = names[kernel.Operands[index]];
            writer.Line($"{context.Target.Vector} sum = {zero}, sum1 = {zero}, sum2 = {zero}, sum3 = {zero};");
            using (writer.Block("for (; row <= rows - 4; row += 4)"))
            {
                for (var i = 0; i < 4; i++)
                {
                    writer.Line(Inv($"sum{(i == 0 ? "" : Inv($"{i}"))} += {context.Load(name, Inv($"((row + {i}) * {context.Width}) + lane"))};"));
                }
            }

            writer.Line();
            writer.Line("sum = (sum + sum1) + (sum2 + sum3);");
        }
        else
        {
            writer.Line($"{context.Target.Vector} sum = {zero};");
        }

        using (writer.Block("for (; row < rows; row++)"))
        {
            var loads = kernel.Operands.Select((operand, position) => (Name: Inv($"v{position}"), Text: Load(operand, names))).ToList();
            foreach (var (name, text) in loads)
            {
                writer.Line($"var {name} = {text};");
            }

            var code = context.Functions.Write([kernel.Value], loads.Select(load => load.Name).ToList(), "t");
            foreach (var statement in code.Statements)
            {
                writer.Line(statement);
            }

            writer.Line(kernel.Kind == Reduction.Sum ? $"sum += {code.Results[0]};" : $"sum = {context.V}.MaxNative(sum, {code.Results[0]});");
        }

        writer.Line();
        if (kernel.Features % context.Target.Half != 0 && (kernel.Kind == Reduction.Max || !ZeroPadding.Holds(kernel.Value, kernel.Operands)))
        {
            writer.Line(Inv($"var valid = {context.V}.LessThan({context.Target.Vector}.Indices + {context.V}.Create(({context.T})((task * {context.Width}) + lane)), {context.V}.Create({context.Literal(kernel.Features)}));"));
            writer.Line($"sum = {context.V}.ConditionalSelect(valid, sum, {context.Target.Vector}.Zero);");
        }

        writer.Line("sum.StoreUnsafe(ref gradient, (nuint)lane);");
    }

    private string Load(Node operand, IReadOnlyDictionary<Node, string> names) => Placement.Of(operand) switch
    {
        Place.Panels => context.Load(names[operand], Inv($"(row * {context.Width}) + lane")),
        Place.Parameter or Place.Constant or Place.Fixed => context.Load(names[operand], "lane"),
        Place.Iota => $"{context.V}<{context.T}>.Indices + {context.V}.Create(({context.T})((task * {context.Width}) + lane))",
        Place.Labels => $"{context.V}.Create(({context.T})Unsafe.Add(ref {names[operand]}, row))",
        Place.RowScalars or Place.RowWeights => $"{context.V}.Create(Unsafe.Add(ref {names[operand]}, row))",
        _ => throw new InvalidOperationException($"A sum over the batch cannot read {operand.Operation.Name}."),
    };
}
