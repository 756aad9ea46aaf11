using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints elementwise kernels over all axes of a sample: a loop per axis that has to be told apart, the innermost over vectors of the last axis.</summary>
internal sealed class LoopKernelPrinter(SimdContext context, ProgramPlan program)
{
    /// <summary>How many rows a sum over the batch has; each is a task of its own.</summary>
    public static int Tasks(LoopKernel kernel) => kernel.Target.Type.Rows;

    /// <summary>Adds the method and returns the call; <paramref name="task"/> is the row of a sum over the batch.</summary>
    public string Print(LoopKernel kernel, string? task = null)
    {
        var names = SimdContext.Locals(kernel.Operands.Select(operand => operand.Node).Where(node => node.Operation is not IotaOperation).Prepend(kernel.Target));
        var from = kernel.SumsOverBatch ? "0" : "from";
        var passed = names.Keys.Where(Argument.IsPassed).Select(node => Argument.Of(context, program, node, names[node], from)).ToList();
        if (kernel.Space.Batched)
        {
            passed.Insert(0, new Argument("nint samples", kernel.SumsOverBatch ? "pass.Batch" : "rows"));
            passed.Insert(1, new Argument("nint stride", kernel.SumsOverBatch ? Inv($"(nint)pass.Batch * {context.Width}") : "stride"));
        }

        if (task is not null)
        {
            passed.Insert(0, new Argument("int task", task));
        }

        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, passed));
        return $"{method}({string.Join(", ", passed.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, LoopKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<Argument> arguments)
    {
        var writer = new SourceWriter();
        writer.Line($"/// <summary>{XmlText.Of(Formula(kernel, names))} over {kernel.Space.Shape}.</summary>");
        using (writer.Block($"private static void {name}({string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            foreach (var constant in names.Keys.Where(node => Placement.Of(node) == Place.Constant))
            {
                writer.Line(context.Constant(constant, names[constant]));
            }

            new LoopBody(context, kernel, names).Write(writer);
        }

        return writer.ToString();
    }

    private static string Formula(LoopKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var value = ExprPrinter.Print(kernel.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand.Node, out var name) ? name : "index")]);
        return kernel.Reduction is not { } reduction ? $"{names[kernel.Target]} = {value}"
            : $"{names[kernel.Target]} = {(reduction == Reduction.Sum ? "the sum" : "the maximum")} of {value} over {(kernel.Axis < 0 ? "the batch" : Inv($"axis {kernel.Axis}"))}";
    }
}
