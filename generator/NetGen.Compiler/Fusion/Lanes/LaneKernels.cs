using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>Something that a loop over lanes reads: a walk through lanes, or numbers that are the same for all samples and are broadcast.</summary>
/// <param name="Node">Whose values.</param>
/// <param name="Shape">Aligned with the loop's axes at the last one; an axis of extent 1 stays where it is.</param>
public sealed record LaneOperand(Node Node, Shape Shape)
{
    /// <summary>The node whose memory is read.</summary>
    public Node Memory => Aliases.Resolve(Node);
}

/// <summary>Nested loops over the axes of a space, and what is written there.</summary>
/// <param name="Space">The axes.</param>
/// <param name="Target">Where: of the space's shape, with 1 where it is reduced.</param>
/// <param name="Operands">What the variables of <paramref name="Value"/> stand for.</param>
/// <param name="Reduction">How values along <paramref name="Axis"/> are combined, or null.</param>
/// <param name="Adds">Whether values are added to what is there.</param>
public sealed record LaneLoop(Shape Space, LaneView Target, IReadOnlyList<LaneOperand> Operands, Expr Value, Reduction? Reduction = null, int Axis = -1, bool Adds = false);

/// <summary>Elementwise expressions and reductions over vectors of neighbouring samples: what is moved, padded, pooled, folded or computed.</summary>
/// <param name="Target">What is written.</param>
/// <param name="Loops">One after the other.</param>
/// <param name="Clears">Whether all of the target becomes zero before.</param>
public sealed record LaneLoopKernel(string Name, Node Target, IReadOnlyList<LaneLoop> Loops, bool Clears) : Kernel(Name)
{
    public override IEnumerable<Operation> ParametersRead => Placement.ParametersAmong(Loops.SelectMany(loop => loop.Operands).Select(operand => operand.Memory));

    public override IEnumerable<Node> Reads => Loops.SelectMany(loop => loop.Operands).Select(operand => operand.Memory).Where(Placement.IsStored).Distinct();

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>A convolution or its transpose with an epilogue: elementwise functions of the product (variable 0), which starts at the bias, and of other values at the same place.</summary>
/// <param name="Product">The node, whose operation says which.</param>
/// <param name="Bias">A vector parameter that the sums start with, or null.</param>
/// <param name="Operands">What variables 1 and up stand for.</param>
/// <param name="Stores">What is written.</param>
public abstract record LaneProduct(string Name, Node Product, Node? Bias, IReadOnlyList<LaneOperand> Operands, IReadOnlyList<Store> Stores) : Kernel(Name)
{
    /// <summary>The image, or what is spread.</summary>
    public Node Source => Product.Inputs[0];

    public override IEnumerable<Operation> ParametersRead => Placement.ParametersAmong(Operands.Select(operand => operand.Memory).Concat(Bias is null ? [] : [Bias]));

    public override IEnumerable<Node> Reads => Operands.Select(operand => operand.Memory).Where(Placement.IsStored).Prepend(Aliases.Resolve(Source)).Distinct();

    public override IEnumerable<Node> Writes => Stores.Select(store => store.Node);
}

/// <summary>The sum over all taps and channels, as it is defined.</summary>
/// <param name="Parameter">Index of the weight.</param>
public sealed record LaneProductKernel(string Name, Node Product, int Parameter, Node? Bias, IReadOnlyList<LaneOperand> Operands, IReadOnlyList<Store> Stores)
    : LaneProduct(Name, Product, Bias, Operands, Stores)
{
    public override IEnumerable<Operation> ParametersRead => base.ParametersRead.Append(new ParameterOperation(Parameter));
}

/// <summary>The gradient of a weight that windows are multiplied by, of one block of samples: products summed over all positions and lanes, in the layout of the weight.</summary>
/// <param name="Left">What the rows of the weight's layout stand for: what windows see.</param>
/// <param name="Right">What its columns stand for: gradients of outputs.</param>
/// <param name="Part">Gets them.</param>
/// <param name="IsGradient">Whether it serves the gradient of a parameter alone, and nothing where none is asked for.</param>
public sealed record LaneOuterKernel(string Name, Node Left, Node Right, Node Part, bool IsGradient) : Kernel(Name)
{
    public int K => Left.Type.Last;

    public int N => Right.Type.Last;

    public override IEnumerable<Node> Reads => new[] { Aliases.Resolve(Left), Aliases.Resolve(Right) }.Distinct();

    public override IEnumerable<Node> Writes => [Part];
}

/// <summary>One of the sums of a <see cref="LaneSumKernel"/>.</summary>
/// <param name="Value">What is summed.</param>
/// <param name="Part">Gets what the block of samples contributes.</param>
public sealed record LaneSum(Expr Value, Node Part);

/// <summary>Expressions summed, or their maxima, over the samples of a block and over every axis but those of the result.</summary>
/// <param name="Space">What is walked over.</param>
/// <param name="Rows">Rows of the results: 1, or all positions where only samples are combined.</param>
/// <param name="Operands">What the variables stand for.</param>
/// <param name="Sums">What is summed in one sweep.</param>
/// <param name="Kind">How values are combined.</param>
public sealed record LaneSumKernel(string Name, Shape Space, int Rows, IReadOnlyList<LaneOperand> Operands, IReadOnlyList<LaneSum> Sums, Reduction Kind) : Kernel(Name)
{
    public override IEnumerable<Operation> ParametersRead => Placement.ParametersAmong(Operands.Select(operand => operand.Memory));

    public override IEnumerable<Node> Reads => Operands.Select(operand => operand.Memory).Where(Placement.IsStored).Distinct();

    public override IEnumerable<Node> Writes => Sums.Select(sum => sum.Part);
}

/// <summary>Adds up what all blocks of samples contribute to a gradient or to another sum.</summary>
/// <param name="Part">What a block contributes; its operation says in which layout.</param>
/// <param name="Kind">How contributions are combined.</param>
/// <param name="Parameter">Index of the parameter whose gradient it is, or −1.</param>
/// <param name="Target">The value that is kept, or null.</param>
public sealed record LaneTotalKernel(string Name, Node Part, Reduction Kind, int Parameter, Node? Target) : Kernel(Name)
{
    public override bool SumsOverBatch => true;

    public override Operation? ParameterUpdated => Target is null ? new ParameterOperation(Parameter) : null;

    public override IEnumerable<Node> Reads => [Part];

    public override IEnumerable<Node> Writes => Target is null ? [] : [Target];
}

/// <summary>Rows, or the user's memory, into lanes.</summary>
public sealed record ToLanesKernel(string Name, Node Source, Node Target) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => Aliases.IsGiven(Source) ? [] : [Aliases.Resolve(Source)];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>Lanes into rows.</summary>
public sealed record ToRowsKernel(string Name, Node Source, Node Target) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [Aliases.Resolve(Source)];

    public override IEnumerable<Node> Writes => [Target];
}
