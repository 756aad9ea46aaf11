using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Review;

/// <summary>
/// A rule about what follows what. It watches a network being run as training runs it, layer by layer and operation by operation, and remembers values by their nodes: so a rule knows the
/// order of application wherever layers are declared, in stacks, in blocks, or in fields that <c>Forward</c> joins.
/// </summary>
internal abstract class TrainingRule
{
    private readonly List<Problem> _found = [];

    /// <summary>What was found so far, each place once for each value that came there.</summary>
    public virtual IEnumerable<Problem> Found => _found;

    /// <summary>Whether the rule may have something to say about a network with layers and operations of these kinds.</summary>
    public virtual bool Concerns(HashSet<string> kinds) => true;

    /// <summary>A layer was applied.</summary>
    public abstract void Layer(LayerUse use);

    /// <summary>An operation of a method was applied; a residual's sum counts as one.</summary>
    /// <param name="use">What, and where.</param>
    public abstract void Operation(OperationUse use);

    /// <summary>A module, or the network, is done: these are its results.</summary>
    /// <param name="module">The key of the module; null for the network itself.</param>
    /// <param name="outputs">What it yields.</param>
    public virtual void Leave(string? module, IReadOnlyList<Node> outputs)
    {
    }

    protected void Report(Problem problem) => _found.Add(problem);
}

/// <summary>A layer at work.</summary>
/// <param name="Name">Its full name: <c>stem.conv2d1</c>.</param>
/// <param name="Spec">The layer, its holes filled.</param>
/// <param name="IsFrozen">Whether its weights are as they are.</param>
/// <param name="Input">What went in.</param>
/// <param name="Output">What came out.</param>
/// <param name="At">Puts a complaint at its attribute.</param>
internal sealed record LayerUse(string Name, LayerSpec Spec, bool IsFrozen, Node Input, Node Output, Func<Complaint, Problem> At)
{
    /// <summary>Its shapes and parameters in the first of its uses.</summary>
    public LayerShape? Shape { get; init; }
}

/// <summary>An operation at work.</summary>
/// <param name="Step">The operation.</param>
/// <param name="Inputs">The tensors that it uses.</param>
/// <param name="Output">What it makes.</param>
/// <param name="At">Puts a complaint at its expression.</param>
internal sealed record OperationUse(Step Step, IReadOnlyList<Node> Inputs, Node Output, Func<Complaint, Problem> At);
