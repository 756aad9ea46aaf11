using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>Something that a loop reads: the memory, and the shape in which its axes are aligned with the loop's.</summary>
/// <param name="Node">Whose memory it is.</param>
/// <param name="Type">Its shape, aligned at the last axis; an axis of extent 1 stays where it is.</param>
public sealed record LoopOperand(Node Node, TensorType Type);

/// <summary>
/// An elementwise expression over all axes of a sample, broadcast as in NumPy, and possibly reduced over one axis or over the batch: nested loops,
/// the innermost one over vectors of the last axis.
/// </summary>
/// <param name="Target">What is written.</param>
/// <param name="Space">The shape that the expression is evaluated over; the target's, or what is reduced to it.</param>
/// <param name="Operands">What the variables stand for.</param>
/// <param name="Value">The expression.</param>
/// <param name="Reduction">How values are combined, or null.</param>
/// <param name="Axis">The axis that is reduced; −1 for the batch.</param>
public sealed record LoopKernel(
    string Name, Node Target, TensorType Space, IReadOnlyList<LoopOperand> Operands, Expr Value, Reduction? Reduction, int Axis) : Kernel(Name)
{
    public override bool SumsOverBatch => Reduction is not null && Axis < 0;

    public override IEnumerable<Operation> ParametersRead => Placement.ParametersAmong(Operands.Select(operand => operand.Node));

    public override IEnumerable<Node> Reads => Operands.Select(operand => operand.Node).Where(Placement.IsStored).Distinct();

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>Products of matrices, one for each position of the axes before them: C = A B, where A may lie transposed, or B.</summary>
/// <param name="Left">The values of A.</param>
/// <param name="Right">The values of B; those of a single matrix serve all of A.</param>
/// <param name="M">Rows of A.</param>
/// <param name="K">Columns of A.</param>
/// <param name="N">Columns of B.</param>
/// <param name="TransposedLeft">Whether A lies as [k, m].</param>
/// <param name="TransposedRight">Whether B lies as [n, k].</param>
public sealed record ProductKernel(string Name, Node Left, Node Right, Node Target, int M, int K, int N, bool TransposedLeft, bool TransposedRight) : Kernel(Name)
{
    /// <summary>How many products there are per sample.</summary>
    public int Matrices => Target.Type.Rows / M;

    public override IEnumerable<Node> Reads => [Left, Right];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>Parts of values along an axis, put one after the other, with zeros between them: slices, padding and concatenation.</summary>
public sealed record MoveKernel(string Name, Node Target, int Axis, IReadOnlyList<MovedPart> Parts) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => Parts.Select(part => part.Source).Distinct();

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary><paramref name="Length"/> positions of an axis, from <paramref name="From"/> in the source to <paramref name="To"/> in the target.</summary>
public sealed record MovedPart(Node Source, int From, int To, int Length);

/// <summary>The axes in another order.</summary>
public sealed record TransposeKernel(string Name, Node Source, Node Target, IReadOnlyList<int> Permutation) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [Source];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>What a window sees of an image, position by position; or the other way round, what was made of each position added up there.</summary>
/// <param name="Image">Height, width and channels.</param>
/// <param name="Joined">Whether taps and channels are one axis.</param>
/// <param name="IsFold">Whether the target is the image.</param>
public sealed record WindowKernel(string Name, Node Source, Node Target, Window Window, Shape Image, bool Joined, bool IsFold) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [Source];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>A parameter out of the layout of weights into panels.</summary>
public sealed record StageKernel(string Name, Node Target, int Parameter) : Kernel(Name)
{
    public override IEnumerable<Operation> ParametersRead => [new ParameterOperation(Parameter)];

    public override IEnumerable<Node> Reads => [];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>The number of samples of the batch.</summary>
public sealed record CountKernel(string Name, Node Target) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>A buffer gets a new value, if the run is one of a training step.</summary>
public sealed record UpdateBufferKernel(string Name, Node Value, int Buffer) : Kernel(Name)
{
    public override bool IsFixed => true;

    public override Operation? ParameterUpdated => new BufferOperation(Buffer);

    public override IEnumerable<Node> Reads => [Value];

    public override IEnumerable<Node> Writes => [];
}

/// <summary>A finished gradient into the layout of weights, and to the optimizer.</summary>
public sealed record HandOverKernel(string Name, Node Gradient, int Parameter) : Kernel(Name)
{
    public override bool IsFixed => true;

    public override Operation? ParameterUpdated => new ParameterOperation(Parameter);

    public override IEnumerable<Node> Reads => [Gradient];

    public override IEnumerable<Node> Writes => [];
}
