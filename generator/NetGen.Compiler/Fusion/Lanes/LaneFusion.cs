using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>Makes the kernels over lanes; cheap elementwise values are computed where they are used, as elsewhere.</summary>
internal sealed class LaneFusion(Func<Node, bool> isInlined)
{
    /// <summary>Beyond about this many instructions an epilogue would dominate the code of a tile.</summary>
    private const int EpilogueLimit = 8;

    private readonly List<LaneOperand> _operands = [];

    /// <summary>Whether <paramref name="user"/> may compute a value again, because it is cheap and read in the order in which it was made.</summary>
    public static bool CanCompute(Node value, Node user) => value.Operation is MapOperation map && Cost.IsCheap(map.Function) && SpaceOf(user) is { } space
        && (user.Operation is not MapOperation || value.Inputs.All(HasSingleSteps))
        && user.Inputs.All(input => Aliases.Resolve(input) != value || (IsSame(input, value) && input.Type.Shape == space));

    /// <summary>Whether a tile may compute a value: everything that it might read then goes on evenly from position to position and from output to output.</summary>
    public static bool FitsTile(Node value) => value.Inputs.All(input => IsEven(input) && (Aliases.Resolve(input) is not { Lanes: not null, Operation: MapOperation } inner || FitsTile(inner)));

    private static bool IsEven(Node input) => HasSingleSteps(input) && (input.Lanes is not null || (input.Type.Rows == 1 && Aliases.Resolve(input).Operation is not IotaOperation));

    private static bool HasSingleSteps(Node input) => input.Lanes is null || input.Lanes.Axes.All(axis => axis.Count == 1);

    /// <summary>Whether a product can go on with an elementwise function of its result.</summary>
    public static bool Accepts(Group group, Node node) => node.Operation is MapOperation map && node.Type == group.Anchor.Type && Cost.Of(map.Function) <= EpilogueLimit
        && group.Nodes.Count < 6 && node.Inputs.All(input => group.Nodes.Contains(Aliases.Resolve(input)) ? IsSame(input, Aliases.Resolve(input)) : IsEven(input));

    public static Kernel Make(Group group, Kept kept, Grouping grouping)
    {
        var node = group.Anchor;
        var name = KernelNames.Of(node);
        var fusion = Within(kept, grouping);
        return node.Operation switch
        {
            ToLanesOperation => new ToLanesKernel(name, node.Inputs[0], node),
            ConvolveOperation or SpreadOperation or WinogradOperation => Product(name, group, kept, fusion),
            ConcatOperation concat => new LaneLoopKernel(name, node, Parts(node, concat.Axis), false),
            PadOperation pad => new LaneLoopKernel(name, node, [Part(node, node.Inputs[0], pad.Axis, pad.Before)], true),
            FoldOperation fold => Fold(name, node, fold, fusion),
            _ => fusion.Loop(name, node),
        };
    }

    /// <summary>What brings a weight into the form that minimal filtering multiplies by.</summary>
    public static FilterKernel Filter(Node filter) => new(KernelNames.Of(filter), ((ParameterOperation)Aliases.Resolve(filter.Inputs[0]).Operation).Index, filter);

    /// <summary>What each block of samples contributes to a sum over the batch.</summary>
    public static LaneSumKernel Sum(string name, Node sum, Kept kept, Grouping grouping)
    {
        var fusion = Within(kept, grouping);
        var input = sum.Inputs[0];
        var value = fusion.Of(input);
        var (rows, features) = (sum.Operation is SumBatchOperation ? sum.Type.Rows : 1, input.Type.Last);
        return new LaneSumKernel(name, input.Type.Shape, rows, fusion._operands, [new LaneSum(value, Part(sum, new BlockSumOperation(rows, features)))], KindOf(sum));
    }

    private static LaneFusion Within(Kept kept, Grouping grouping) => new(value => grouping.Find(value) is { Kind: GroupKind.Lanes or GroupKind.LaneProduct } && !kept.Contains(value));

    /// <summary>How a sum over the batch combines values.</summary>
    public static Reduction KindOf(Node sum) => sum.Operation is ReduceOperation reduce ? reduce.Kind : Reduction.Sum;

    /// <summary>Room for what a block of samples contributes to the gradient of a weight [outputs, inputs].</summary>
    public static Node Part(Node product) => Part(product, new BlockGradientOperation(product.Type.Shape[0], product.Type.Shape[1]));

    private static Node Part(Node whole, Operation operation)
    {
        var part = new Node(whole.Id, operation, [], whole.Type with { Batched = true }, whole.Origin, whole.Backward);
        part.Lanes = LaneView.Own(part);
        return part;
    }

    private static Node Scratch(Node product)
    {
        var scratch = new Node(product.Id, new ScratchOperation(), [], product.Type, product.Origin, product.Backward);
        scratch.Lanes = LaneView.Own(scratch) with { Size = WinogradTiles.Of(product).Size };
        return scratch;
    }

    /// <summary>The axes that a kernel walks over, or null for one that reads its operands from memory.</summary>
    private static Shape? SpaceOf(Node node) => node.Operation switch
    {
        MapOperation => node.Type.Shape,
        ReduceAxisOperation or ReduceOperation or SumBatchOperation or FoldOperation => node.Inputs[0].Type.Shape,
        _ => null,
    };

    /// <summary>Whether the walk is the one in which the value itself is written.</summary>
    private static bool IsSame(Node input, Node value) => input == value || (input.Operation is DetachOperation && IsSame(input.Inputs[0], value));

    private static List<LaneLoop> Parts(Node node, int axis)
    {
        var parts = new List<LaneLoop>();
        var at = 0;
        foreach (var input in node.Inputs)
        {
            parts.Add(Part(node, input, axis, at));
            at += input.Type.Shape[axis];
        }

        return parts;
    }

    private static LaneLoop Part(Node node, Node input, int axis, int at) =>
        new(input.Type.Shape, node.Lanes!.Slice(axis, at, input.Type.Shape[axis])!, [new LaneOperand(input, input.Type.Shape)], Scalar.Variable(0));

    /// <summary>Windows that follow on each other without a gap write every position once; others add up.</summary>
    private static LaneLoopKernel Fold(string name, Node node, FoldOperation fold, LaneFusion fusion)
    {
        var (window, source) = (fold.Window, node.Inputs[0]);
        var target = node.Lanes!.Patches(window, fold.Joined)!;
        var value = fusion.Of(source);
        return new LaneLoopKernel(name, node, [new LaneLoop(source.Type.Shape, target, fusion._operands, value, Adds: !window.NeverOverlaps)], !window.Tiles(fold.Height, fold.Width));
    }

    private static LaneProduct Product(string name, Group group, Kept kept, LaneFusion fusion)
    {
        var product = group.Anchor;
        var users = group.Nodes.Where(node => node.Inputs.Any(input => Aliases.Resolve(input) == product)).ToList();
        var start = !kept.Contains(product) && users is [{ Operation: MapOperation { Function: Binary { Op: BinaryOp.Add, Left: Variable, Right: Variable } }, Inputs.Count: 2 } sum]
            && sum.Inputs.Any(input => input is { Operation: ParameterOperation, Type.Shape.Rank: 1 } && input.Type.Last == product.Type.Last) ? sum : product;
        var bias = start == product ? null : start.Inputs.First(input => input.Operation is ParameterOperation);
        var members = new HashSet<Node>(group.Nodes);
        fusion.Operand(start);
        Expr Value(Node node)
        {
            if (node == start)
            {
                return Scalar.Variable(0);
            }

            var bindings = node.Inputs.Select((input, index) => (Value: members.Contains(Aliases.Resolve(input)) ? Value(Aliases.Resolve(input)) : fusion.Of(input, node.Type.Shape), index))
                .ToDictionary(pair => pair.index, pair => pair.Value);
            return Simplifier.Simplify(((MapOperation)node.Operation).Function.Substitute(bindings));
        }

        var stores = group.Nodes.Where(kept.Contains).Select(node => new Store(node, Value(node))).ToList();
        var (weight, operands) = (Aliases.Resolve(product.Inputs[1]), fusion._operands.Skip(1).ToList());
        return product.Operation is WinogradOperation
            ? new WinogradKernel(name, product, weight, Scratch(product), bias, operands, stores)
            : new LaneProductKernel(name, product, ((ParameterOperation)weight.Operation).Index, bias, operands, stores);
    }

    private LaneLoopKernel Loop(string name, Node node)
    {
        var own = node.Lanes!;
        var loop = node.Operation switch
        {
            MapOperation => new LaneLoop(node.Type.Shape, own, _operands, Compute(node)),
            LaneCopyOperation => new LaneLoop(node.Type.Shape, own, _operands, Operand(node.Inputs[0])),
            ReduceAxisOperation reduce => new LaneLoop(node.Inputs[0].Type.Shape, own, _operands, Of(node.Inputs[0]), reduce.Kind, reduce.Axis),
            ReduceOperation reduce => new LaneLoop(node.Inputs[0].Type.Shape, own, _operands, Of(node.Inputs[0]), reduce.Kind, node.Type.Shape.Rank - 1),
            _ => throw new InvalidOperationException($"No kernel over lanes computes {node.Operation.Name}."),
        };
        return new LaneLoopKernel(name, node, [loop], false);
    }

    private Expr Compute(Node node)
    {
        var bindings = node.Inputs.Select((input, index) => (Value: Of(input, node.Type.Shape), index)).ToDictionary(pair => pair.index, pair => pair.Value);
        return Simplifier.Simplify(((MapOperation)node.Operation).Function.Substitute(bindings));
    }

    /// <summary>The value of an argument: computed here, or read.</summary>
    private Expr Of(Node input, Shape? space = null)
    {
        var value = Aliases.Resolve(input);
        return input.Lanes is not null && value.Operation is MapOperation && isInlined(value) && IsSame(input, value) && (space is null || space == value.Type.Shape) ? Compute(value) : Operand(input);
    }

    private Expr Operand(Node input)
    {
        var operand = new LaneOperand(input, input.Type.Shape);
        var index = _operands.IndexOf(operand);
        if (index < 0)
        {
            index = _operands.Count;
            _operands.Add(operand);
        }

        return Scalar.Variable(index);
    }
}
