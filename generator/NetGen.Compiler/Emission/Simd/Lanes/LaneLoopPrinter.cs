using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>Prints elementwise kernels and reductions over lanes, for one vector of samples: a loop per level, and what each level adds to an address is added there.</summary>
internal sealed class LaneLoopPrinter(SimdContext context, ProgramPlan program)
{
    /// <summary>Adds the method and returns the call.</summary>
    public string Print(LaneLoopKernel kernel)
    {
        var operands = kernel.Loops.SelectMany(loop => loop.Operands).ToList();
        var names = SimdContext.Locals(operands.Select(operand => operand.Memory).Where(node => node.Operation is not IotaOperation).Prepend(kernel.Target));
        var arguments = names.Keys.Where(Argument.IsPassed).Select(node => Argument.Of(context, program, node, names[node], "from")).ToList();
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{XmlText.Of(string.Join("; ", kernel.Loops.Select(loop => Formula(kernel, loop, names))))}.</summary>");
            using (writer.Block($"private static void {name}({string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            {
                foreach (var constant in names.Keys.Where(node => Placement.Of(node) == Place.Constant))
                {
                    writer.Line(context.Constant(constant, names[constant]));
                }

                if (kernel.Clears)
                {
                    writer.Line(Inv($"MemoryMarshal.CreateSpan(ref {names[kernel.Target]}, {kernel.Target.Lanes!.Size * context.Target.Half}).Clear();"));
                }
                else
                {
                    LaneBorder.Clear(context, writer, kernel.Target, names[kernel.Target]);
                }

                for (var index = 0; index < kernel.Loops.Count; index++)
                {
                    if (index > 0)
                    {
                        writer.Line();
                    }

                    // Locals of several loops must not meet.
                    using (kernel.Loops.Count > 1 ? writer.Block("") : null)
                    {
                        Write(writer, kernel, kernel.Loops[index], names);
                    }
                }
            }

            return writer.ToString();
        });
        return $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private void Write(SourceWriter writer, LaneLoopKernel kernel, LaneLoop loop, IReadOnlyDictionary<Node, string> names)
    {
        var reduced = loop.Reduction is null ? -1 : loop.Axis;
        var walks = loop.Operands.Select(operand => LaneReader.Walk(context, operand)).Append(loop.Target.Axes).ToList();
        var indexed = loop.Operands.Any(operand => operand.Memory.Operation is IotaOperation || LaneReader.IsScattered(context, operand));
        var levels = LaneNest.Of(loop.Space, walks, indexed, reduced);
        var scope = new LaneScope(context, writer, loop.Space, loop.Operands, names);
        scope.Target(names[kernel.Target], loop.Target.Offset);
        foreach (var level in levels.Where(level => level.Axis != reduced))
        {
            scope.Open(level);
        }

        scope.OpenLanes();
        if (loop.Reduction is not { } kind)
        {
            var value = scope.Value(loop.Value, "");
            scope.Store(loop.Adds ? $"{scope.LoadTarget()} + {value}" : value);
        }
        else
        {
            writer.Line($"var result = {(kind == Reduction.Max ? $"{context.V}.Create({context.T}.NegativeInfinity)" : $"{context.Target.Vector}.Zero")};");
            var outer = scope.Depth;
            foreach (var level in levels.Where(level => level.Axis == reduced))
            {
                scope.Open(level);
            }

            var value = scope.Value(loop.Value, "");
            writer.Line(kind == Reduction.Sum ? $"result += {value};" : $"result = {context.V}.MaxNative(result, {value});");
            scope.Close(outer);
            writer.Line();
            scope.Store("result");
        }

        scope.Close(0);
    }

    private static string Formula(LaneLoopKernel kernel, LaneLoop loop, IReadOnlyDictionary<Node, string> names)
    {
        var value = ExprPrinter.Print(loop.Value, [.. loop.Operands.Select(operand => names.TryGetValue(operand.Memory, out var name) ? name : "index")]);
        return $"{names[kernel.Target]} {(loop.Adds ? "+=" : "=")} {(loop.Reduction is not { } reduction ? value : $"the {(reduction == Reduction.Sum ? "sum" : "maximum")} of {value} along axis {loop.Axis}")}, over {loop.Space}";
    }
}
