using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>A primitive operation. All that NetGen can compute is said in these; shapes, gradients, fusion and back ends know no others.</summary>
public abstract record Operation
{
    /// <summary>The name in printed graphs.</summary>
    public abstract string Name { get; }
}

/// <summary>The user's inputs, one row-major sample after the other.</summary>
public sealed record InputOperation(int Index) : Operation
{
    public override string Name => "input";
}

/// <summary>Targets: a label per row (last axis 1) or a value per output.</summary>
public sealed record TargetOperation(bool Labels) : Operation
{
    public override string Name => Labels ? "labels" : "targets";
}

/// <summary>The share of each row in the mean loss; the shares of a batch sum to one.</summary>
public sealed record RowWeightOperation : Operation
{
    public override string Name => "rowweight";
}

/// <summary>The gradient of something outside the network by its output.</summary>
public sealed record OutputGradientOperation : Operation
{
    public override string Name => "outputgradient";
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

/// <summary>The matrix product of the last axes; with <paramref name="TransposeLeft"/> both operands are batched and the rows are summed over.</summary>
public sealed record MatMulOperation(bool TransposeLeft, bool TransposeRight) : Operation
{
    public override string Name => "matmul" + (TransposeLeft ? " left^T" : "") + (TransposeRight ? " right^T" : "");
}

/// <summary>A scalar expression of its inputs, element by element. An input may be a row vector [F], one value per row [B, …, 1] or [1].</summary>
public sealed record MapOperation(Expr Function) : Operation
{
    public override string Name => "map " + ExprPrinter.Print(Function);
}

/// <summary>A reduction over the last axis (which becomes 1), or over all rows of the batch.</summary>
public sealed record ReduceOperation(Reduction Kind, Axis Axis) : Operation
{
    public override string Name => (Kind == Reduction.Sum ? "sum" : "max") + (Axis == Axis.Last ? " last" : " rows");
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
