using System.Text;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>The kernels of a program as text, for snapshots and for people.</summary>
public static class SchedulePrinter
{
    public static string Print(Schedule schedule)
    {
        var text = new StringBuilder("schedule " + schedule.Program.Name + "\n");
        foreach (var phase in schedule.Phases)
        {
            text.Append(phase.SumsOverBatch ? "  sums over the batch\n" : "  samples\n");
            foreach (var kernel in phase.Kernels)
            {
                text.Append("    ").Append(kernel.Name).Append(": ").Append(Header(kernel)).Append(kernel.OnlyForInputGradient ? " (input gradient)" : "").Append('\n');
                foreach (var line in Body(kernel))
                {
                    text.Append("      ").Append(line).Append('\n');
                }
            }
        }

        return schedule.LossRows is { } loss ? text.Append("  loss = sum of ").Append(loss).Append('\n').ToString() : text.ToString();
    }

    private static string Header(Kernel kernel) => kernel switch
    {
        PackKernel pack => $"{pack.Target} = pack",
        UnpackKernel unpack => $"unpack {unpack.Source}",
        RelayoutKernel relayout => $"{relayout.Target} = relayout {relayout.Source}",
        MaskKernel mask => $"{mask.Target} = {mask.Target.Operation.Name}",
        MatMulKernel product => Inv($"product = {product.Left} * parameter {product.Parameter}{(product.Transposed ? "^T" : "")}{(product.Bias is null ? "" : $" + {product.Bias}")}, {product.K} -> {product.N}"),
        RowKernel row => Inv($"rows of {row.Features}{(row.RowsPerSample == 1 ? "" : Inv($", {row.RowsPerSample} per sample"))}"),
        WeightGradientKernel weight => Inv($"gradient of parameter {weight.Parameter} = {weight.Left}^T {weight.Right}, {weight.K} x {weight.N}"),
        VectorGradientKernel vector => Inv($"gradient of parameter {vector.Parameter} = sum rows {Value(vector.Value, vector.Operands)}"),
        _ => kernel.GetType().Name,
    };

    private static IEnumerable<string> Body(Kernel kernel) => kernel switch
    {
        MatMulKernel product => product.Stores.Select(store => $"store {store.Node} = {ExprPrinter.Print(store.Value, [.. product.Operands.Select(operand => operand.ToString()).Prepend("product")])}"),
        RowKernel row => row.Sweeps.SelectMany((sweep, index) => Lines(sweep, row.Operands).Prepend(Inv($"sweep {index}"))),
        _ => [],
    };

    private static IEnumerable<string> Lines(Sweep sweep, IReadOnlyList<Node> operands) =>
        sweep.Scalars.Select(scalar => $"  {(scalar.Kept ? "store number" : "number")} {scalar.Node} = {Value(scalar.Value, operands)}")
            .Concat(sweep.Locals.Select(local => $"  hold {local.Node} = {Value(local.Value, operands)}"))
            .Concat(sweep.Stores.Select(store => $"  store {store.Node} = {Value(store.Value, operands)}"))
            .Concat(sweep.Reductions.Select(reduction => $"  {(reduction.Kept ? "store " : "")}{(reduction.Kind == Reduction.Sum ? "sum" : "max")} {reduction.Node} of {Value(reduction.Value, operands)}"));

    private static string Value(Expr value, IReadOnlyList<Node> operands) => ExprPrinter.Print(value, [.. operands.Select(operand => operand.ToString())]);
}
