using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Makes every value that a kernel reads as panels one that lies in panels: parameters are copied out of the weights' layout, and what is made in registers or
/// kept as one number per row is written out. A program that needs nothing of the sort stays as it is.
/// </summary>
internal sealed class Staging
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, Node> _rewritten = [];
    private readonly Dictionary<(Node Node, bool Batched), Node> _staged = [];
    private bool _changed;

    private Staging()
    {
    }

    public static TensorProgram Run(TensorProgram program)
    {
        var staging = new Staging();
        foreach (var node in program.Nodes)
        {
            staging.Rewrite(node);
        }

        var outputs = program.Outputs.Select(output => output with { Value = staging.Output(output) }).ToList();
        return staging._changed ? program with { Nodes = staging._nodes, Outputs = outputs } : program;
    }

    private void Rewrite(Node node)
    {
        var inputs = node.Inputs.Select((input, position) => Demand(node, position, _rewritten[input])).ToArray();
        var rewritten = Add(node.Operation, node.Type, node, inputs);
        _rewritten[node] = rewritten;
        if (node.Lanes is { } lanes)
        {
            rewritten.Lanes = lanes.Within(node, rewritten, _rewritten);
        }
    }

    private Node Add(Operation operation, TensorType type, Node like, params Node[] inputs)
    {
        var node = new Node(_nodes.Count, operation, inputs, type, like.Origin, like.Backward);
        _nodes.Add(node);
        return node;
    }

    private Node Demand(Node node, int position, Node input) =>
        DemandsPanels(node, position) && input.Lanes is null && (node.Lanes is null || node.Operation is ToLanesOperation) ? InPanels(input, input.Type.Batched)
        : node.Operation is ScanOperation ? input
        : IsParameterInRows(input) && !IsWeight(node, position) && Aliases.Resolve(node) == node ? InPanels(input, false)
        : input;

    private static bool DemandsPanels(Node node, int position) => node.Operation switch
    {
        ToLanesOperation => !Aliases.IsGiven(node.Inputs[0]),
        ScanOperation scan => position < scan.Values,
        MatMulOperation => position == 0 || !ProductRule.IsByWeight(node),
        GatherOperation => position == 1 || TableFusion.TableOf(node) is null,
        ScatterAddOperation or AttentionOperation or CachedAttentionOperation or AttentionGradientOperation or BatchMatMulOperation or TransposeOperation or SliceOperation or PadOperation or ConcatOperation or PatchesOperation or FoldOperation => true,
        ReshapeOperation => Aliases.Resolve(node) == node && !Aliases.IsGiven(node),
        _ => false,
    };

    private static bool IsWeight(Node node, int position) => node.Operation switch
    {
        FilterOperation => true,
        GatherOperation => position == 0 && TableFusion.TableOf(node) is not null,
        _ => position == 1 && (node.Operation is ConvolveOperation or SpreadOperation || ProductRule.IsByWeight(node)),
    };

    /// <summary>Vectors are read in place; matrices and parameters of more axes lie otherwise than panels do.</summary>
    private static bool IsParameterInRows(Node node) => Aliases.Resolve(node) is { Operation: ParameterOperation, Type.Shape.Rank: > 1 };

    private Node InPanels(Node value, bool batched)
    {
        var place = Placement.Of(Aliases.Resolve(value));
        if (place == Place.Panels || (place == Place.Fixed && !batched))
        {
            return value;
        }

        if (!_staged.TryGetValue((value, batched), out var staged))
        {
            // What lies otherwise than panels do is brought into panels first, and repeated for each sample then.
            var source = batched && IsParameterInRows(value) ? InPanels(value, false) : value;
            staged = Add(new StagedOperation(), value.Type with { Batched = batched }, value, source);
            _staged.Add((value, batched), staged);
            _changed = true;
        }

        return staged;
    }

    private Node Output(ProgramOutput output)
    {
        var value = _rewritten[output.Value];
        return output.Role switch
        {
            OutputRole.Prediction or OutputRole.InputGradient or OutputRole.Step => value.Lanes is null ? InPanels(value, true) : value,
            OutputRole.BufferUpdate => value,
            OutputRole.ParameterGradient => Aliases.Resolve(value).Operation is ParameterOperation or ConstantOperation or IotaOperation ? InPanels(value, false) : value,
            _ => LossOf(value),
        };
    }

    /// <summary>The rows of a loss are numbers, one per row, that the runtime adds up.</summary>
    private Node LossOf(Node value)
    {
        if (value.Operation is not ReduceOperation { Kind: Reduction.Sum, Axis: Axis.Rows })
        {
            throw new InvalidOperationException($"The loss {value} ({value.Operation.Name}) is not a sum over rows.");
        }

        var rows = value.Inputs[0];
        if (Placement.IsPerRow(Aliases.Resolve(rows)))
        {
            return value;
        }

        _changed = true;
        var numbers = Add(new ReduceOperation(Reduction.Sum, Axis.Last), rows.Type.WithLast(1), value, rows);
        return Add(value.Operation, new TensorType(false, new(1)), value, numbers);
    }
}

/// <summary>The values of its input, written out in panels.</summary>
internal sealed record StagedOperation : Operation
{
    public override string Name => "staged";
}
