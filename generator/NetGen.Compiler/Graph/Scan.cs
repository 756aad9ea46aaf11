using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <summary>
/// What one step of a recurrence computes: a small graph of its own, over the step's part of some sequences, over states that one step leaves to the next, and over parameters.
/// </summary>
/// <param name="Nodes">In topological order.</param>
/// <param name="Inputs">The leaves that stand for the step's part of each sequence.</param>
/// <param name="States">The leaves that stand for what the step before has left.</param>
/// <param name="Next">What each state becomes.</param>
public sealed record ScanBody(IReadOnlyList<Node> Nodes, IReadOnlyList<Node> Inputs, IReadOnlyList<Node> States, IReadOnlyList<Node> Next)
{
    /// <summary>The parameters that steps read, in the order of their first use.</summary>
    public IReadOnlyList<Node> Parameters { get; } = [.. Nodes.Where(node => node.Operation is ParameterOperation)];

    /// <summary>What an output of a scan collects of all steps.</summary>
    /// <param name="output">A node with a <see cref="ScanOutputOperation"/>.</param>
    public Node ValueOf(Node output) => Nodes.First(node => node.Id == ((ScanOutputOperation)output.Operation).Value);

    public bool Equals(ScanBody? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Nodes.Count;
}

/// <summary>
/// A body, run for one position of the sequences after the other. Its inputs are sequences [steps, …], initial states, and parameters. It has no value of its own; what is wanted of it
/// are <see cref="ScanOutputOperation"/>s.
/// </summary>
/// <param name="Body">What a step computes.</param>
/// <param name="Steps">How many.</param>
/// <param name="Reverse">Whether the last position comes first.</param>
/// <param name="Given">Which states begin with a value among the inputs; the others begin at zero.</param>
/// <param name="Number">Tells scans of a program apart.</param>
public sealed record ScanOperation(ScanBody Body, int Steps, bool Reverse, EquatableArray<int> Given, int Number) : Operation
{
    public override string Name => Inv($"scan {Number} of {Steps} steps{(Reverse ? " backwards" : "")}");

    /// <summary>Sequences and initial states among the inputs; behind them are parameters.</summary>
    public int Values => Body.Inputs.Count + Given.Count;

    /// <summary>What state number <paramref name="state"/> of <paramref name="scan"/> begins with; null for zeros.</summary>
    public static Node? Initial(Node scan, int state)
    {
        var operation = (ScanOperation)scan.Operation;
        var position = operation.Given.ToList().IndexOf(state);
        return position < 0 ? null : scan.Inputs[operation.Body.Inputs.Count + position];
    }
}

/// <summary>Something that a body computes: its values at all positions, [steps, …].</summary>
/// <param name="Value">The node of the body.</param>
public sealed record ScanOutputOperation(int Value) : Operation
{
    public override string Name => Inv($"all %{Value}");
}

/// <summary>What a state is after the last step.</summary>
/// <param name="State">Which.</param>
public sealed record ScanFinalOperation(int State) : Operation
{
    public override string Name => Inv($"final state {State}");
}

/// <summary>Within a body: the part of a sequence that belongs to the step.</summary>
public sealed record StepInputOperation(int Index) : Operation
{
    public override string Name => "step of" + Numbered.Suffix(Index);
}

/// <summary>Within a body: what the step before has left.</summary>
public sealed record StepStateOperation(int Index) : Operation
{
    public override string Name => "state" + Numbered.Suffix(Index);
}
