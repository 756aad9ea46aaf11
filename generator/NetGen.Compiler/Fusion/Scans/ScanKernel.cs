using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Scans;

/// <summary>A recurrence: the kernels of a step, run for one position after the other, for the samples of a thread.</summary>
/// <param name="Scan">The node, whose operation says how many steps there are, and in which direction.</param>
/// <param name="Body">The kernels of a step, those among them that bring parts of sequences in.</param>
/// <param name="Initial">What each state begins with; null for zeros.</param>
/// <param name="Next">What each state becomes.</param>
/// <param name="Stacked">What is kept of all steps: the value of a step, and the sequence.</param>
/// <param name="Final">States that are wanted after the last step, and where.</param>
public sealed record ScanKernel(
    string Name, Node Scan, IReadOnlyList<Kernel> Body, IReadOnlyList<Node?> Initial, IReadOnlyList<(Node State, Node Next)> Next, IReadOnlyList<(Node Value, Node Sequence)> Stacked,
    IReadOnlyList<(Node State, Node Value)> Final) : Kernel(Name)
{
    public ScanOperation Operation => (ScanOperation)Scan.Operation;

    public override IEnumerable<Operation> ParametersRead => Body.SelectMany(kernel => kernel.ParametersRead).Distinct();

    public override IEnumerable<Node> Reads
    {
        get
        {
            var own = new HashSet<Node>(Body.SelectMany(kernel => kernel.Writes));
            return Body.SelectMany(kernel => kernel.Reads).Where(node => !own.Contains(node)).Concat(Initial.Where(node => node is not null).Select(node => node!)).Distinct();
        }
    }

    public override IEnumerable<Node> Writes => Body.SelectMany(kernel => kernel.Writes).Concat(Stacked.Select(pair => pair.Sequence)).Concat(Final.Select(pair => pair.Value));
}

/// <summary>The step's part of a sequence.</summary>
/// <param name="Sequence">All parts.</param>
/// <param name="Target">The leaf of the body that stands for it.</param>
public sealed record StepInputKernel(string Name, Node? Sequence, Node Target) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => Sequence is null ? [] : [Sequence];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>What the step before has left; it lies there already.</summary>
public sealed record StepStateKernel(string Name, Node Target) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => [];

    public override IEnumerable<Node> Writes => [Target];
}
