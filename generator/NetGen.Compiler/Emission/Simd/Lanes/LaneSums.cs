using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>Prints what a block of samples contributes to sums over the batch: vectors are added up as they are, for some channels at once, and their lanes at the end.</summary>
internal sealed class LaneSums(SimdContext context, ProgramPlan program)
{
    public string Print(LaneSumKernel kernel)
    {
        var names = SimdContext.Locals(kernel.Operands.Select(operand => operand.Memory).Where(node => node.Operation is not IotaOperation));
        var arguments = names.Keys.Where(Argument.IsPassed).Select(node => Argument.Of(context, program, node, names[node], "from")).ToList();
        arguments.AddRange(kernel.Sums.Select((sum, index) => new Argument(Inv($"ref {context.T} part{index}"), Argument.Lanes(program, sum.Part, "from"))));
        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, arguments));
        return $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))}, (int)rows);";
    }

    private string PrintMethod(string name, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<Argument> arguments)
    {
        var (writer, features) = (new SourceWriter(), kernel.Space.Last);
        var what = kernel.Kind == Reduction.Sum ? "sum" : "maximum";
        var values = kernel.Sums.Select(sum => $"{what} of {ExprPrinter.Print(sum.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand.Memory, out var local) ? local : "index")])}");
        writer.Line($"/// <summary>The {XmlText.Of($"{string.Join(", and the ", values)} over a block of samples{(kernel.Rows == 1 ? " and all positions" : "")}: {features} numbers{(kernel.Sums.Count > 1 ? " each" : "")}")}.</summary>");
        using (writer.Block($"private static void {name}({string.Join(", ", arguments.Select(argument => argument.Declaration))}, int samples)"))
        {
            foreach (var constant in names.Keys.Where(node => Placement.Of(node) == Place.Constant))
            {
                writer.Line(context.Constant(constant, names[constant]));
            }

            using (kernel.Rows > 1 ? writer.Block(Inv($"for (nint row = 0; row < {kernel.Rows}; row++)")) : null)
            using (context.Lanes < context.Target.Half ? writer.Block(Inv($"for (nint lane = 0; lane < {context.Target.Half}; lane += {context.Lanes})")) : null)
            {
                var together = Together(kernel);
                var whole = features / together * together;
                WriteSweeps(writer, kernel, names, 0, whole, together);
                WriteSweeps(writer, kernel, names, whole, features, 1);
            }
        }

        return writer.ToString();
    }

    /// <summary>Channels that are added up side by side: a power of two, as many as there are registers for.</summary>
    private int Together(LaneSumKernel kernel)
    {
        if (!kernel.Operands.All(operand => operand.Node.Lanes is null || operand.Node.Lanes.Axes[operand.Node.Lanes.Axes.Count - 1].Count == 1))
        {
            return 1;
        }

        var together = context.Target.Set == InstructionSet.Avx512 ? 16 : 4;
        for (; together > 1 && (together > kernel.Space.Last || together * kernel.Sums.Count > 16); together /= 2)
        {
        }

        return together;
    }

    private void WriteSweeps(SourceWriter writer, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names, int from, int to, int together)
    {
        if (from >= to)
        {
            return;
        }

        using (writer.Block(Inv($"for (nint feature = {from}; feature < {to}; feature += {together})")))
        {
            WriteSweep(writer, kernel, names, together);
        }

        writer.Line();
    }

    private void WriteSweep(SourceWriter writer, LaneSumKernel kernel, IReadOnlyDictionary<Node, string> names, int together)
    {
        var isMax = kernel.Kind == Reduction.Max;
        var start = isMax ? $"{context.V}.Create({context.T}.NegativeInfinity)" : $"{context.Target.Vector}.Zero";
        var sums = (from sum in Enumerable.Range(0, kernel.Sums.Count) from f in Enumerable.Range(0, together) select (Sum: sum, F: f, Name: Inv($"sum{sum}_{f}"))).ToList();
        foreach (var group in sums.GroupBy(sum => sum.Sum))
        {
            writer.Line($"{context.Target.Vector} {string.Join(", ", group.Select(sum => $"{sum.Name} = {start}"))};");
        }

        // The result's own axes are told; the others are walked over here.
        var walks = kernel.Operands.Select(operand => LaneReader.Walk(context, operand)).ToList();
        var indexed = kernel.Operands.Any(operand => operand.Memory.Operation is IotaOperation || LaneReader.IsScattered(context, operand));
        var levels = LaneNest.Of(kernel.Space, walks, indexed, kernel.Space.Rank - 1);
        var scope = new LaneScope(context, writer, kernel.Space, kernel.Operands, names);
        foreach (var level in levels.Where(level => level.Axis < kernel.Space.Rank - 1 && kernel.Rows == 1))
        {
            scope.Open(level);
        }

        scope.Fix(levels, "feature", kernel.Rows == 1 ? "" : "row");
        for (var f = 0; f < together; f++)
        {
            var values = scope.Values(kernel.Sums.Select(sum => sum.Value).ToList(), Inv($"_{f}"), f);
            foreach (var (sum, _, name) in sums.Where(sum => sum.F == f))
            {
                writer.Line(isMax ? $"{name} = {context.V}.MaxNative({name}, {values[sum]});" : $"{name} += {values[sum]};");
            }
        }

        scope.Close(0);
        writer.Line();
        using (writer.Block(Inv($"if (samples < {context.Target.Half})")))
        {
            writer.Line($"var present = {context.V}.LessThan({context.Target.Vector}.Indices{(context.Lanes < context.Target.Half ? $" + {context.V}.Create(({context.T})lane)" : "")}, {context.V}.Create(({context.T})samples));");
            foreach (var (_, _, name) in sums)
            {
                writer.Line($"{name} = {context.V}.ConditionalSelect(present, {name}, {start});");
            }
        }

        writer.Line();
        var total = Horizontal.Method(context, kernel.Kind, context.Lanes);
        foreach (var (sum, f, name) in sums)
        {
            var at = (kernel.Rows == 1 ? "feature" : Inv($"(row * {kernel.Space.Last}) + feature")) + (f == 0 ? "" : Inv($" + {f}"));
            var result = $"Unsafe.Add(ref part{sum}, {at})";
            var value = $"{total}({name}).ToScalar()";
            writer.Line(context.Lanes == context.Target.Half ? $"{result} = {value};"
                : isMax ? $"{result} = lane == 0 ? {value} : Math.Max({result}, {value});"
                : $"{result} = lane == 0 ? {value} : {result} + {value};");
        }
    }
}
