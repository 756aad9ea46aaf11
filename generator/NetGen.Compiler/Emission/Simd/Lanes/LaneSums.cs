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

    public int Tasks(LaneSumKernel kernel) => kernel.Sums[0].Target is null
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
        var what = kernel.Kind == Reduction.Sum ? "sum" : "maximum";
        var values = kernel.Sums.Select(sum => $"{what} of {ExprPrinter.Print(sum.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand.Memory, out var local) ? local : "index")])}");
        writer.Line($"/// <summary>{XmlText.Of($"The {string.Join(", and the ", values)} over all samples{(kernel.Rows == 1 ? " and positions" : "")}: {features} numbers{(kernel.Sums.Count > 1 ? " each" : "")}")}.</summary>");
        using (writer.Block($"private static void {name}(Pass<{context.T}> pass, int chunk, int task{string.Concat(arguments.Select(argument => ", " + argument.Declaration))})"))
        {
            foreach (var constant in names.Keys.Where(node => Placement.Of(node) == Place.Constant))
            {
                writer.Line(context.Constant(constant, names[constant]));
            }

            if (kernel.Sums[0].Target is not null)
            {
                var groups = (features + Together - 1) / Together;
                if (kernel.Rows > 1)
                {
                    writer.Line(Inv($"int row = task / {groups};"));
                }

                writer.Line(kernel.Rows == 1 ? Inv($"int first = task * {Together};") : Inv($"int first = task % {groups} * {Together};"));
                writer.Line(Inv($"int last = Math.Min(first + {Together}, {features});"));
                for (var sum = 0; sum < kernel.Sums.Count; sum++)
                {
                    writer.Line(Inv($"ref {context.T} result{sum} = ref Unsafe.Add(ref pass.Fixed({program.Memory.Offsets[kernel.Sums[sum].Target!]}), {(kernel.Rows == 1 ? "first" : Inv($"((((first / {context.Width}) * {kernel.Rows}) + row) * {context.Width}) + (first % {context.Width})"))});"));
                }

                WriteGroups(writer, kernel, names);

                // Behind the last number rows are zero.
                var padded = (features + context.Target.Half - 1) / context.Target.Half * context.Target.Half;
                if (padded > features)
                {
                    using (writer.Block(Inv($"for (int behind = last; last == {features} && behind < {padded}; behind++)")))
                    {
                        for (var sum = 0; sum < kernel.Sums.Count; sum++)
                        {
                            writer.Line(Inv($"Unsafe.Add(ref result{sum}, behind - first) = 0;"));
                        }
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
        var parameter = context.Plan.Parameters[kernel.Sums[0].Parameter];
        using (writer.Block(Inv($"if (pass.Storage.IsFrozen({kernel.Sums[0].Parameter}))")))
        {
            writer.Line("return;");
        }

        writer.Line();
        writer.Line(Inv($"int first = task * {context.Width};"));
        writer.Line(Inv($"int last = Math.Min(first + {context.Width}, {kernel.Space.Last});"));
        writer.Line(Inv($"int count = Math.Min({context.Width}, {parameter.KernelLength} - first);"));
        writer.Line(Inv($"int at = {parameter.KernelOffset} + first;"));
        writer.Line($"ref {context.T} result0 = ref pass.Gradient(at, chunk);");
        writer.Line("MemoryMarshal.CreateSpan(ref result0, count).Clear();");
        WriteGroups(writer, kernel, names);
        writer.Line("pass.Update(at, count, ref result0);");
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
        var sums = (from sum in Enumerable.Range(0, kernel.Sums.Count) from f in Enumerable.Range(0, together) select (Sum: sum, F: f, Name: Inv($"sum{sum}{f}"))).ToList();
        string Result(int sum, int f) => Inv($"Unsafe.Add(ref result{sum}, feature - first{(f == 0 ? "" : Inv($" + {f}"))})");
        if (context.Lanes == context.Target.Half)
        {
            WriteBlocks(writer, kernel, names, together, start);
            foreach (var (sum, f, name) in sums)
            {
                writer.Line($"{Result(sum, f)} = {total}({name}).ToScalar();");
            }

            return;
        }

        foreach (var (_, _, name) in sums)
        {
            writer.Line($"{context.T} {name}Total = {(kernel.Kind == Reduction.Max ? context.T + ".NegativeInfinity" : "0")};");
        }

        using (writer.Block(Inv($"for (nint lane = 0; lane < {context.Target.Half}; lane += {context.Lanes})")))
        {
            WriteBlocks(writer, kernel, names, together, start);
            foreach (var (_, _, name) in sums)
            {
                writer.Line(kernel.Kind == Reduction.Max ? $"{name}Total = Math.Max({name}Total, {total}({name}).ToScalar());" : $"{name}Total += {total}({name}).ToScalar();");
            }
        }

        writer.Line();
        foreach (var (sum, f, name) in sums)
        {
            writer.Line($"{Result(sum, f)} = {name}Total;");
        }
    }

    private void WriteBlocks(SourceWriter writer, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names, int together, string start)
    {
        for (var sum = 0; sum < kernel.Sums.Count; sum++)
        {
            writer.Line($"{context.Target.Vector} {string.Join(", ", Enumerable.Range(0, together).Select(f => Inv($"sum{sum}{f} = {start}")))};");
        }

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
                var values = scope.Values(kernel.Sums.Select(sum => sum.Value).ToList(), Inv($"_{f}"), f);
                for (var sum = 0; sum < kernel.Sums.Count; sum++)
                {
                    var name = Inv($"sum{sum}{f}");
                    writer.Line(kernel.Kind == Reduction.Sum ? $"{name} += {values[sum]};" : $"{name} = {context.V}.MaxNative({name}, {values[sum]});");
                }
            }

            scope.Close(0);
            writer.Line();
            using (writer.Block("if (block == pass.LaneBlocks - 1 && pass.AbsentLanes > 0)"))
            {
                writer.Line($"var present = {context.V}.LessThan({context.Target.Vector}.Indices{(context.Lanes < context.Target.Half ? $" + {context.V}.Create(({context.T})lane)" : "")}, {context.V}.Create(({context.T})({context.Target.Half} - pass.AbsentLanes)));");
                for (var sum = 0; sum < kernel.Sums.Count * together; sum++)
                {
                    var name = Inv($"sum{sum / together}{sum % together}");
                    writer.Line($"{name} = {context.V}.ConditionalSelect(present, {name}, {start});");
                }
            }
        }

        writer.Line();
    }
}
