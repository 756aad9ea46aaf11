using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Elaboration;

/// <summary>A declaration that was run on symbolic tensors.</summary>
/// <param name="Inputs">The inputs of the network.</param>
/// <param name="Outputs">What its last layer or its <c>Forward</c> yields, before link functions.</param>
/// <param name="Layers">Every layer in the order of its first application.</param>
/// <param name="Parameters">The trainable tensors in the order of the file.</param>
/// <param name="Applications">Everything that was applied, in order: the picture of the network.</param>
/// <param name="OutputNumbers">The numbers of the outputs among the values of the applications.</param>
/// <param name="Problems">What is wrong; what only follows from it is not among them. With any, there are no outputs.</param>
internal sealed record Elaborated(
    IReadOnlyList<Node> Inputs, IReadOnlyList<Node> Outputs, IReadOnlyList<LayerShape> Layers, IReadOnlyList<NamedParameter> Parameters,
    IReadOnlyList<Application> Applications, IReadOnlyList<int> OutputNumbers, IReadOnlyList<Problem> Problems)
{
    /// <summary>Vectors that training gathers, in the order of the file.</summary>
    public IReadOnlyList<NamedParameter> Buffers { get; init; } = [];

    /// <summary>What they hold after a training step.</summary>
    public IReadOnlyList<ProgramOutput> BufferUpdates { get; init; } = [];

    /// <summary>Warnings of layers.</summary>
    public IReadOnlyList<Problem> Remarks { get; init; } = [];

    /// <summary>The fewest samples that training takes.</summary>
    public int SmallestBatch { get; init; } = 1;

    /// <summary>Every value that has a name, in order.</summary>
    public IReadOnlyList<(string Name, Node Value)> Named { get; init; } = [];

    /// <summary>Every stack that was applied, once for each shape of its input, with a mask and without.</summary>
    public IReadOnlyList<AppliedStack> Stacks { get; init; } = [];

    /// <summary>Which positions of values are present.</summary>
    public PositionMasks Masks { get; init; } = new();
}

/// <summary>A stack at work.</summary>
/// <param name="Name">The full name of its field; empty for the stack of the class itself.</param>
/// <param name="Input">What went in.</param>
/// <param name="Parts">Its layers and blocks.</param>
internal sealed record AppliedStack(string Name, Node Input, IReadOnlyList<AppliedPart> Parts);

/// <summary>A layer or a block of a stack at work.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Description">As the user wrote it.</param>
/// <param name="Block">How it uses a class; null for a layer.</param>
/// <param name="Input">What went in.</param>
/// <param name="Output">What came out.</param>
internal sealed record AppliedPart(string Name, string Description, LayerSpec? Block, Node Input, Node Output);

/// <summary>One layer or operation at work.</summary>
/// <param name="Name">The layer's name or the variable that holds the result; empty for neither.</param>
/// <param name="Signature">What decides what it computes, with the names of its parameters; null for what prediction passes by.</param>
/// <param name="Description">For people: <c>Dense(128)</c>, <c>Add</c>.</param>
/// <param name="Inputs">The values that it uses, by their numbers: inputs of the network first, then one per application.</param>
/// <param name="Output">The number of the value that it makes.</param>
/// <param name="Shape">The shape of that.</param>
/// <param name="Group">The field, or block, that it belongs to: the name before the last dot; empty for the network itself.</param>
public sealed record Application(string Name, string? Signature, string Description, EquatableArray<int> Inputs, int Output, Shape Shape, string Group);
