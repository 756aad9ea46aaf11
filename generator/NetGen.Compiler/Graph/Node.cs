using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>A value of the tensor program: an operation applied to earlier values.</summary>
/// <param name="id">Position in the graph; inputs have smaller ones.</param>
/// <param name="origin">The layer it belongs to, for names in emitted code.</param>
/// <param name="backward">True for what differentiation added.</param>
public sealed class Node(int id, Operation operation, Node[] inputs, TensorType type, string origin, bool backward)
{
    public int Id { get; } = id;

    public Operation Operation { get; } = operation;

    public IReadOnlyList<Node> Inputs { get; } = inputs;

    public TensorType Type { get; } = type;

    public string Origin { get; } = origin;

    public bool Backward { get; } = backward;

    /// <summary>Where the value lies among the lanes, or null for what lies in rows; see <see cref="LaneView"/>.</summary>
    public LaneView? Lanes { get; internal set; }

    /// <summary>True for what is given rather than computed.</summary>
    public bool IsLeaf => Operation is InputOperation or TargetOperation or RowWeightOperation or OutputGradientOperation or ParameterOperation or BufferOperation or ConstantOperation;

    /// <summary>True for zeros, such as the gradient by what is not reached.</summary>
    public bool IsZero => Operation is MapOperation { Function: Constant { Value: 0 } };

    public override string ToString() => Inv($"%{Id}");
}

/// <summary>A tensor program: nodes in topological order and the values that are asked for.</summary>
/// <param name="Name">What the program is for: predict, loss, train, backward.</param>
/// <param name="Nodes">All nodes, inputs before users.</param>
/// <param name="Outputs">What is asked for, by role.</param>
public sealed record TensorProgram(string Name, IReadOnlyList<Node> Nodes, IReadOnlyList<ProgramOutput> Outputs);

/// <summary>One asked-for value.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Index">For a parameter's gradient, the parameter.</param>
/// <param name="Value">The node.</param>
public sealed record ProgramOutput(OutputRole Role, int Index, Node Value);

/// <summary>What an output is for.</summary>
public enum OutputRole
{
    Prediction,
    Loss,
    ParameterGradient,
    InputGradient,

    /// <summary>What a buffer holds after a training step.</summary>
    BufferUpdate,

    /// <summary>Within the body of a recurrence: a value that is kept, or left to the next step.</summary>
    Step,
}
