using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers.Sequences;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Differentiation;

/// <summary>
/// The table: how the gradient of a primitive's output becomes the gradient of one of its inputs. Every rule is written in
/// primitives, so that a gradient is a graph like any other and can be differentiated again.
/// </summary>
internal static class GradientRules
{
    /// <summary>The contribution of <paramref name="node"/> to the gradient of its input number <paramref name="input"/>; null for none.</summary>
    public static Node? Of(GraphBuilder graph, Node node, int input, Node gradient) => node.Operation switch
    {
        MatMulOperation matmul => MatMul(graph, matmul, node, input, gradient),
        MapOperation map => Map(graph, map, node, input, gradient),
        BatchMatMulOperation => BatchMatMul(graph, node, input, gradient),
        ReduceOperation { Kind: Reduction.Sum } or ReduceAxisOperation { Kind: Reduction.Sum } or SumBatchOperation => graph.BroadcastTo(gradient, node.Inputs[0].Type),
        ReduceOperation { Kind: Reduction.Max } or ReduceAxisOperation { Kind: Reduction.Max } => Max(graph, node, gradient),
        TransposeOperation transpose => graph.Transpose(gradient, Inverse(transpose.Permutation)),
        SliceOperation slice => graph.Pad(gradient, slice.Axis, slice.Start, node.Inputs[0].Type.Shape[slice.Axis] - slice.Start - slice.Length),
        PadOperation pad => graph.Slice(gradient, pad.Axis, pad.Before, node.Inputs[0].Type.Shape[pad.Axis]),
        ConcatOperation concat => graph.Slice(gradient, concat.Axis, node.Inputs.Take(input).Sum(before => before.Type.Shape[concat.Axis]), node.Inputs[input].Type.Shape[concat.Axis]),
        GatherOperation gather => input == 0 ? graph.ScatterAdd(gradient, node.Inputs[1], node.Inputs[0].Type.Shape[0], gather.Padding) : null,
        ScatterAddOperation scatter => input == 0 ? graph.GatherBesidesPadding(gradient, node.Inputs[1], scatter.Padding) : null,
        PatchesOperation patches => graph.Fold(gradient, patches.Window, node.Inputs[0].Type.Shape[0], node.Inputs[0].Type.Shape[1], patches.Joined),
        FoldOperation fold => graph.Patches(gradient, fold.Window, fold.Joined),
        AttentionOperation => input < 3 ? graph.AttentionGradient(node, input, gradient) : null,
        AttentionGradientOperation backward => OfAttentionGradient(graph, backward, node, input, gradient),
        ReshapeOperation => graph.Reshape(gradient, node.Inputs[0].Type.Shape),
        MaskedOperation => input == 0 ? gradient : null,
        DetachOperation => null,
        _ => null,
    };

    // y = x Wᵀ:  dx = dy W,  dW = dyᵀ x.    y = x W:  dx = dy Wᵀ,  dW = xᵀ dy.
    // W = xᵀ y:  dx = y dWᵀ, dy = x dW.
    private static Node MatMul(GraphBuilder graph, MatMulOperation matmul, Node node, int input, Node gradient)
    {
        var (left, right) = (node.Inputs[0], node.Inputs[1]);
        if (matmul.TransposeLeft)
        {
            return input == 0 ? graph.MatMul(right, gradient, transposeRight: true) : graph.MatMul(left, gradient);
        }

        if (input == 0)
        {
            return graph.MatMul(gradient, right, transposeRight: !matmul.TransposeRight);
        }

        if (!left.Type.Batched)
        {
            // Rows that are the same for all samples, such as a parameter's: nothing is summed over the batch.
            var (rows, slopes) = (graph.Reshape(left, new Shape(left.Type.Rows, left.Type.Last)), graph.Reshape(gradient, new Shape(gradient.Type.Rows, gradient.Type.Last)));
            return matmul.TransposeRight ? graph.BatchMatMul(graph.TransposeLast(slopes), rows) : graph.BatchMatMul(graph.TransposeLast(rows), slopes);
        }

        return matmul.TransposeRight
            ? graph.MatMul(gradient, left, transposeLeft: true)
            : graph.MatMul(left, gradient, transposeLeft: true);
    }

    // C = A B, each with its own batch or without: dA = dC Bᵀ, dB = Aᵀ dC, summed over a batch that the operand has not.
    private static Node BatchMatMul(GraphBuilder graph, Node node, int input, Node gradient)
    {
        var (left, right) = (node.Inputs[0], node.Inputs[1]);
        var product = input == 0
            ? graph.BatchMatMul(gradient, graph.TransposeLast(right))
            : graph.BatchMatMul(graph.TransposeLast(left), gradient);
        return graph.SumTo(product, node.Inputs[input].Type);
    }

    // Written out in other primitives, of which there are gradients of any order: by the detached input alone, for the others may be made of it.
    private static Node OfAttentionGradient(GraphBuilder graph, AttentionGradientOperation operation, Node node, int input, Node gradient)
    {
        var source = graph.Detach(node.Inputs[input]);
        var value = AttentionExpansion.Of(graph, operation, [.. node.Inputs.Select((each, position) => position == input ? source : each)]);
        return Differentiator.Differentiate(graph, value, gradient, [source])[0];
    }

    private static int[] Inverse(IReadOnlyList<int> permutation)
    {
        var inverse = new int[permutation.Count];
        for (var i = 0; i < inverse.Length; i++)
        {
            inverse[permutation[i]] = i;
        }

        return inverse;
    }

    // y = f(x…):  dxᵢ = dy · ∂f/∂xᵢ, summed over what was broadcast.
    private static Node? Map(GraphBuilder graph, MapOperation map, Node node, int input, Node gradient)
    {
        var derivative = map.Derivatives.Count > 0 && map.Derivatives[input].Expression is { } own ? own : Derivative.Of(map.Function, input);
        if (derivative is Constant { Value: 0 })
        {
            return null;
        }

        // The derivative in terms of the output, where that is possible: then the input need not be kept.
        var arguments = node.Inputs.ToList();
        var output = arguments.Count;
        arguments.Add(node);
        if (OutputForm.TryRewrite(derivative, map.Function, input, output, out var rewritten))
        {
            derivative = rewritten;
        }

        var incoming = arguments.Count;
        arguments.Add(gradient);
        var flowing = graph.Map(Scalar.Variable(incoming) * derivative, arguments, node.Type);
        return graph.SumTo(flowing, node.Inputs[input].Type);
    }

    // Every position that attains the maximum gets an equal share, as torch.amax does.
    private static Node Max(GraphBuilder graph, Node node, Node gradient)
    {
        var x = node.Inputs[0];
        var attained = graph.Map(new Select(Comparison.Equal, Scalar.Variable(0), Scalar.Variable(1), Scalar.Constant(1), Scalar.Constant(0)), x, node);
        var count = node.Operation is ReduceAxisOperation reduce ? graph.Reduce(Reduction.Sum, attained, reduce.Axis) : graph.Reduce(Reduction.Sum, attained, ((ReduceOperation)node.Operation).Axis);
        var share = graph.Map(Scalar.Variable(0) / Scalar.Variable(1), gradient, count);
        return graph.Multiply(attained, share);
    }
}
