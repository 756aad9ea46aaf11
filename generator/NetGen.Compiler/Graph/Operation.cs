using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>A primitive operation. All that NetGen can compute is said in these; shapes, gradients, fusion and back ends know no others.</summary>
public abstract record Operation
{
    /// <summary>The name in printed graphs.</summary>
    public abstract string Name { get; }
}

/// <summary>One of the user's inputs, one row-major sample after the other. Tokens are whole numbers from 0 up to <paramref name="Vocabulary"/>, which is 0 for values.</summary>
public sealed record InputOperation(int Index, int Vocabulary = 0) : Operation
{
    public override string Name => "input" + Numbered.Suffix(Index) + (Vocabulary == 0 ? "" : Inv($" below {Vocabulary}"));
}

/// <summary>The targets of a loss: a label per row (last axis 1) or values of any shape.</summary>
public sealed record TargetOperation(bool Labels, int Index = 0) : Operation
{
    public override string Name => (Labels ? "labels" : "targets") + Numbered.Suffix(Index);
}

/// <summary>The share of each row in the mean of a loss; the shares of a batch sum to one.</summary>
public sealed record RowWeightOperation(int Index = 0) : Operation
{
    public override string Name => "rowweight" + Numbered.Suffix(Index);
}

/// <summary>The gradient of something outside the network by one of its outputs.</summary>
public sealed record OutputGradientOperation(int Index = 0) : Operation
{
    public override string Name => "outputgradient" + Numbered.Suffix(Index);
}

/// <summary>A trainable tensor, by its index in the network.</summary>
public sealed record ParameterOperation(int Index) : Operation
{
    public override string Name => Inv($"parameter {Index}");
}

/// <summary>A vector of numbers that are known at compile time.</summary>
public sealed record ConstantOperation(EquatableArray<double> Values) : Operation
{
    public override string Name => "constant (" + string.Join(", ", Values.Select(NumberText.Shortest)) + ")";
}

/// <summary>The index along the last axis: 0, 1, 2, …</summary>
public sealed record IotaOperation : Operation
{
    public override string Name => "iota";
}

/// <summary>1 / (1 − rate) with probability 1 − rate, otherwise 0; drawn anew in each training step from stream <paramref name="Stream"/>.</summary>
public sealed record RandomMaskOperation(double Rate, int Stream) : Operation
{
    public override string Name => Inv($"mask rate={NumberText.Shortest(Rate)} stream={Stream}");
}

/// <summary>A vector that the network keeps beside its parameters, such as the running mean of a batch norm: training gathers it, nothing learns it.</summary>
/// <param name="Index">Its number among the buffers.</param>
public sealed record BufferOperation(int Index) : Operation
{
    public override string Name => Inv($"buffer {Index}");
}

/// <summary>The number of samples of the batch, [].</summary>
public sealed record CountOperation : Operation
{
    public override string Name => "count";
}

/// <summary>Independent N(0, 1), drawn anew in each training step from stream <paramref name="Stream"/>.</summary>
public sealed record RandomNormalOperation(int Stream) : Operation
{
    public override string Name => Inv($"normal stream={Stream}");
}

/// <summary>
/// The product of rows by an unbatched matrix; with <paramref name="TransposeLeft"/> both operands are batched and the rows are summed over.
/// </summary>
public sealed record MatMulOperation(bool TransposeLeft, bool TransposeRight) : Operation
{
    public override string Name => "matmul" + (TransposeLeft ? " left^T" : "") + (TransposeRight ? " right^T" : "");
}

/// <summary>
/// The product of the last two axes, [.., m, k] by [.., k, n], for each position of the axes before them, which are the same in both operands. Batched if an operand is.
/// </summary>
public sealed record BatchMatMulOperation : Operation
{
    public override string Name => "batchmatmul";
}

/// <summary>A scalar expression of its inputs, element by element. Inputs are broadcast as in NumPy: their axes, aligned at the last, have the extent of the result, or 1, or are missing.</summary>
public sealed record MapOperation(Expr Function) : Operation
{
    /// <summary>The user's own derivative by each input, where he gave one; usually empty.</summary>
    public EquatableArray<Derived> Derivatives { get; init; }

    public override string Name => "map " + ExprPrinter.Print(Function)
        + string.Concat(Derivatives.Select((derived, index) => derived.Expression is { } own ? Inv($", by x{index}: {ExprPrinter.Print(own)}") : ""));
}

/// <summary>A reduction over the last axis (which becomes 1), or over all rows of the batch.</summary>
public sealed record ReduceOperation(Reduction Kind, Axis Axis) : Operation
{
    public override string Name => (Kind == Reduction.Sum ? "sum" : "max") + (Axis == Axis.Last ? " last" : " rows");
}

/// <summary>A reduction over one axis other than the last, whose extent becomes 1.</summary>
public sealed record ReduceAxisOperation(Reduction Kind, int Axis) : Operation
{
    public override string Name => Inv($"{(Kind == Reduction.Sum ? "sum" : "max")} axis={Axis}");
}

/// <summary>The sum over the batch alone: [B, s] becomes an unbatched [s].</summary>
public sealed record SumBatchOperation : Operation
{
    public override string Name => "sum batch";
}

/// <summary>The axes in another order: axis i of the result is axis <paramref name="Permutation"/>[i] of the input.</summary>
public sealed record TransposeOperation(EquatableArray<int> Permutation) : Operation
{
    public override string Name => "transpose (" + string.Join(", ", Permutation) + ")";
}

/// <summary>A range of one axis.</summary>
public sealed record SliceOperation(int Axis, int Start, int Length) : Operation
{
    public override string Name => Inv($"slice axis={Axis} start={Start} length={Length}");
}

/// <summary>Zeros before and after along one axis: the transpose of a slice.</summary>
public sealed record PadOperation(int Axis, int Before, int After) : Operation
{
    public override string Name => Inv($"pad axis={Axis} before={Before} after={After}");
}

/// <summary>The inputs one after the other along one axis; all batched or none.</summary>
public sealed record ConcatOperation(int Axis) : Operation
{
    public override string Name => Inv($"concat axis={Axis}");
}

/// <summary>
/// Rows of an unbatched table [n, features] by their numbers [k], which each sample has of its own: [k, features]. What is no number of a row gives zeros.
/// <c>torch.nn.functional.embedding</c>.
/// </summary>
/// <param name="Padding">The row that no gradient flows to, or −1.</param>
public sealed record GatherOperation(int Padding = -1) : Operation
{
    public override string Name => "gather" + (Padding < 0 ? "" : Inv($" padding={Padding}"));
}

/// <summary>The transpose of <see cref="GatherOperation"/>: rows [k, features] are added up, over the batch, where their numbers [k] say: [n, features], unbatched.</summary>
/// <param name="Padding">The number whose rows are left out, or −1.</param>
public sealed record ScatterAddOperation(int Padding = -1) : Operation
{
    public override string Name => "scatter add" + (Padding < 0 ? "" : Inv($" padding={Padding}"));
}

/// <summary>
/// What each position of a window's result sees of an image [height, width, channels]: [rows, columns, taps, channels]; with <paramref name="Joined"/> the last two
/// axes are one, channels inside. <c>torch.nn.functional.unfold</c>, in another order.
/// </summary>
public sealed record PatchesOperation(Window Window, bool Joined) : Operation
{
    public override string Name => $"patches {Window}{(Joined ? " joined" : "")}";
}

/// <summary>The transpose of <see cref="PatchesOperation"/>: what was made of a position is added up there. <c>torch.nn.functional.fold</c>.</summary>
public sealed record FoldOperation(Window Window, int Height, int Width, bool Joined) : Operation
{
    public override string Name => Inv($"fold {Window}{(Joined ? " joined" : "")} to {Height}x{Width}");
}

/// <summary>The same values, in row-major order, under another shape.</summary>
public sealed record ReshapeOperation : Operation
{
    public override string Name => "reshape";
}

/// <summary>The same values; no gradient flows back.</summary>
public sealed record DetachOperation : Operation
{
    public override string Name => "detach";
}

/// <summary>
/// The values of the first input, of whose positions [length, …] the second, a mask [length], says which are present: nonzero there. What is made of it position by position has the same mask, which
/// layers that mix positions heed while they are elaborated (<see cref="Elaboration.PositionMasks"/>). Afterwards it is the value itself.
/// </summary>
public sealed record MaskedOperation : Operation
{
    public override string Name => "masked";
}

/// <summary>Numbers of what a network may have several of; the first has none, so that the usual network reads well.</summary>
internal static class Numbered
{
    public static string Suffix(int index) => index == 0 ? "" : Inv($" {index}");
}

/// <summary>How values are combined.</summary>
public enum Reduction
{
    Sum,
    Max,
}

/// <summary>What is reduced over.</summary>
public enum Axis
{
    /// <summary>The features of a row.</summary>
    Last,

    /// <summary>All rows: the batch and every axis but the last.</summary>
    Rows,
}
