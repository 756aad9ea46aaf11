using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes.Winograd;

/// <summary>A convolution by minimal filtering, with an epilogue.</summary>
/// <param name="Filter">The transformed weight.</param>
/// <param name="Scratch">Room for transformed images and products of some tiles.</param>
public sealed record WinogradKernel(string Name, Node Product, Node Filter, Node Scratch, Node? Bias, IReadOnlyList<LaneOperand> Operands, IReadOnlyList<Store> Stores)
    : LaneProduct(Name, Product, Bias, Operands, Stores)
{
    public override IEnumerable<Node> Reads => base.Reads.Append(Filter);

    public override IEnumerable<Node> Writes => base.Writes.Append(Scratch);
}

/// <summary>A weight as minimal filtering multiplies by it, once per pass.</summary>
/// <param name="Parameter">Index of the weight.</param>
public sealed record FilterKernel(string Name, int Parameter, Node Target) : Kernel(Name)
{
    /// <summary>Whether it is for the gradient by the image.</summary>
    public bool Transposed => ((FilterOperation)Target.Operation).Transposed;

    /// <summary>Outputs of the convolution whose weight it is.</summary>
    public int Outputs => Transposed ? Target.Type.Rows / 16 : Target.Type.Last;

    /// <summary>Channels of the image that the convolution sees.</summary>
    public int Channels => Transposed ? Target.Type.Last : Target.Type.Rows / 16;

    public override IEnumerable<Operation> ParametersRead => [new ParameterOperation(Parameter)];

    public override IEnumerable<Node> Reads => [];

    public override IEnumerable<Node> Writes => [Target];
}
