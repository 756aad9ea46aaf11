using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>A unit of execution: what one emitted method computes.</summary>
/// <param name="Name">The method's name, after the layer it serves.</param>
public abstract record Kernel(string Name)
{
    /// <summary>When false, the kernel works on a range of samples; when true, it sums over the batch and is split by outputs.</summary>
    public virtual bool SumsOverBatch => false;

    /// <summary>True for what is the same for all samples and is computed once, by one thread.</summary>
    public virtual bool IsFixed => !SumsOverBatch && Writes.Any() && Writes.All(node => !node.Type.Batched);

    /// <summary>The parameters and buffers that the kernel reads where they lie, so that nothing may change them before it has run.</summary>
    public virtual IEnumerable<Operation> ParametersRead => [];

    /// <summary>The parameter or buffer that the kernel changes, or null.</summary>
    public virtual Operation? ParameterUpdated => null;

    /// <summary>True when nothing but the gradient by the input depends on the kernel.</summary>
    public bool OnlyForInputGradient { get; init; }

    /// <summary>The values that it reads from memory.</summary>
    public abstract IEnumerable<Node> Reads { get; }

    /// <summary>The values that it leaves in memory.</summary>
    public abstract IEnumerable<Node> Writes { get; }
}

/// <summary>A value under computation: a root expression, and the node whose value it is.</summary>
public sealed record Store(Node Node, Expr Value);

/// <summary>User memory, row-major, into panels.</summary>
public sealed record PackKernel(string Name, Node Target) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>Panels into user memory, row-major.</summary>
public sealed record UnpackKernel(string Name, Node Source, OutputRole Role, int Index) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [Aliases.Resolve(Source)];

    public override IEnumerable<Node> Writes => [];
}

/// <summary>The same values in panels of another row length, where a reshape changes what a row is.</summary>
public sealed record RelayoutKernel(string Name, Node Source, Node Target) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [Source];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>Draws a random mask.</summary>
public sealed record MaskKernel(string Name, Node Target) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>
/// A matrix product of rows by a weight matrix, with an epilogue: elementwise functions of the product (variable 0), which starts
/// at the bias, and of other values at the same place (variables 1 and up).
/// </summary>
/// <param name="Left">The rows.</param>
/// <param name="Parameter">Index of the weight.</param>
/// <param name="Transposed">True for x Wᵀ as stored by PyTorch (forward), false for dy W (backward).</param>
/// <param name="Bias">A vector parameter that the accumulators start with, or null.</param>
/// <param name="Operands">What variables 1 and up stand for.</param>
/// <param name="Stores">What is written.</param>
public sealed record MatMulKernel(
    string Name, Node Left, int Parameter, bool Transposed, Node? Bias, IReadOnlyList<Node> Operands, IReadOnlyList<Store> Stores, int K, int N) : Kernel(Name)
{
    public override IEnumerable<Operation> ParametersRead => Placement.ParametersAmong(Bias is null ? Operands : [.. Operands, Bias]).Append(new ParameterOperation(Parameter));

    public override IEnumerable<Node> Reads => Operands.Where(Placement.IsStored).Prepend(Left);

    public override IEnumerable<Node> Writes => Stores.Select(store => store.Node);
}

/// <summary>Several sweeps over each row, each able to use the row's reductions of the sweeps before it.</summary>
/// <param name="Features">Length of a row.</param>
/// <param name="RowsPerSample">Rows per sample.</param>
/// <param name="Operands">What the variables of all expressions stand for.</param>
/// <param name="Sweeps">In order.</param>
public sealed record RowKernel(string Name, int Features, int RowsPerSample, IReadOnlyList<Node> Operands, IReadOnlyList<Sweep> Sweeps) : Kernel(Name)
{
    public override IEnumerable<Operation> ParametersRead => Placement.ParametersAmong(Operands);

    private HashSet<Node> Own => [.. Sweeps.SelectMany(sweep => sweep.Produces)];

    public override IEnumerable<Node> Reads => Operands.Where(operand => Placement.IsStored(operand) && !Own.Contains(operand));

    public override IEnumerable<Node> Writes => Sweeps.SelectMany(sweep => sweep.Stores.Select(store => store.Node)
        .Concat(sweep.Scalars.Where(scalar => scalar.Kept).Select(scalar => scalar.Node))
        .Concat(sweep.Reductions.Where(reduction => reduction.Kept).Select(reduction => reduction.Node)));
}

/// <summary>One pass over a row.</summary>
/// <param name="Scalars">Values of the row, computed before the pass.</param>
/// <param name="Locals">Vectors that later sweeps use again; where a row is one vector they stay in registers.</param>
/// <param name="Stores">Vectors written to memory.</param>
/// <param name="Reductions">What the pass adds up.</param>
public sealed record Sweep(
    IReadOnlyList<RowScalar> Scalars, IReadOnlyList<Store> Locals, IReadOnlyList<Store> Stores, IReadOnlyList<RowReduction> Reductions)
{
    internal IEnumerable<Node> Produces => Scalars.Select(scalar => scalar.Node)
        .Concat(Locals.Select(store => store.Node)).Concat(Stores.Select(store => store.Node)).Concat(Reductions.Select(reduction => reduction.Node));
}

/// <summary>A value per row; <paramref name="Kept"/> when another kernel needs it.</summary>
public sealed record RowScalar(Node Node, Expr Value, bool Kept);

/// <summary>A reduction over a row; <paramref name="Kept"/> when another kernel needs it.</summary>
public sealed record RowReduction(Node Node, Reduction Kind, Expr Value, bool Kept);

/// <summary>
/// A product summed over all rows: the gradient of a weight matrix and (when training) its update while the block is hot, or an unbatched value.
/// </summary>
/// <param name="Left">Inputs: the rows of the result.</param>
/// <param name="Right">Gradients of outputs: the columns of the result.</param>
/// <param name="Parameter">Index of the weight, or −1.</param>
/// <param name="Target">The value that is kept, or null.</param>
public sealed record WeightGradientKernel(string Name, Node Left, Node Right, int Parameter, int K, int N, Node? Target = null) : Kernel(Name)
{
    public override bool SumsOverBatch => true;

    public override Operation? ParameterUpdated => Target is null ? new ParameterOperation(Parameter) : null;

    public override IEnumerable<Node> Reads => [Left, Right];

    public override IEnumerable<Node> Writes => Target is null ? [] : [Target];
}

/// <summary>An expression reduced over all rows: the gradient of a vector parameter, or an unbatched vector.</summary>
/// <param name="Parameter">Index of the parameter, or −1.</param>
/// <param name="Target">The value that is kept, or null.</param>
public sealed record VectorGradientKernel(
    string Name, int Parameter, int Features, int RowsPerSample, IReadOnlyList<Node> Operands, Expr Value, Node? Target = null, Reduction Kind = Reduction.Sum) : Kernel(Name)
{
    public override bool SumsOverBatch => true;

    public override IEnumerable<Operation> ParametersRead => Placement.ParametersAmong(Operands);

    public override Operation? ParameterUpdated => Target is null ? new ParameterOperation(Parameter) : null;

    public override IEnumerable<Node> Reads => Operands.Where(Placement.IsStored);

    public override IEnumerable<Node> Writes => Target is null ? [] : [Target];
}
