using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>
/// Prints sums over the batch: gradients of parameters, losses, and values that are the same for all samples. Gradients may be cut into slices of the
/// batch, each with a copy of the gradient, so that many blocks have work; the optimizer adds them up.
/// </summary>
internal sealed class GradientKernels(GpuContext context, DeviceProgram program)
{
    /// <summary>Threads per block.</summary>
    public const int Threads = 256;

    /// <summary>Columns of threads, at most: as many values are read side by side.</summary>
    private const int MostColumns = 32;

    /// <summary>How many blocks the kernel takes, without slices; and whether it is cut into slices.</summary>
    public static (int Blocks, bool Sliced) BlocksOf(Kernel kernel) => kernel switch
    {
        WeightGradientKernel weight => (Ceiling(weight.K * weight.N, Threads), weight.Target is null),
        ScatterAddKernel scatter => (Ceiling(scatter.Count * scatter.Features, Threads), scatter.Target is null),
        VectorGradientKernel vector => (Ceiling(vector.Features, ColumnsOf(vector.Features)), vector.Target is null),
        LoopKernel loop => (Ceiling(SizeOf(loop.Target), ColumnsOf(SizeOf(loop.Target))), false),
        LossKernel => (1, false),
        HandOverKernel hand => (Ceiling(SizeOf(hand.Gradient), Threads), false),
        NoGradientKernel => (4, false),
        _ => throw new InvalidOperationException($"{kernel.Name} does not sum over the batch."),
    };

    /// <summary>Adds the method and returns the call for block number <c>task</c>.</summary>
    public string Print(Kernel kernel) => kernel switch
    {
        WeightGradientKernel weight => PrintWeight(weight),
        ScatterAddKernel scatter => PrintTable(scatter),
        VectorGradientKernel vector => PrintVector(vector),
        LossKernel loss => PrintLoss(loss),
        LoopKernel loop => PrintLoop(loop),
        HandOverKernel hand => PrintHandOver(hand),
        NoGradientKernel none => PrintNoGradient(none),
        _ => throw new InvalidOperationException($"{kernel.Name} does not sum over the batch."),
    };

    private int Length => context.Layout.ParameterLength;

    private string PrintWeight(WeightGradientKernel kernel)
    {
        var names = DeviceNames.Of([kernel.Left, kernel.Right]);
        var arguments = names.Keys.Select(node => DeviceArgument.OfBatch(context, program, node, names[node])).ToList();
        var sliced = kernel.Target is null;
        arguments.Add(new DeviceArgument($"{context.View} gradient", ResultOf(kernel.Target, kernel.Parameter, kernel.K * kernel.N)));
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            var what = kernel.Target is null ? "The gradient of " + context.Network.Parameters[kernel.Parameter].Name : "Σ leftᵀ right over all rows";
            writer.Line(Inv($"/// <summary>{what}, [{kernel.K}, {kernel.N}]: an element per thread{(sliced ? ", for a slice of the batch" : "")}.</summary>"));
            using (writer.Block($"private static void {name}(int task, {(sliced ? "int slices, " : "")}int rows, {string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            {
                WriteSlice(writer, sliced, BlocksOf(kernel).Blocks);
                writer.Line(Inv($"int i = (task * {Threads}) + Group.IdxX;"));
                using (writer.Block(Inv($"if (i < {kernel.K * kernel.N})")))
                {
                    // A parameter lies as [out, in], a value as [left, right].
                    var inner = sliced ? kernel.K : kernel.N;
                    writer.Line($"int {(sliced ? "n" : "k")} = {KernelTexts.Quotient("i", inner)};");
                    writer.Line($"int {(sliced ? "k" : "n")} = {KernelTexts.Remainder("i", inner)};");
                    writer.Line($"{context.T} sum = {context.Literal(0)};");
                    using (writer.Block("for (int row = from; row < to; row++)"))
                    {
                        writer.Line($"sum += {names[kernel.Left]}[{KernelTexts.Sum(KernelTexts.Times("row", kernel.K), "k")}] * {names[kernel.Right]}[{KernelTexts.Sum(KernelTexts.Times("row", kernel.N), "n")}];");
                    }

                    writer.Line();
                    writer.Line($"gradient[{Place(sliced, "i")}] = sum;");
                }
            }

            return writer.ToString();
        });
        return $"{method}(task, {(sliced ? "run.Slices, " : "")}{KernelTexts.Times("run.Batch", kernel.Left.Type.Rows)}, {string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintVector(VectorGradientKernel kernel)
    {
        var names = DeviceNames.Of(kernel.Operands.Where(DeviceArgument.IsPassed));
        var formula = ExprPrinter.Print(kernel.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand, out var local) ? local : SimdContext.Local(operand))]);
        var what = kernel.Target is null ? "The gradient of " + context.Network.Parameters[kernel.Parameter].Name : "A reduction over all rows";
        return PrintColumns(kernel.Name, Inv($"{what}, [{kernel.Features}]: {(kernel.Kind == Reduction.Sum ? "Σ" : "max")} {formula}"), kernel.Kind, kernel.Features,
            KernelTexts.Times("run.Batch", kernel.RowsPerSample), names, kernel.Target is null, ResultOf(kernel.Target, kernel.Parameter, kernel.Features), writer =>
            {
                var reader = new RowReader(context, names);
                var element = KernelTexts.Sum(KernelTexts.Times("row", kernel.Features), "column");
                var loads = kernel.Operands.Select((operand, position) => (Name: Inv($"v{position}"), Text: reader.Read(operand, element, "row", "column"))).ToList();
                foreach (var (name, text) in loads)
                {
                    writer.Line($"{context.T} {name} = {text};");
                }

                return context.Write(writer, [kernel.Value], loads.Select(load => load.Name).ToList(), "t")[0];
            });
    }

    /// <summary>A thread per value of the table, which looks at every row of its slice: in order, and never two threads at one value.</summary>
    private string PrintTable(ScatterAddKernel kernel)
    {
        var names = DeviceNames.Of([kernel.Rows, kernel.Numbers]);
        var arguments = names.Keys.Select(node => DeviceArgument.OfBatch(context, program, node, names[node])).ToList();
        var (sliced, size) = (kernel.Target is null, kernel.Count * kernel.Features);
        arguments.Add(new DeviceArgument($"{context.View} gradient", ResultOf(kernel.Target, kernel.Parameter, size)));
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{names[kernel.Rows]} added up by {names[kernel.Numbers]}, [{kernel.Count}, {kernel.Features}]{(sliced ? ", for a slice of the batch" : "")}.</summary>");
            using (writer.Block($"private static void {name}(int task, {(sliced ? "int slices, " : "")}int rows, {string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            {
                WriteSlice(writer, sliced, Ceiling(size, Threads));
                writer.Line(Inv($"int i = (task * {Threads}) + Group.IdxX;"));
                writer.Line($"int feature = {KernelTexts.Remainder("i", kernel.Features)};");
                writer.Line($"int number = {KernelTexts.Quotient("i", kernel.Features)};");
                writer.Line($"{context.T} total = {context.Literal(0)};");
                using (writer.Block($"for (int row = from; row < to{(kernel.Padding < 0 ? "" : Inv($" && number != {kernel.Padding}"))}; row++)"))
                using (writer.Block(Inv($"if (i < {size} && {names[kernel.Numbers]}[row] == number)")))
                {
                    writer.Line($"total += {names[kernel.Rows]}[{KernelTexts.Sum(KernelTexts.Times("row", kernel.Features), "feature")}];");
                }

                writer.Line();
                using (writer.Block(Inv($"if (i < {size})")))
                {
                    writer.Line($"gradient[{Place(sliced, "i")}] = total;");
                }
            }

            return writer.ToString();
        });
        return $"{method}(task, {(sliced ? "run.Slices, " : "")}{KernelTexts.Times("run.Batch", kernel.Rows.Type.Rows)}, {string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintLoss(LossKernel kernel)
    {
        var names = DeviceNames.Of([kernel.Rows]);
        return PrintColumns(kernel.Name, $"The loss: Σ {names[kernel.Rows]}", Reduction.Sum, 1, KernelTexts.Times("run.Batch", kernel.Rows.Type.Rows), names, false,
            Inv($"results.SubView({kernel.Index}, 1)"), _ => new RowReader(context, names).Read(kernel.Rows, "row", "row", "0"));
    }

    private string PrintLoop(LoopKernel kernel)
    {
        var names = DeviceNames.Of(kernel.Operands.Select(operand => operand.Node).Where(DeviceArgument.IsPassed));
        var axes = new DeviceAxes(kernel);
        var all = LoopKernelPrinter.Names(kernel);
        return PrintColumns(kernel.Name, LoopKernelPrinter.Formula(kernel, all), kernel.Reduction!.Value, SizeOf(kernel.Target), "run.Batch", names, false,
            ResultOf(kernel.Target, -1, SizeOf(kernel.Target)), writer =>
            {
                writer.Line("int i = column;");
                axes.WriteIndices(writer);
                return new LoopKernelPrinter(context, program).WriteValue(writer, kernel, axes, names, "row");
            });
    }

    /// <summary>A reduction over rows: threads in columns along the features, in as many rows as a block has room for.</summary>
    private string PrintColumns(
        string wanted, string formula, Reduction kind, int features, string rows, IReadOnlyDictionary<Node, string> names, bool sliced, string result, Func<SourceWriter, string> writeValue)
    {
        var columns = ColumnsOf(features);
        var arguments = names.Keys.Select(node => DeviceArgument.OfBatch(context, program, node, names[node])).ToList();
        var method = context.Method(wanted, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{XmlText.Of(formula)}{(sliced ? ", for a slice of the batch" : "")}.</summary>");
            using (writer.Block($"private static void {name}(int task, {(sliced ? "int slices, " : "")}int rows, {context.View} scratch, {string.Concat(arguments.Select(argument => argument.Declaration + ", "))}{context.View} gradient)"))
            {
                WriteSlice(writer, sliced, Ceiling(features, columns));
                writer.Line($"int column = {KernelTexts.Sum(KernelTexts.Times("task", columns), KernelTexts.Remainder("Group.IdxX", columns))};");
                writer.Line($"{context.T} total = {(kind == Reduction.Sum ? context.Literal(0) : context.T + ".NegativeInfinity")};");
                writer.Line(Inv($"int end = column < {features} ? to : from;"));
                using (writer.Block(Inv($"for (int row = from + ({KernelTexts.Quotient("Group.IdxX", columns)}); row < end; row += {Threads / columns})")))
                {
                    writer.Line(BlockReduction.Step(kind, "total", writeValue(writer), "s"));
                }

                writer.Line();
                writer.Line($"total = {BlockReduction.Columns(context, kind, columns, Threads)}(scratch, total);");
                using (writer.Block(Inv($"if (Group.IdxX < {columns} && column < {features})")))
                {
                    writer.Line($"gradient[{Place(sliced, "column")}] = total;");
                }
            }

            return writer.ToString();
        });
        return $"{method}(task, {(sliced ? "run.Slices, " : "")}{rows}, scratch, {string.Concat(arguments.Select(argument => argument.Source + ", "))}{result});";
    }

    private string PrintHandOver(HandOverKernel kernel)
    {
        var size = SizeOf(kernel.Gradient);
        var method = context.Method("HandOver", name =>
        {
            var writer = new SourceWriter();
            writer.Line("/// <summary>A finished gradient to the optimizer: all of it in the first slice, zero in the others.</summary>");
            using (writer.Block($"private static void {name}(int task, int slices, int count, {context.View} source, {context.View} gradient)"))
            {
                writer.Line(Inv($"int i = (task * {Threads}) + Group.IdxX;"));
                using (writer.Block("if (i < count)"))
                {
                    writer.Line("gradient[i] = source[i];");
                    using (writer.Block("for (int slice = 1; slice < slices; slice++)"))
                    {
                        writer.Line(Inv($"gradient[(slice * {Length}) + i] = {context.Literal(0)};"));
                    }
                }
            }

            return writer.ToString();
        });
        return Inv($"{method}(task, run.Slices, {size}, {DeviceArgument.OfBatch(context, program, kernel.Gradient, "source").Source}, {ResultOf(null, kernel.Parameter, size)});");
    }

    private string PrintNoGradient(NoGradientKernel kernel)
    {
        var size = (int)context.Network.Parameters[kernel.Parameter].Spec.Shape.Count;
        var method = context.Method("NoGradient", name =>
        {
            var writer = new SourceWriter();
            writer.Line("/// <summary>Zero, for a parameter that nothing depends on.</summary>");
            using (writer.Block($"private static void {name}(int task, int slices, int count, {context.View} gradient)"))
            using (writer.Block("for (int slice = 0; slice < slices; slice++)"))
            using (writer.Block(Inv($"for (int i = (task * {Threads}) + Group.IdxX; i < count; i += {BlocksOf(kernel).Blocks * Threads})")))
            {
                writer.Line(Inv($"gradient[(slice * {Length}) + i] = {context.Literal(0)};"));
            }

            return writer.ToString();
        });
        return Inv($"{method}(task, run.Slices, {size}, {ResultOf(null, kernel.Parameter, size)});");
    }

    /// <summary>The rows of the block's slice, <c>from</c> up to <c>to</c>; <c>task</c> becomes the block within the slice.</summary>
    private static void WriteSlice(SourceWriter writer, bool sliced, int blocks)
    {
        if (!sliced)
        {
            writer.Line("const int from = 0;");
            writer.Line("int to = rows;");
            return;
        }

        writer.Line($"int chunk = {KernelTexts.Quotient("task", blocks)};");
        writer.Line($"task = {KernelTexts.Remainder("task", blocks)};");
        writer.Line("int length = (rows + slices - 1) / slices;");
        writer.Line("int from = chunk * length;");
        writer.Line("int to = from + length < rows ? from + length : rows;");
    }

    private string Place(bool sliced, string element) => sliced ? Inv($"(chunk * {Length}) + {element}") : element;

    /// <summary>Where a sum goes: to a value, or to the gradient of a parameter with all its slices.</summary>
    private string ResultOf(Node? target, int parameter, int size) => target is not null
        ? DeviceArgument.OfBatch(context, program, target, "gradient").Source
        : Inv($"gradients.SubView({context.Layout.ParameterOffsets[parameter]}, ((run.Slices - 1) * {Length}) + {size})");

    private static int ColumnsOf(int features)
    {
        var columns = 1;
        while (columns < features && columns < MostColumns)
        {
            columns *= 2;
        }

        return columns;
    }

    private static int SizeOf(Node node) => node.Type.Rows * node.Type.Last;

    private static int Ceiling(int count, int by) => (count + by - 1) / by;
}
