using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>Checks what every pass relies on. A violation is a bug in the pass before, and is reported as such.</summary>
public static class GraphVerifier
{
    public static void Verify(TensorProgram program)
    {
        var seen = new HashSet<Node>();
        foreach (var node in program.Nodes)
        {
            foreach (var input in node.Inputs)
            {
                Demand(seen.Contains(input), program, node, $"uses {input} before it is computed");
            }

            Demand(node.Type.Shape.Dims.All(dim => dim > 0), program, node, "has an empty axis");
            VerifyTypes(program, node);
            seen.Add(node);
        }

        foreach (var output in program.Outputs)
        {
            Demand(seen.Contains(output.Value), program, output.Value, $"is the output {output.Role} but not part of the program");
        }
    }

    private static void VerifyTypes(TensorProgram program, Node node)
    {
        switch (node.Operation)
        {
            case MatMulOperation { TransposeLeft: true }:
                Demand(node.Inputs[0].Type.Batched && node.Inputs[1].Type.Batched, program, node, "sums over rows of something that has none");
                Demand(node.Inputs[0].Type.Rows == node.Inputs[1].Type.Rows, program, node, "multiplies different numbers of rows");
                break;
            case MatMulOperation matmul:
                var right = node.Inputs[1].Type.Shape;
                Demand(right.Rank == 2, program, node, "multiplies by something that is not a matrix");
                Demand(node.Inputs[0].Type.Last == (matmul.TransposeRight ? right[1] : right[0]), program, node, "multiplies shapes that do not fit");
                break;
            case MapOperation map:
                Demand(map.Function.Variables().All(index => index < node.Inputs.Count), program, node, "reads an argument that it does not have");
                foreach (var input in node.Inputs)
                {
                    Demand(Broadcasting.Fits(input.Type, node.Type), program, node, $"cannot broadcast {input} of shape {input.Type}");
                }

                break;
            case BatchMatMulOperation:
                var (left, rhs) = (node.Inputs[0].Type.Shape, node.Inputs[1].Type.Shape);
                Demand(left.Rank >= 2 && left.Rank == rhs.Rank && left.Last == rhs[rhs.Rank - 2], program, node, "multiplies shapes that do not fit");
                Demand(left.Dims.Take(left.Rank - 2).SequenceEqual(rhs.Dims.Take(rhs.Rank - 2)), program, node, "pairs different axes before the matrices");
                break;
            case ScanOperation scan:
                Demand(node.Inputs.Take(scan.Body.Inputs.Count).All(input => input.Type.Batched && input.Type.Shape[0] == scan.Steps), program, node, "steps through sequences of different lengths");
                Demand(scan.Body.Next.Zip(scan.Body.States, (next, state) => next.Type == state.Type).All(same => same), program, node, "leaves states of other shapes than it takes");
                break;
            case ConcatOperation:
                Demand(node.Inputs.All(input => input.Type.Batched == node.Type.Batched), program, node, "joins batched with unbatched values");
                break;
            case SumBatchOperation:
                Demand(node.Inputs[0].Type.Batched && !node.Type.Batched, program, node, "sums over a batch that is not there");
                break;
            case GatherOperation:
                Demand(!node.Inputs[0].Type.Batched && node.Inputs[0].Type.Shape.Rank == 2, program, node, "picks rows of something that is not a matrix");
                Demand(node.Inputs[1].Type is { Batched: true, Shape.Rank: 1 }, program, node, "picks rows by something that is not a list of numbers");
                break;
            case ScatterAddOperation:
                Demand(node.Inputs[0].Type.Batched && node.Inputs[1].Type is { Batched: true, Shape.Rank: 1 }, program, node, "adds up rows that are not those of a batch");
                Demand(node.Inputs[0].Type.Rows == node.Inputs[1].Type.Last, program, node, "has another number of rows than of numbers");
                break;
            case PatchesOperation patches:
                var seen = node.Inputs[0].Type.Shape;
                Demand(seen.Rank == 3 && patches.Window.SpanY <= seen[0] && patches.Window.SpanX <= seen[1], program, node, "looks through a window that is larger than the image");
                Demand(node.Type.Shape.Count == (long)patches.Window.ResultRows(seen[0]) * patches.Window.ResultColumns(seen[1]) * patches.Window.Taps * seen[2], program, node, "has another size than what the window sees");
                break;
            case FoldOperation fold:
                Demand(node.Inputs[0].Type.Shape[0] == fold.Window.ResultRows(fold.Height) && node.Inputs[0].Type.Shape[1] == fold.Window.ResultColumns(fold.Width), program, node, "adds up what no window sees of the image");
                break;
            case AttentionOperation or AttentionGradientOperation:
                var (q, k, v) = (node.Inputs[0].Type, node.Inputs[1].Type, node.Inputs[2].Type);
                var mask = AttentionInputs.Of(node.Operation, node.Inputs).Mask;
                Demand(node.Inputs.All(input => input.Type.Batched && (input == mask || input.Type.Shape.Rank == 2)), program, node, "attends to something that is not a sequence of each sample");
                Demand(mask is null || (mask.Type.Last == k.Shape[0] && (mask.Type.Shape.Rank == 1 || mask.Type.Rows == q.Shape[0])), program, node, "masks other keys than there are");
                Demand(q.Last == k.Last && k.Shape[0] == v.Shape[0], program, node, "pairs queries, keys and values that do not fit");
                break;
            case CachedAttentionOperation:
                Demand(node.Inputs.All(input => input.Type is { Batched: true, Shape.Rank: 2 } && input.Type.Shape[0] == 1), program, node, "remembers something else than one position");
                Demand(node.Inputs[0].Type == node.Inputs[1].Type, program, node, "pairs a query and a key that do not fit");
                break;
            case ReshapeOperation:
                Demand(node.Inputs[0].Type.Shape.Count == node.Type.Shape.Count, program, node, "changes the number of values");
                break;
            default:
                break;
        }
    }

    private static void Demand(bool condition, TensorProgram program, Node node, string complaint)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Invalid graph '{program.Name}': {node} ({node.Operation.Name}, shape {node.Type}) {complaint}.");
        }
    }
}
