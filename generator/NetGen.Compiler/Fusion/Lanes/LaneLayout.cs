using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>
/// Decides where values lie: brings images into lanes, and back into rows where kernels over rows go on. Behind it every node in lanes has a <see cref="LaneView"/>: its own
/// memory, or a walk through another's. Products with windows become one operation each, which never writes out what a window sees.
/// </summary>
internal sealed class LaneLayout
{
    private readonly HashSet<Node> _region;
    private readonly IReadOnlyDictionary<Node, Border> _borders;
    private readonly ILookup<Node, Node> _users;
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, Node> _rewritten = [];
    private readonly Dictionary<Node, Node> _inLanes = [];
    private readonly Dictionary<Node, Node> _inRows = [];
    private readonly HashSet<Node> _spreads = [];

    private LaneLayout(TensorProgram program, HashSet<Node> region)
    {
        _region = region;
        _borders = Border.Of(program, region);
        _users = program.Nodes.SelectMany(node => node.Inputs.Select(input => (input, node))).ToLookup(pair => pair.input, pair => pair.node);
    }

    public static TensorProgram Run(TensorProgram program)
    {
        var region = LaneRegion.Of(program);
        if (region.Count == 0)
        {
            return program;
        }

        var layout = new LaneLayout(program, region);
        foreach (var node in program.Nodes)
        {
            layout._rewritten[node] = layout.Rewrite(node);
        }

        var outputs = program.Outputs.Select(output => output with { Value = layout.Output(output) }).ToList();
        return WinogradChoice.Run(Pruning.Prune(program with { Nodes = layout._nodes, Outputs = outputs }));
    }

    private Node Rewrite(Node node)
    {
        if (_region.Contains(node))
        {
            return InRegion(node);
        }

        if (node.Operation is MatMulOperation { TransposeLeft: true } && node.Inputs.All(input => input.Type.Shape.Rank == 3) && node.Inputs.Any(_region.Contains))
        {
            var seen = Lanes(node.Inputs[1]);
            return Add(node.Operation, node.Type, node, [Simple(node.Inputs[0]), seen.Lanes!.Axes.Take(2).All(axis => axis.Count == 1) ? seen : Copy(seen)]);
        }

        var sums = node.Operation is SumBatchOperation or ReduceOperation { Axis: Axis.Rows } && node.Inputs.Any(_region.Contains);
        return Add(node.Operation, node.Type, node, node.Inputs.Select(input => !input.Type.Batched ? _rewritten[input] : sums ? Lanes(input) : Rows(input)));
    }

    private Node InRegion(Node node)
    {
        switch (node.Operation)
        {
            case SliceOperation { Axis: < 2 } slice when _spreads.Contains(_rewritten[node.Inputs[0]]) && _users[node.Inputs[0]].Count() == 1:
                return Part(_rewritten[node.Inputs[0]], slice, node);
            case PadOperation pad when Border.Serves(node, _region, _borders):
                return View(node, Lanes(node.Inputs[0]).Lanes!.Slice(pad.Axis, -pad.Before, node.Type.Shape[pad.Axis])!, Lanes(node.Inputs[0]));
            case MapOperation map when node.Inputs.FirstOrDefault(IsTiled) is { } tiles && node.Inputs.All(input => MayBeTiled(input, tiles)):
                return Tiled(node, map, tiles);
            case MatMulOperation { TransposeRight: true }:
                var left = node.Inputs[0];
                return left.Operation is PatchesOperation { Joined: true } patches && _region.Contains(left)
                    ? Own(new ConvolveOperation(patches.Window), node, node, [Simple(left.Inputs[0]), _rewritten[node.Inputs[1]]])
                    : Own(new ConvolveOperation(new Window(1, 1)), node, node, [Simple(left), _rewritten[node.Inputs[1]]]);
            case MatMulOperation:
                return Own(new SpreadOperation(new Window(1, 1), node.Type.Shape[0], node.Type.Shape[1], 0, 0), node, node, [Simple(node.Inputs[0]), _rewritten[node.Inputs[1]]]);
            case FoldOperation { Joined: true } fold when IsSpread(node.Inputs[0]):
                return Spread(fold, node.Inputs[0], node);
            default:
                return LaneRegion.IsWalk(node) ? Walk(node) : Own(node.Operation, node, node, InStep([.. node.Inputs.Select(Operand)]));
        }
    }

    /// <summary>A product that is folded alone, or the sum of such: an image that several convolutions see has a gradient from each.</summary>
    private bool IsSpread(Node value) => _region.Contains(value) && _users[value].Count() == 1 && (value.Operation is MatMulOperation { TransposeRight: false, TransposeLeft: false }
        || (value.Operation is MapOperation { Function: Binary { Op: BinaryOp.Add, Left: Variable, Right: Variable } } && value.Inputs.Count == 2 && value.Inputs.All(IsSpread)));

    /// <summary>Folds what is summed before it is summed: windows need never be written out.</summary>
    private Node Spread(FoldOperation fold, Node value, Node node)
    {
        var spread = value.Operation is MatMulOperation
            ? Own(new SpreadOperation(fold.Window, fold.Height, fold.Width, 0, 0), node, value, [Simple(value.Inputs[0]), _rewritten[value.Inputs[1]]])
            : Own(value.Operation, node, value, value.Inputs.Select(input => Spread(fold, input, node)).ToList());
        _spreads.Add(spread);
        return spread;
    }

    /// <summary>A part of what is spread is all that has to be computed of it.</summary>
    private Node Part(Node spread, SliceOperation slice, Node node)
    {
        var part = spread.Operation switch
        {
            SpreadOperation whole when slice.Axis == 0 => Own(whole with { Top = whole.Top + slice.Start }, node, node, spread.Inputs),
            SpreadOperation whole => Own(whole with { Left = whole.Left + slice.Start }, node, node, spread.Inputs),
            _ => Own(spread.Operation, node, node, spread.Inputs.Select(input => Part(input, slice, node)).ToList()),
        };
        _spreads.Add(part);
        return part;
    }

    /// <summary>A value that is another walk through memory that is there. Where there is no such walk its input is written anew before, and where it gets a border it is written itself.</summary>
    private Node Walk(Node node)
    {
        var input = Lanes(node.Inputs[0]);
        if (Walk(node, input.Lanes!) is not { } view)
        {
            input = Copy(input);
            view = Walk(node, input.Lanes!)!;
        }

        var walk = View(node, view, input);
        return _borders.ContainsKey(node) ? Own(new LaneCopyOperation(), node, node, [walk]) : walk;
    }

    private static LaneView? Walk(Node node, LaneView input) => node.Operation switch
    {
        TransposeOperation transpose => input.Transpose(transpose.Permutation),
        SliceOperation slice => input.Slice(slice.Axis, slice.Start, slice.Length),
        PatchesOperation patches => input.Patches(patches.Window, patches.Joined),
        ReshapeOperation => input.Reshape(node.Type.Shape),
        _ => input,
    };

    /// <summary>Windows that lie side by side and cover the image: adding up what was made of it only moves values, so that an elementwise function may come before.</summary>
    private bool IsTiled(Node input) => input.Operation is FoldOperation { Joined: false } fold && _region.Contains(input) && _users[input].Count() == 1 && !_borders.ContainsKey(input)
        && fold.Window.Tiles(fold.Height, fold.Width);

    private bool MayBeTiled(Node input, Node tiles) => input == tiles || (!input.Type.Batched ? input.Type.Shape.Rank <= 1
        : input.Type == tiles.Type && Lanes(input).Lanes!.Patches(((FoldOperation)tiles.Operation).Window, false) is not null);

    private Node Tiled(Node node, MapOperation map, Node tiles)
    {
        var (fold, source) = ((FoldOperation)tiles.Operation, Lanes(tiles.Inputs[0]));
        var arguments = node.Inputs.Select(input =>
        {
            if (input == tiles || !input.Type.Batched)
            {
                return input == tiles ? source : Fixed(input);
            }

            var seen = Add(new PatchesOperation(fold.Window, false), source.Type, node, [Lanes(input)]);
            seen.Lanes = Lanes(input).Lanes!.Patches(fold.Window, false);
            return seen;
        }).ToList();
        var values = Add(new MapOperation(map.Function), source.Type, node, arguments);
        values.Lanes = LaneView.Own(values);
        return Own(fold, node, node, [values]);
    }

    /// <summary>Loops are cut where some walk begins a new step: a walk that cannot be cut where another one is gets memory of its own.</summary>
    private IEnumerable<Node> InStep(IReadOnlyList<Node> operands)
    {
        var walks = new List<LaneView>();
        foreach (var operand in operands)
        {
            if (operand.Lanes is not { } lanes)
            {
                yield return operand;
            }
            else if (walks.All(walk => walk.IsInStepWith(lanes)))
            {
                walks.Add(lanes);
                yield return operand;
            }
            else
            {
                yield return Copy(operand);
            }
        }
    }

    private Node Operand(Node input) => input.Type.Batched ? Lanes(input) : Fixed(input);

    /// <summary>Numbers that are known keep their place under another shape.</summary>
    private Node Fixed(Node input)
    {
        var source = input;
        while (source.Operation is ReshapeOperation)
        {
            source = source.Inputs[0];
        }

        return source != input && source.Operation is ConstantOperation ? Add(source.Operation, input.Type, source, []) : _rewritten[input];
    }

    /// <summary>A value whose positions follow on each other in even steps.</summary>
    private Node Simple(Node node)
    {
        var lanes = Lanes(node);
        return lanes.Lanes!.Axes.All(axis => axis.Count == 1) ? lanes : Copy(lanes);
    }

    private Node Copy(Node lanes)
    {
        var copy = Add(new LaneCopyOperation(), lanes.Type, lanes, [lanes]);
        copy.Lanes = LaneView.Own(copy);
        return copy;
    }

    /// <summary>The value in lanes.</summary>
    private Node Lanes(Node node)
    {
        if (_rewritten[node].Lanes is not null)
        {
            return _rewritten[node];
        }

        if (!_inLanes.TryGetValue(node, out var converted))
        {
            _inLanes[node] = converted = Own(new ToLanesOperation(), node, node, [_rewritten[node]]);
        }

        return converted;
    }

    /// <summary>The value in rows.</summary>
    private Node Rows(Node node)
    {
        var rewritten = _rewritten[node];
        if (rewritten.Lanes is null)
        {
            return rewritten;
        }

        if (!_inRows.TryGetValue(node, out var converted))
        {
            _inRows[node] = converted = Add(new ToRowsOperation(), node.Type, node, [rewritten]);
        }

        return converted;
    }

    private Node Output(ProgramOutput output) => output.Role is OutputRole.Loss or OutputRole.ParameterGradient or OutputRole.BufferUpdate ? Rows(output.Value) : _rewritten[output.Value];

    private Node Own(Operation operation, Node node, Node like, IEnumerable<Node> inputs)
    {
        var added = Add(operation, node.Type, like, inputs);
        added.Lanes = _borders.TryGetValue(node, out var border) ? LaneView.Own(added, node.Type.Shape, border.Before, border.After) : LaneView.Own(added);
        return added;
    }

    private Node View(Node node, LaneView view, Node input)
    {
        var added = Add(node.Operation, node.Type, node, [input]);
        added.Lanes = view;
        return added;
    }

    private Node Add(Operation operation, TensorType type, Node like, IEnumerable<Node> inputs)
    {
        var node = new Node(_nodes.Count, operation, inputs.ToArray(), type, like.Origin, like.Backward);
        _nodes.Add(node);
        return node;
    }
}
