using System.Text;
using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Fusion.Scans;
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
            text.Append(phase.SumsOverBatch ? "  sums over the batch\n" : phase.IsFixed ? "  once\n" : "  samples\n");
            foreach (var kernel in phase.Kernels)
            {
                text.Append("    ").Append(kernel.Name).Append(": ").Append(Header(kernel)).Append(kernel.OnlyForInputGradient ? " (input gradient)" : "").Append('\n');
                foreach (var line in Body(kernel))
                {
                    text.Append("      ").Append(line).Append('\n');
                }
            }
        }

        foreach (var loss in schedule.Losses)
        {
            text.Append("  loss = sum of ").Append(loss).Append('\n');
        }

        return text.ToString();
    }

    private static string Header(Kernel kernel) => kernel switch
    {
        PackKernel pack => $"{pack.Target} = pack",
        UnpackKernel unpack => $"unpack {unpack.Source}",
        RelayoutKernel relayout => $"{relayout.Target} = relayout {relayout.Source}",
        MaskKernel mask => $"{mask.Target} = {mask.Target.Operation.Name}",
        MatMulKernel product => Inv($"product = {product.Left} * parameter {product.Parameter}{(product.Transposed ? "^T" : "")}{(product.Bias is null ? "" : $" + {product.Bias}")}, {product.K} -> {product.N}"),
        RowKernel row => Inv($"rows of {row.Features}{(row.RowsPerSample == 1 ? "" : Inv($", {row.RowsPerSample} per sample"))}"),
        WeightGradientKernel { Target: { } product } weight => Inv($"{product} = {weight.Left}^T {weight.Right}, {weight.K} x {weight.N}"),
        VectorGradientKernel { Target: { } sum } vector => Inv($"{sum} = {(vector.Kind == Reduction.Sum ? "sum" : "max")} rows {Value(vector.Value, vector.Operands)}"),
        LoopKernel loop => Inv($"{loop.Target} = {(loop.Reduction is null ? "" : loop.Reduction == Reduction.Sum ? "sum " : "max ")}{(loop.Reduction is null ? "" : loop.Axis < 0 ? "batch " : Inv($"axis={loop.Axis} "))}{Value(loop.Value, [.. loop.Operands.Select(operand => operand.Node)])} over {loop.Space}"),
        ProductKernel product => Inv($"{product.Target} = {product.Left}{(product.TransposedLeft ? "^T" : "")} {product.Right}{(product.TransposedRight ? "^T" : "")}, {product.Matrices} of {product.M} x {product.K} x {product.N}"),
        LaneLoopKernel lanes => string.Join("; ", lanes.Loops.Select(loop => Inv($"{lanes.Target} {(loop.Adds ? "+=" : "=")} {(loop.Reduction is null ? "" : loop.Reduction == Reduction.Sum ? Inv($"sum axis={loop.Axis} ") : Inv($"max axis={loop.Axis} "))}{Value(loop.Value, [.. loop.Operands.Select(operand => operand.Node)])} over {loop.Space} in lanes"))),
        LaneProductKernel product => Inv($"product = {product.Product.Operation.Name} of {product.Source} by parameter {product.Parameter}{(product.Bias is null ? "" : $" + {product.Bias}")} in lanes"),
        WinogradKernel product => Inv($"product = {product.Product.Operation.Name} of {product.Source} by {product.Filter}{(product.Bias is null ? "" : $" + {product.Bias}")} in lanes"),
        FilterKernel filter => Inv($"{filter.Target} = {filter.Target.Operation.Name} of parameter {filter.Parameter}"),
        LaneOuterKernel outer => Inv($"part of {outer.Part} = {outer.Left}^T {outer.Right} of each block of samples, {outer.K} x {outer.N}"),
        LaneTotalKernel total => Inv($"{(total.Target is { } kept ? kept.ToString() : Inv($"gradient of parameter {total.Parameter}"))} = the {(total.Kind == Reduction.Sum ? "sum" : "max")} of {total.Part}'s parts"),
        LaneSumKernel sums => string.Join("; ", sums.Sums.Select(sum => Inv($"part of {sum.Part} = {(sums.Kind == Reduction.Sum ? "sum" : "max")} {Value(sum.Value, [.. sums.Operands.Select(operand => operand.Node)])} over {sums.Space} of each block of samples"))),
        ToLanesKernel move => $"{move.Target} = lanes of {move.Source}",
        ToRowsKernel move => $"{move.Target} = rows of {move.Source}",
        MoveKernel move => Inv($"{move.Target} = axis {move.Axis} of {string.Join(", ", move.Parts.Select(part => Inv($"{part.Source}[{part.From}..{part.From + part.Length}] at {part.To}")))}"),
        TransposeKernel transpose => $"{transpose.Target} = axes ({string.Join(", ", transpose.Permutation)}) of {transpose.Source}",
        WindowKernel window => $"{window.Target} = {window.Target.Operation.Name} of {window.Source}",
        GatherKernel gather => Inv($"{gather.Target} = rows of {(gather.Parameter < 0 ? gather.Table.ToString() : Inv($"parameter {gather.Parameter}"))} by {gather.Numbers}"),
        ScatterAddKernel scatter => Inv($"{(scatter.Target is { } kept ? kept.ToString() : Inv($"gradient of parameter {scatter.Parameter}"))} = rows of {scatter.Rows} added up by {scatter.Numbers}, {scatter.Count} x {scatter.Features}"),
        ScanKernel scan => $"{scan.Operation.Name}: {string.Join(", ", scan.Stacked.Select(pair => $"{pair.Sequence} = all {pair.Value}").Concat(scan.Final.Select(pair => $"{pair.Value} = last {pair.State}")))}",
        AttentionKernel attention => $"{attention.Target} = {attention.Target.Operation.Name} of {attention.Queries}, {attention.Keys}, {attention.Values}{Masked(attention.Mask)}",
        CachedAttentionKernel attention => $"{attention.Target} = {attention.Target.Operation.Name} of {attention.Queries}, {attention.Keys}, {attention.Values}",
        AttentionGradientKernel gradient => $"{string.Join(", ", gradient.Targets.Where(target => target is not null).Select(target => $"{target} = {target!.Operation.Name}"))} of {gradient.Queries}, {gradient.Keys}, {gradient.Values}, {gradient.Gradient}{Masked(gradient.Mask)}",
        StepInputKernel input => $"{input.Target} = step of {input.Sequence}",
        StepStateKernel state => $"{state.Target} = state",
        CountKernel count => $"{count.Target} = samples",
        UpdateBufferKernel update => Inv($"buffer {update.Buffer} = {update.Value}"),
        StageKernel stage => Inv($"{stage.Target} = parameter {stage.Parameter}"),
        HandOverKernel hand => Inv($"gradient of parameter {hand.Parameter} = {hand.Gradient}"),
        WeightGradientKernel weight => Inv($"gradient of parameter {weight.Parameter} = {weight.Left}^T {weight.Right}, {weight.K} x {weight.N}"),
        VectorGradientKernel vector => Inv($"gradient of parameter {vector.Parameter} = sum rows {Value(vector.Value, vector.Operands)}"),
        _ => kernel.GetType().Name,
    };

    private static IEnumerable<string> Body(Kernel kernel) => kernel switch
    {
        LaneProduct product => product.Stores.Select(store => $"store {store.Node} = {ExprPrinter.Print(store.Value, [.. product.Operands.Select(operand => operand.Node.ToString()).Prepend("product")])}"),
        MatMulKernel product => product.Stores.Select(store => $"store {store.Node} = {ExprPrinter.Print(store.Value, [.. product.Operands.Select(operand => operand.ToString()).Prepend("product")])}"),
        ScanKernel scan => scan.Body.SelectMany(inner => Body(inner).Select(line => "  " + line).Prepend($"{inner.Name}: {Header(inner)}")).Concat(scan.Next.Select(pair => $"{pair.State} = {pair.Next}")),
        RowKernel row => row.Sweeps.SelectMany((sweep, index) => Lines(sweep, row.Operands).Prepend(Inv($"sweep {index}"))),
        _ => [],
    };

    private static string Masked(Node? mask) => mask is null ? "" : $" where {mask}";

    private static IEnumerable<string> Lines(Sweep sweep, IReadOnlyList<Node> operands) =>
        sweep.Scalars.Select(scalar => $"  {(scalar.Kept ? "store number" : "number")} {scalar.Node} = {Value(scalar.Value, operands)}")
            .Concat(sweep.Locals.Select(local => $"  hold {local.Node} = {Value(local.Value, operands)}"))
            .Concat(sweep.Stores.Select(store => $"  store {store.Node} = {Value(store.Value, operands)}"))
            .Concat(sweep.Reductions.Select(reduction => $"  {(reduction.Kept ? "store " : "")}{(reduction.Kind == Reduction.Sum ? "sum" : "max")} {reduction.Node} of {Value(reduction.Value, operands)}"));

    private static string Value(Expr value, IReadOnlyList<Node> operands) => ExprPrinter.Print(value, [.. operands.Select(operand => operand.ToString())]);
}
