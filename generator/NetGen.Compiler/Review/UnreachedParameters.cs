using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG5002: weights that no loss depends on, so that nothing is ever learned there: what they make is thrown away, detached, or leaves by an output that no loss is of. Only ways through the graph count: that a
/// derivative happens to be zero is another matter. A layer that is told of is so in all of its uses.
/// </summary>
internal sealed class UnreachedParameters(NetworkSpec spec) : TrainingRule
{
    private readonly List<LayerUse> _uses = [];
    private readonly EveryUse _told = new();
    private readonly List<Problem> _fields = [];

    public override IEnumerable<Problem> Found => _told.Found.Concat(_fields);

    /// <summary>In a stack every layer leads to the loss.</summary>
    public override bool Concerns(HashSet<string> kinds) => spec.Body is not null || spec.Modules.Count > 0;

    public override void Layer(LayerUse use)
    {
        if (!use.IsFrozen)
        {
            _uses.Add(use);
        }
    }

    public override void Operation(OperationUse use)
    {
    }

    public override void Leave(string? module, IReadOnlyList<Node> outputs)
    {
        if (module is not null || outputs.Count == 0)
        {
            return;
        }

        var reached = new HashSet<Node>();
        foreach (var output in Judged(outputs))
        {
            Walk(output, reached, passes: static node => node.Operation is not DetachOperation);
        }

        var all = new HashSet<Node>(reached);
        _uses.ForEach(use => Walk(use.Output, all, passes: static _ => true));
        var names = Names(reached);
        var owners = new HashSet<string>(Names(all).Select(Owner), StringComparer.Ordinal);
        var reachedOwners = new HashSet<string>(names.Select(Owner), StringComparer.Ordinal);
        foreach (var use in _uses.Where(use => owners.Contains(use.Name)))
        {
            _told.Add(use.At(new Complaint("NG5002", null, Message($"'{use.Name}'"))), !reachedOwners.Contains(use.Name));
        }

        foreach (var field in (spec.Body?.Fields ?? []).Where(field => field is { Kind: FieldKind.Parameter } && !field.Layers[0].Frozen && !names.Contains(field.Name)))
        {
            _fields.Add(new Problem("NG5002", 0, Problem.FieldName, Message($"'{field.Name}'")) { Field = field.Name });
        }
    }

    /// <summary>What losses look at; of a network without any, and for a loss of the user's, all outputs.</summary>
    private IEnumerable<Node> Judged(IReadOnlyList<Node> outputs) => spec.Losses.Count == 0 || spec.Losses.Any(loss => loss.Kind == "Loss")
        ? outputs
        : spec.Losses.Select(loss => loss.Int("Output", 0)).Where(index => index >= 0 && index < outputs.Count).Select(index => outputs[index]);

    private string Message(string name) => spec.Losses.Count == 0
        ? $"no output depends on {name}: use what it makes, or remove it"
        : $"no loss depends on {name}, so that it is never trained: use what it makes, give its output a loss, or mark it with Frozen = true if that is meant";

    private static HashSet<string> Names(IEnumerable<Node> nodes) => new(nodes.Where(node => node.Operation is ParameterOperation).Select(node => node.Origin), StringComparer.Ordinal);

    /// <summary>The layer that a parameter belongs to.</summary>
    private static string Owner(string parameter) => parameter.LastIndexOf('.') is >= 0 and var dot ? parameter.Substring(0, dot) : parameter;

    private static void Walk(Node from, HashSet<Node> seen, Func<Node, bool> passes)
    {
        var open = new Stack<Node>([from]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (seen.Add(node) && passes(node))
            {
                foreach (var input in node.Inputs)
                {
                    open.Push(input);
                }
            }
        }
    }
}
