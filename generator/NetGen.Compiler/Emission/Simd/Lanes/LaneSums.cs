using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>
/// Prints sums over samples in lanes. Vectors are added up as they are, and their lanes at the end. Blocks are taken from the last to the first: behind the last sample
/// there are lanes that count for nothing, and they are dropped before anything else is added.
/// </summary>
internal sealed class LaneSums(SimdContext context, ProgramPlan program)
{
    /// <summary>Channels that a sweep adds up side by side.</summary>
    private const int Together = 4;

    public int Tasks(LaneSumKernel kernel) => kernel.Target is null
        ? (kernel.Space.Last + context.Width - 1) / context.Width
        : kernel.Rows * ((kernel.Space.Last + Together - 1) / Together);

    public string Print(LaneSumKernel kernel, string task)
    {
        var names = SimdContext.Locals(kernel.Operands.Select(operand => operand.Memory).Where(node => node.Operation is not IotaOperation));
        var arguments = names.Keys.Where(Argument.IsPassed).Select(node => Argument.Of(context, program, node, names[node], "0")).ToList();
        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, arguments));
        return $"{method}(pass, chunk, {task}{string.Concat(arguments.Select(argument => ", " + argument.Source))});";
    }

    private string PrintMethod(string name, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<Argument> arguments)
    {
        var (writer, features) = (new SourceWriter(), kernel.Space.Last);
        var value = ExprPrinter.Print(kernel.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand.Memory, out var local) ? local : "index")]);
        writer.Line($"/// <summary>{XmlText.Of($"The {(kernel.Kind == Reduction.Sum ? "sum" : "maximum")} of {value} over all samples{(kernel.Rows == 1 ? " and positions" : "")}: {features} numbers")}.</summary>");
        using (writer.Block($"private static void {name}(Pass<{context.T}> pass, int chunk, int task{string.Concat(arguments.Select(argument => ", " + argument.Declaration))})"))
        {
            foreach (var constant in names.Keys.Where(node => Placement.Of(node) == Place.Constant))
            {
                writer.Line(context.Constant(constant, names[constant]));
            }

            if (kernel.Target is { } target)
            {
                var groups = (features + Together - 1) / Together;
                if (kernel.Rows > 1)
                {
                    writer.Line(Inv($"int row = task / {groups};"));
                }

                writer.Line(kernel.Rows == 1 ? Inv($"int first = task * {Together};") : Inv($"int first = task % {groups} * {Together};"));
                writer.Line(Inv($"int last = Math.Min(first + {Together}, {features});"));
                writer.Line(Inv($"ref {context.T} result = ref Unsafe.Add(ref pass.Fixed({program.Memory.Offsets[target]}), {(kernel.Rows == 1 ? "first" : Inv($"((((first / {context.Width}) * {kernel.Rows}) + row) * {context.Width}) + (first % {context.Width})"))});"));
                WriteGroups(writer, kernel, names);

                // Behind the last number rows are zero.
                var padded = (features + context.Target.Half - 1) / context.Target.Half * context.Target.Half;
                if (padded > features)
                {
                    using (writer.Block(Inv($"for (int behind = last; last == {features} && behind < {padded}; behind++)")))
                    {
                        writer.Line("Unsafe.Add(ref result, behind - first) = 0;");
                    }
                }
            }
            else
            {
                WriteGradient(writer, kernel, names);
            }
        }

        return writer.ToString();
    }

    private void WriteGradient(SourceWriter writer, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var parameter = context.Plan.Parameters[kernel.Parameter];
        using (writer.Block(Inv($"if (pass.Storage.IsFrozen({kernel.Parameter}))")))
        {
            writer.Line("return;");
        }

        writer.Line();
        writer.Line(Inv($"int first = task * {context.Width};"));
        writer.Line(Inv($"int last = Math.Min(first + {context.Width}, {kernel.Space.Last});"));
        writer.Line(Inv($"int count = Math.Min({context.Width}, {parameter.KernelLength} - first);"));
        writer.Line(Inv($"int at = {parameter.KernelOffset} + first;"));
        writer.Line($"ref {context.T} result = ref pass.Gradient(at, chunk);");
        writer.Line("MemoryMarshal.CreateSpan(ref result, count).Clear();");
        WriteGroups(writer, kernel, names);
        writer.Line("pass.Update(at, count, ref result);");
    }

    private void WriteGroups(SourceWriter writer, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        writer.Line("int feature = first;");
        if (kernel.Space.Last >= Together && kernel.Operands.All(operand => operand.Node.Lanes is null || operand.Node.Lanes.Axes[operand.Node.Lanes.Axes.Count - 1].Count == 1))
        {
            using (writer.Block(Inv($"for (; feature <= last - {Together}; feature += {Together})")))
            {
                WriteSweep(writer, kernel, names, Together);
            }

            writer.Line();
        }

        using (writer.Block("for (; feature < last; feature++)"))
        {
            WriteSweep(writer, kernel, names, 1);
        }

        writer.Line();
    }

    private void WriteSweep(SourceWriter writer, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names, int together)
    {
        var start = kernel.Kind == Reduction.Max ? $"{context.V}.Create({context.T}.NegativeInfinity)" : $"{context.Target.Vector}.Zero";
        var total = Horizontal.Method(context, kernel.Kind, context.Lanes);
        if (context.Lanes < context.Target.Half)
        {
            for (var f = 0; f < together; f++)
            {
                writer.Line(Inv($"{context.T} total{f} = {(kernel.Kind == Reduction.Max ? context.T + ".NegativeInfinity" : "0")};"));
            }

            using (writer.Block(Inv($"for (nint lane = 0; lane < {context.Target.Half}; lane += {context.Lanes})")))
            {
                WriteBlocks(writer, kernel, names, together, start);
                for (var f = 0; f < together; f++)
                {
                    var sum = $"{total}(sum{f}).ToScalar()";
                    writer.Line(kernel.Kind == Reduction.Max ? Inv($"total{f} = Math.Max(total{f}, {total}(sum{f}).ToScalar());") : Inv($"total{f} += {sum};"));
                }
            }

            writer.Line();
            for (var f = 0; f < together; f++)
            {
                writer.Line(Inv($"Unsafe.Add(ref result, feature - first + {f}) = total{f};"));
            }

            return;
        }

        WriteBlocks(writer, kernel, names, together, start);
        for (var f = 0; f < together; f++)
        {
            writer.Line(Inv($"Unsafe.Add(ref result, feature - first + {f}) = {total}(sum{f}).ToScalar();"));
        }
    }

    private void WriteBlocks(SourceWriter writer, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names, int together, string start)
    {
        writer.Line($"{context.Target.Vector} {string.Join(", ", Enumerable.Range(0, together).Select(f => Inv($"sum{f} = {start}")))};");
        using (writer.Block("for (nint block = pass.LaneBlocks - 1; block >= 0; block--)"))
        {
            foreach (var pair in names.Where(pair => Placement.Of(pair.Key) == Place.Lanes))
            {
                writer.Line($"ref {context.T} {pair.Value}Block = ref Unsafe.Add(ref {pair.Value}, block * pass.LaneStride);");
            }

            // The result's own axes are walked by the tasks; the others here.
            var walks = kernel.Operands.Select(operand => LaneReader.Walk(context, operand)).ToList();
            var indexed = kernel.Operands.Any(operand => operand.Memory.Operation is IotaOperation || LaneReader.IsScattered(context, operand));
            var levels = LaneNest.Of(kernel.Space, walks, indexed, kernel.Space.Rank - 1);
            var scope = new LaneScope(context, writer, kernel.Space, kernel.Operands, names, "Block");
            foreach (var level in levels.Where(level => level.Axis < kernel.Space.Rank - 1 && kernel.Rows == 1))
            {
                scope.Open(level);
            }

            scope.Fix(levels, "feature", kernel.Rows == 1 ? "" : "row");
            for (var f = 0; f < together; f++)
            {
                var value = scope.Value(kernel.Value, Inv($"_{f}"), f);
                writer.Line(kernel.Kind == Reduction.Sum ? Inv($"sum{f} += {value};") : Inv($"sum{f} = {context.V}.MaxNative(sum{f}, {value});"));
            }

            scope.Close(0);
            writer.Line();
            using (writer.Block("if (block == pass.LaneBlocks - 1 && pass.AbsentLanes > 0)"))
            {
                writer.Line($"var present = {context.V}.LessThan({context.Target.Vector}.Indices{(context.Lanes < context.Target.Half ? $" + {context.V}.Create(({context.T})lane)" : "")}, {context.V}.Create(({context.T})({context.Target.Half} - pass.AbsentLanes)));");
                for (var f = 0; f < together; f++)
                {
                    writer.Line(Inv($"sum{f} = {context.V}.ConditionalSelect(present, sum{f}, {start});"));
                }
            }
        }

        writer.Line();
    }
}
