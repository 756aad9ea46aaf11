using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Reference;

/// <summary>Prints nodes of a graph as computations over tensors, one line each: the plain meaning of a program, in the words of <c>Ops</c>.</summary>
/// <param name="writer">Where to.</param>
/// <param name="parameters">The parameters.</param>
/// <param name="buffers">What training gathers besides.</param>
internal sealed partial class GraphText(SourceWriter writer, IReadOnlyList<NamedParameter> parameters, IReadOnlyList<NamedParameter> buffers)
{
    private readonly Dictionary<Node, string> _known = [];
    private readonly UniqueNames _locals = new(["scope", "record", "inputs", "x"]);

    /// <summary>Tells that a value has a name.</summary>
    public void Know(Node node, string name) => _known[node] = name;

    /// <summary>Writes what it takes to have the value, and returns its name.</summary>
    public string Value(Node root)
    {
        var order = new List<Node>();
        Collect(root, [], order);
        foreach (var node in order)
        {
            if (node.Operation is ScanOperation)
            {
                continue;
            }

            if (node.Operation is ScanOutputOperation or ScanFinalOperation)
            {
                if (!_known.ContainsKey(node))
                {
                    WriteScan(node.Inputs[0], [.. order.Where(other => other.Operation is ScanOutputOperation or ScanFinalOperation && other.Inputs[0] == node.Inputs[0])]);
                }

                continue;
            }

            var text = Text(node);
            if (node.Operation is ParameterOperation or BufferOperation or ConstantOperation or IotaOperation || (node.Operation is MapOperation { Function: Constant } && node.Type.Shape.Rank == 0))
            {
                _known[node] = text;
                continue;
            }

            var local = Local(node);
            writer.Line($"var {local} = {text};");
            _known[node] = local;
        }

        return _known[root];
    }

    private void Collect(Node node, HashSet<Node> seen, List<Node> order)
    {
        if (_known.ContainsKey(node) || !seen.Add(node))
        {
            return;
        }

        foreach (var input in node.Inputs)
        {
            Collect(input, seen, order);
        }

        order.Add(node);
    }

    private string Text(Node node)
    {
        var x = node.Inputs.Count > 0 ? _known[node.Inputs[0]] : "";
        switch (node.Operation)
        {
            case ParameterOperation parameter:
                var read = $"scope.Parameter({StringLiteral.Of(parameters[parameter.Index].Name)})";
                return parameters[parameter.Index].Spec.Taps == 0 ? read : $"global::NetGen.Runtime.ReferenceOps.WindowWeight({read})";
            case BufferOperation buffer:
                return $"scope.Parameter({StringLiteral.Of(buffers[buffer.Index].Name)})";
            case ConstantOperation constant:
                return $"global::NetGen.Runtime.ReferenceOps.Constant({string.Join(", ", constant.Values.Select(NumberText.Double))})";
            case IotaOperation:
                return Inv($"global::NetGen.Runtime.ReferenceOps.Iota({node.Type.Last})");
            case MapOperation map:
                return Map(node, map);
            case MatMulOperation { TransposeLeft: true }:
                return $"global::NetGen.Runtime.ReferenceOps.SumOfProducts({x}, {_known[node.Inputs[1]]})";
            case MatMulOperation matmul:
                var weight = _known[node.Inputs[1]];
                return $"NetGenOps.MatMul({x}, {(matmul.TransposeRight ? $"NetGenOps.Transpose({weight})" : weight)})";
            case BatchMatMulOperation:
                return $"NetGenOps.MatMul({x}, {_known[node.Inputs[1]]})";
            case ReduceOperation { Axis: Axis.Last } reduce:
                return $"NetGenOps.{reduce.Kind}({x}, -1, true)";
            case ReduceOperation:
                return $"global::NetGen.Runtime.ReferenceOps.SumRows({x})";
            case ReduceAxisOperation reduce:
                return Inv($"NetGenOps.{reduce.Kind}({x}, {reduce.Axis}, true)");
            case SumBatchOperation:
                return $"global::NetGen.Runtime.ReferenceOps.SumBatch({x})";
            case ReshapeOperation:
                return $"NetGenOps.Reshape({string.Join(", ", node.Type.Shape.Dims.Select(dim => Inv($"{dim}")).Prepend(x))})";
            case TransposeOperation transpose:
                return $"global::NetGen.Runtime.ReferenceOps.Permute({string.Join(", ", transpose.Permutation.Select(axis => Inv($"{axis}")).Prepend(x))})";
            case SliceOperation slice:
                return Inv($"global::NetGen.Runtime.ReferenceOps.Slice({x}, {slice.Axis}, {slice.Start}, {slice.Length})");
            case PadOperation pad:
                return Inv($"global::NetGen.Runtime.ReferenceOps.Pad({x}, {pad.Axis}, {pad.Before}, {pad.After})");
            case PatchesOperation patches:
                return $"global::NetGen.Runtime.ReferenceOps.Patches({x}, {WindowText.Of(patches.Window, node.Inputs[0].Type.Shape, patches.Joined)})";
            case FoldOperation fold:
                return $"global::NetGen.Runtime.ReferenceOps.Fold({x}, {WindowText.Of(fold.Window, node.Type.Shape, fold.Joined)})";
            case ConcatOperation concat:
                return $"NetGenOps.Concat({string.Join(", ", node.Inputs.Select(input => _known[input]).Prepend(Inv($"{concat.Axis}")))})";
            case GatherOperation gather:
                return gather.Padding < 0 ? $"NetGenOps.Gather({x}, {_known[node.Inputs[1]]})" : Inv($"global::NetGen.Runtime.ReferenceOps.Gather({x}, {_known[node.Inputs[1]]}, {gather.Padding})");
            case ScatterAddOperation scatter:
                return Inv($"global::NetGen.Runtime.ReferenceOps.ScatterAdd({x}, {_known[node.Inputs[1]]}, {node.Type.Shape[0]}, {scatter.Padding})");
            case AttentionOperation attention:
                return Inv($"NetGenOps.Attention({x}, {_known[node.Inputs[1]]}, {_known[node.Inputs[2]]}, {attention.Heads}, {(attention.Causal ? "true" : "false")}{(node.Inputs.Count > 3 ? ", " + _known[node.Inputs[3]] : "")})");
            case MaskedOperation:
                return $"global::NetGen.Runtime.ReferenceOps.Masked({x}, {_known[node.Inputs[1]]})";
            case DetachOperation:
                return $"NetGenOps.Detach({x})";
            default:
                throw new InvalidOperationException($"{node.Operation.Name} does not occur in evaluation.");
        }
    }

    private string Map(Node node, MapOperation map)
    {
        var value = OpsExpression.Print(writer, map.Function, [.. node.Inputs.Select(input => _known[input])], Inv($"t{node.Id}_"));
        var type = node.Inputs.Select(input => input.Type).Aggregate(new TensorType(false, new Shape()), Broadcasting.Of);
        return type == node.Type && map.Function is not Constant
            ? value.StartsWith("(", StringComparison.Ordinal) && value.EndsWith(")", StringComparison.Ordinal) && IsOneBracket(value) ? value.Substring(1, value.Length - 2) : value
            : $"global::NetGen.Runtime.ReferenceOps.Broadcast({string.Join(", ", node.Type.Shape.Dims.Select(dim => Inv($"{dim}")).Prepend(value))})";
    }

    private static bool IsOneBracket(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return false;
            }
        }

        return true;
    }

    private string Local(Node node)
    {
        var origin = node.Operation is ParameterOperation parameter ? parameters[parameter.Index].Name : node.Origin;
        var name = KernelNames.Pascal(origin.Length == 0 ? "value" : origin);
        return _locals.Add(Simd.ReservedNames.Local(char.ToLowerInvariant(name[0]) + name.Substring(1)), "_");
    }
}
