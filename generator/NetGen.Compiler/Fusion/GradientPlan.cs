using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// How each parameter gets its gradient. A single product or sum that serves nothing else is handed to the optimizer block by block, in the layout of weights;
/// everything else is finished as a value and handed over afterwards.
/// </summary>
internal sealed class GradientPlan
{
    private readonly Dictionary<Node, List<Node>> _direct = [];
    private readonly List<(Node Parameter, Node Gradient)> _handedOver = [];

    /// <summary>Parameters whose gradients are values, with these.</summary>
    public IReadOnlyList<(Node Parameter, Node Gradient)> HandedOver => _handedOver;

    /// <summary>Decides, and adds the values that have to be in memory to <paramref name="kept"/>.</summary>
    public static GradientPlan Of(TensorProgram program, Grouping grouping, Kept kept)
    {
        var plan = new GradientPlan();
        var used = new HashSet<Node>(program.Nodes.SelectMany(node => node.Inputs));
        foreach (var output in program.Outputs.Where(output => output.Role == OutputRole.ParameterGradient && !output.Value.IsZero))
        {
            var parameter = program.Nodes.First(node => node.Operation is ParameterOperation operation && operation.Index == output.Index);
            if (!used.Contains(output.Value) && IsDirect(output.Value, parameter, grouping.Find(output.Value), kept))
            {
                (plan._direct.TryGetValue(output.Value, out var parameters) ? parameters : plan._direct[output.Value] = []).Add(parameter);
            }
            else
            {
                plan._handedOver.Add((parameter, Aliases.Resolve(output.Value)));
            }
        }

        foreach (var (_, gradient) in plan._handedOver)
        {
            kept.Add(gradient);
        }

        // One and the same value may be the gradient of several parameters: once in memory, it serves all of them.
        foreach (var pair in plan._direct.Where(pair => kept.Contains(pair.Key)).ToList())
        {
            plan._direct.Remove(pair.Key);
            plan._handedOver.AddRange(pair.Value.Select(parameter => (parameter, pair.Key)));
        }

        return plan;
    }

    /// <summary>The parameters that the kernel of <paramref name="gradient"/> updates.</summary>
    public IReadOnlyList<Node> DirectOf(Node gradient) => _direct.TryGetValue(gradient, out var parameters) ? parameters : [];

    private static bool IsDirect(Node gradient, Node parameter, Group? group, Kept kept) => group?.Kind switch
    {
        GroupKind.WeightGradient or GroupKind.ScatterAdd => gradient == group.Anchor && parameter.Type.Shape.Rank == 2,
        GroupKind.VectorGradient => gradient == group.Anchor && parameter.Type.Shape.Rank == 1 && gradient.Operation is ReduceOperation { Kind: Reduction.Sum }
            && !Placement.IsPerRow(Aliases.Resolve(gradient.Inputs[0])) && ReadsNoOther(gradient, parameter, kept),
        _ => false,
    };

    /// <summary>Parameters are updated side by side: a gradient must not be computed from another one meanwhile.</summary>
    private static bool ReadsNoOther(Node sum, Node parameter, Kept kept)
    {
        var composition = new Composition(kept.IsRead);
        composition.Of(sum.Inputs[0]);
        return composition.Operands.All(operand => operand.Operation is not ParameterOperation || operand == parameter);
    }
}
