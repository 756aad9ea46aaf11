using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>Makes the kernels that work on all axes of a sample.</summary>
internal static class GeneralFusion
{
    public static Kernel Make(Group group, Func<Node, bool> isInlined)
    {
        var node = group.Anchor;
        var name = KernelNames.Of(node);
        return node.Operation switch
        {
            StagedOperation when Aliases.Resolve(node.Inputs[0]).Operation is ParameterOperation parameter && !node.Type.Batched => new StageKernel(name, node, parameter.Index),
            MatMulOperation or BatchMatMulOperation => ProductOf(name, node),
            SliceOperation slice => new MoveKernel(name, node, slice.Axis, [new MovedPart(Memory(node, 0), slice.Start, 0, slice.Length)]),
            PadOperation pad => new MoveKernel(name, node, pad.Axis, [new MovedPart(Memory(node, 0), 0, pad.Before, node.Inputs[0].Type.Shape[pad.Axis])]),
            ConcatOperation concat => new MoveKernel(name, node, concat.Axis, Parts(node, concat.Axis)),
            PatchesOperation patches => new WindowKernel(name, Memory(node, 0), node, patches.Window, node.Inputs[0].Type.Shape, patches.Joined, IsFold: false),
            FoldOperation fold => new WindowKernel(name, Memory(node, 0), node, fold.Window, node.Type.Shape, fold.Joined, IsFold: true),
            TransposeOperation transpose => new TransposeKernel(name, Memory(node, 0), node, transpose.Permutation),
            MapOperation => Map(name, node, isInlined),
            _ => Loop(name, node, isInlined),
        };
    }

    /// <summary>A product summed over all rows, as a value.</summary>
    public static Kernel Product(Node node)
    {
        var (left, right) = (Memory(node, 0), Memory(node, 1));
        return new WeightGradientKernel(KernelNames.Of(node), left, right, -1, left.Type.Last, right.Type.Last, node);
    }

    /// <summary>A reduction over all rows, as a value.</summary>
    public static Kernel Sum(Node node, Kept kept)
    {
        var composition = new Composition(kept.IsRead);
        var value = composition.Of(node.Inputs[0]);
        return new VectorGradientKernel(KernelNames.Of(node), -1, node.Type.Last, node.Inputs[0].Type.Rows, composition.Operands, value, node, ((ReduceOperation)node.Operation).Kind);
    }

    private static Node Memory(Node node, int input) => Aliases.Resolve(node.Inputs[input]);

    private static List<MovedPart> Parts(Node node, int axis)
    {
        var parts = new List<MovedPart>();
        var at = 0;
        foreach (var input in node.Inputs)
        {
            parts.Add(new MovedPart(Aliases.Resolve(input), 0, at, input.Type.Shape[axis]));
            at += input.Type.Shape[axis];
        }

        return parts;
    }

    private static ProductKernel ProductOf(string name, Node node)
    {
        var (left, right) = (node.Inputs[0].Type, node.Inputs[1].Type);
        return node.Operation is MatMulOperation matmul
            ? new ProductKernel(name, Memory(node, 0), Memory(node, 1), node, left.Rows, left.Last, node.Type.Last, false, matmul.TransposeRight)
            : new ProductKernel(name, Memory(node, 0), Memory(node, 1), node, left.Shape[left.Shape.Rank - 2], left.Last, right.Last, false, false);
    }

    private static LoopKernel Map(string name, Node node, Func<Node, bool> isInlined)
    {
        var fusion = new LoopFusion(isInlined);
        var value = fusion.Compute(node);
        return new LoopKernel(name, node, node.Type, fusion.Operands, value, null, 0);
    }

    private static LoopKernel Loop(string name, Node node, Func<Node, bool> isInlined)
    {
        var fusion = new LoopFusion(isInlined);
        var value = fusion.Of(node.Inputs[0]);
        var operands = fusion.Operands;
        return node.Operation switch
        {
            StagedOperation => new LoopKernel(name, node, node.Type, operands, value, null, 0),
            ReduceAxisOperation reduce => new LoopKernel(name, node, node.Inputs[0].Type, operands, value, reduce.Kind, reduce.Axis),
            ReduceOperation { Axis: Axis.Last } reduce => new LoopKernel(name, node, node.Inputs[0].Type, operands, value, reduce.Kind, node.Inputs[0].Type.Shape.Rank - 1),
            SumBatchOperation => new LoopKernel(name, node, node.Inputs[0].Type, operands, value, Reduction.Sum, -1),
            _ => throw new InvalidOperationException($"No kernel computes {node.Operation.Name} of shape {node.Inputs[0].Type}."),
        };
    }
}
