using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG5003: attention that sees all positions of a sequence, in a network that is causal: it has other attention that does not, and answers a label for each position.
/// </summary>
internal sealed class LaterPositions(NetworkSpec spec) : TrainingRule
{
    public const string Id = "NG5003";

    private readonly List<Problem> _open = [];
    private bool _isCausal;
    private bool _answersEachPosition;

    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("SelfAttention") || kinds.Contains("Attention");

    public override IEnumerable<Problem> Found => _isCausal && _answersEachPosition ? _open : [];

    public override void Layer(LayerUse use)
    {
        if (use.Spec.Kind == "SelfAttention")
        {
            See(use.Spec.Flag("Causal", false), use.At, Inv($"'{use.Name}' sees all positions"), "set Causal = true here as well");
        }
    }

    public override void Operation(OperationUse use)
    {
        // Another sequence may be seen whole.
        if (use.Step.Operation == "Attention" && InputsOf(use.Inputs[0]).Overlaps(InputsOf(use.Inputs[1])))
        {
            See(use.Step.Flag("Causal", false), use.At, "this attention sees all positions", "pass causal: true here as well");
        }
    }

    public override void Leave(string? module, IReadOnlyList<Node> outputs)
    {
        if (module is null)
        {
            _answersEachPosition = spec.Losses.Any(loss => LayerCatalog.FindLoss(loss.Kind) is { TakesLabels: true }
                && loss.Int("Output", 0) is var output && output >= 0 && output < outputs.Count && outputs[output].Type.Rows > 1);
        }
    }

    private void See(bool isCausal, Func<Complaint, Problem> at, string what, string remedy)
    {
        if (isCausal)
        {
            _isCausal = true;
        }
        else
        {
            _open.Add(at(new Complaint(Id, null, $"{what}, those after it too, in a network whose other attention is causal and which answers at each position: in training it reads the answers; {remedy}")));
        }
    }

    private static HashSet<Node> InputsOf(Node node)
    {
        var (inputs, seen, open) = (new HashSet<Node>(), new HashSet<Node>(), new Stack<Node>([node]));
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next))
            {
                continue;
            }

            if (next.Operation is InputOperation)
            {
                inputs.Add(next);
            }

            foreach (var input in next.Inputs)
            {
                open.Push(input);
            }
        }

        return inputs;
    }
}
