using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Fusion.Attention;

/// <summary>Makes the kernels of attention.</summary>
internal static class AttentionFusion
{
    public static Kernel Make(Group group)
    {
        var node = group.Anchor;
        var (shape, inputs, name) = (AttentionShape.Of(node), AttentionInputs.Of(node.Operation, [.. node.Inputs.Select(Aliases.Resolve)]), KernelNames.Of(node));
        var room = new Node(node.Id, new AttentionRoomOperation(shape, node.Operation is AttentionGradientOperation), [], new TensorType(true, new Shape(1)), node.Origin, node.Backward);
        return node.Operation is AttentionOperation ? new AttentionKernel(name, shape, inputs.Queries, inputs.Keys, inputs.Values, inputs.Mask, node, room)
            : node.Operation is CachedAttentionOperation cached ? new CachedAttentionKernel(name, shape, cached.Cache, inputs.Queries, inputs.Keys, inputs.Values, node, room)
            : new AttentionGradientKernel(name, shape, inputs.Queries, inputs.Keys, inputs.Values, inputs.Mask, inputs.Gradient!, [.. Enumerable.Range(0, 3).Select(input => group.Nodes.FirstOrDefault(part => InputOf(part) == input))], room);
    }

    /// <summary>Whether two nodes are gradients of the same attention, which one kernel computes.</summary>
    public static bool BelongTogether(Node left, Node right) => left.Operation is AttentionGradientOperation gradient && right.Operation is AttentionGradientOperation other
        && gradient with { Input = other.Input } == other && left.Inputs.SequenceEqual(right.Inputs);

    private static int InputOf(Node part) => ((AttentionGradientOperation)part.Operation).Input;
}
