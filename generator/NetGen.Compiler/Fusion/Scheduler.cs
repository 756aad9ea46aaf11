using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Fusion.Scans;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>Groups the primitives of a program into kernels and puts these into phases.</summary>
public static class Scheduler
{
    /// <param name="declared">What is computed.</param>
    /// <param name="inLanes">Whether images lie in lanes, as processors like it; devices have rows alone.</param>
    public static Schedule Run(TensorProgram declared, bool inLanes = true)
    {
        var program = Staging.Run(inLanes ? LaneLayout.Run(declared) : declared);
        var grouping = Grouping.Of(program);
        var kept = Materialisation.Decide(program, grouping);
        var gradients = GradientPlan.Of(program, grouping, kept);
        var required = RequiredForOthers(program);
        var kernels = new List<Kernel>();
        foreach (var group in grouping.Groups)
        {
            kernels.AddRange(Make(group, kept, gradients, grouping).Select(kernel => kernel with { OnlyForInputGradient = !group.Nodes.Any(required.Contains) }));
        }

        kernels.AddRange(program.Outputs
            .Where(output => output.Role is OutputRole.Prediction or OutputRole.InputGradient)
            .Select(output => new UnpackKernel(output.Role.ToString(), output.Value.Lanes is null ? Aliases.Resolve(output.Value) : output.Value, output.Role, output.Index)
            {
                OnlyForInputGradient = output.Role == OutputRole.InputGradient,
            }));
        kernels.AddRange(gradients.HandedOver.Select(pair => new HandOverKernel(KernelNames.GradientOf(pair.Parameter), pair.Gradient, IndexOf(pair.Parameter))));
        kernels.AddRange(program.Outputs.Where(output => output.Role == OutputRole.BufferUpdate)
            .Select(output => new UpdateBufferKernel(KernelNames.Pascal(output.Value.Origin) + "Statistics", Aliases.Resolve(output.Value), output.Index)));

        // What is given is packed in the shape in which somebody reads it.
        var read = new HashSet<Node>(kernels.SelectMany(kernel => kernel.Reads));
        kernels.RemoveAll(kernel => kernel is PackKernel pack && !read.Contains(pack.Target));
        var losses = program.Outputs.Where(output => output.Role == OutputRole.Loss).OrderBy(output => output.Index).Select(output => Aliases.Resolve(output.Value.Inputs[0])).ToList();
        return new Schedule(program, SharedSweeps.Of(Postponement.Of(Repeats.Of(Phasing.Of(kernels)))), losses.Count == 0 ? null : losses[0]) { Losses = losses };
    }

    private static HashSet<Node> RequiredForOthers(TensorProgram program)
    {
        var others = program.Outputs.Where(output => output.Role != OutputRole.InputGradient).ToList();
        return others.Count == 0 ? [.. program.Nodes] : [.. Pruning.Prune(program with { Outputs = others }).Nodes];
    }

    private static IEnumerable<Kernel> Make(Group group, Kept kept, GradientPlan gradients, Grouping grouping) => group.Kind switch
    {
        GroupKind.Pack => [new PackKernel("Pack", group.Anchor)],
        GroupKind.Lanes when group.Anchor.Operation is MapOperation && !kept.Contains(group.Anchor) => [],
        GroupKind.Lanes or GroupKind.LaneProduct => [LaneFusion.Make(group, kept, grouping)],
        GroupKind.Filter => [LaneFusion.Filter(group.Anchor)],
        GroupKind.ToRows => [new ToRowsKernel(KernelNames.Of(group.Anchor), group.Anchor.Inputs[0], group.Anchor)],
        GroupKind.WeightGradient or GroupKind.VectorGradient or GroupKind.Loop when IsOverLanes(group.Anchor) && !kept.Contains(group.Anchor) && gradients.DirectOf(group.Anchor).Count == 0 => [],
        GroupKind.WeightGradient when IsOverLanes(group.Anchor) => Outer(group.Anchor, kept, gradients),
        GroupKind.VectorGradient or GroupKind.Loop when IsOverLanes(group.Anchor) => Sums(group.Anchor, kept, gradients, grouping),
        GroupKind.Step when group.Anchor.Operation is StepInputOperation => [new StepInputKernel(KernelNames.Of(group.Anchor), null, group.Anchor)],
        GroupKind.Step => [new StepStateKernel(KernelNames.Of(group.Anchor), group.Anchor)],
        GroupKind.Scan => ScanFusion.Make(group.Anchor, [.. group.Nodes.Where(node => node != group.Anchor)]),
        GroupKind.Attention => [AttentionFusion.Make(group)],
        GroupKind.Count => [new CountKernel("Count", group.Anchor)],
        GroupKind.Gather => [TableFusion.Gather(group.Anchor)],
        GroupKind.ScatterAdd => TableFusion.ScatterAdd(group.Anchor, kept, gradients),
        GroupKind.Mask => [new MaskKernel(KernelNames.Of(group.Anchor), group.Anchor)],
        GroupKind.Relayout => [new RelayoutKernel(KernelNames.Of(group.Anchor), Aliases.Resolve(group.Anchor.Inputs[0]), group.Anchor)],
        GroupKind.MatMul => [MatMul(group, kept)],
        GroupKind.Row => group.Nodes.Any(kept.Contains) ? [RowFusion.Fuse(KernelNames.Of(group.Nodes[group.Nodes.Count - 1]), group, kept)] : [],
        GroupKind.WeightGradient when kept.Contains(group.Anchor) => [GeneralFusion.Product(group.Anchor)],
        GroupKind.VectorGradient when kept.Contains(group.Anchor) => [GeneralFusion.Sum(group.Anchor, kept)],
        GroupKind.WeightGradient => gradients.DirectOf(group.Anchor).Select(parameter => WeightGradient(group.Anchor, parameter)),
        GroupKind.VectorGradient => gradients.DirectOf(group.Anchor).Select(parameter => VectorGradient(group.Anchor, parameter, kept)),
        GroupKind.Loop when group.Anchor.Operation is MapOperation && !kept.Contains(group.Anchor) => [],
        GroupKind.Loop or GroupKind.Product or GroupKind.Move or GroupKind.Transpose =>
            [GeneralFusion.Make(group, node => grouping.Find(node) is { Kind: GroupKind.Loop } && !kept.Contains(node))],
        _ => [],
    };

    private static MatMulKernel MatMul(Group group, Kept kept)
    {
        var product = group.Anchor;
        var start = StartOf(group, kept);
        var bias = start == product ? null : start.Inputs.First(input => input.Operation is ParameterOperation);
        var composition = new Composition(node => node == start || kept.IsRead(node) && !group.Nodes.Contains(node));
        composition.Operand(start);
        var stores = group.Nodes.Where(kept.Contains)
            .Select(node => new Store(node, node == start ? Scalar.Variable(0) : composition.Compute(node))).ToList();
        var operation = (MatMulOperation)product.Operation;
        var weight = ProductRule.Weight(product)!.Index;
        return new MatMulKernel(KernelNames.Of(product), Aliases.Resolve(product.Inputs[0]), weight, operation.TransposeRight, bias,
            composition.Operands.Skip(1).ToList(), stores, product.Inputs[0].Type.Last, product.Type.Last);
    }

    /// <summary>The value that the accumulators hold at the end: the product, or the product plus a bias when nobody wants it without.</summary>
    private static Node StartOf(Group group, Kept kept)
    {
        var product = group.Anchor;
        var users = group.Nodes.Where(node => node.Inputs.Any(input => Aliases.Resolve(input) == product)).ToList();
        return !kept.Contains(product) && users.Count == 1
            && users[0] is { Operation: MapOperation { Function: Binary { Op: BinaryOp.Add, Left: Variable, Right: Variable } }, Inputs.Count: 2 } sum
            && sum.Inputs.Any(input => input.Operation is ParameterOperation)
            ? sum
            : product;
    }

    private static Kernel WeightGradient(Node product, Node parameter)
    {
        // Stored as [out, in]: left is the gradient of the outputs, right the inputs; the kernel wants inputs first.
        var (gradient, input) = (Aliases.Resolve(product.Inputs[0]), Aliases.Resolve(product.Inputs[1]));
        return new WeightGradientKernel(KernelNames.GradientOf(parameter), input, gradient, IndexOf(parameter), input.Type.Last, gradient.Type.Last);
    }

    /// <summary>A sum over the batch of what lies in lanes.</summary>
    private static bool IsOverLanes(Node node) => node is { Lanes: null, Operation: ReduceOperation or SumBatchOperation or MatMulOperation { TransposeLeft: true } } && node.Inputs[0].Lanes is not null;

    private static IEnumerable<Kernel> Outer(Node product, Kept kept, GradientPlan gradients)
    {
        var part = LaneFusion.Part(product);
        return Totals(product, part, kept, gradients).Prepend(new LaneOuterKernel(NameOf(product, kept, gradients) + "OfBlock", product.Inputs[1], product.Inputs[0], part, !kept.Contains(product)));
    }

    private static IEnumerable<Kernel> Sums(Node sum, Kept kept, GradientPlan gradients, Grouping grouping)
    {
        var kernel = LaneFusion.Sum(NameOf(sum, kept, gradients) + "OfBlock", sum, kept, grouping);
        return Totals(sum, kernel.Sums[0].Part, kept, gradients).Prepend(kernel);
    }

    private static IEnumerable<Kernel> Totals(Node whole, Node part, Kept kept, GradientPlan gradients) => kept.Contains(whole)
        ? [new LaneTotalKernel(KernelNames.Of(whole), part, LaneFusion.KindOf(whole), -1, whole)]
        : gradients.DirectOf(whole).Select(parameter => new LaneTotalKernel(KernelNames.GradientOf(parameter), part, LaneFusion.KindOf(whole), IndexOf(parameter), null));

    private static string NameOf(Node whole, Kept kept, GradientPlan gradients) => kept.Contains(whole) ? KernelNames.Of(whole) : KernelNames.GradientOf(gradients.DirectOf(whole)[0]);

    private static Kernel VectorGradient(Node sum, Node parameter, Kept kept)
    {
        var composition = new Composition(kept.IsRead);
        var value = composition.Of(sum.Inputs[0]);
        return new VectorGradientKernel(KernelNames.GradientOf(parameter), IndexOf(parameter), sum.Type.Last, sum.Inputs[0].Type.Rows, composition.Operands, value);
    }

    private static int IndexOf(Node parameter) => ((ParameterOperation)parameter.Operation).Index;
}
