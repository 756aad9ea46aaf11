using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>
/// Which positions of values [length, …] are present, where a Masking layer said so. A mask goes on from a value to what is made of it position by position; it ends where positions are
/// mixed or their number changes.
/// </summary>
internal sealed class PositionMasks
{
    private readonly Dictionary<Node, Node> _masks = [];

    /// <summary>Where the mask of a value, or of what it was made of, has ended.</summary>
    private readonly Dictionary<Node, string> _ends = [];

    /// <summary>The mask of a value, [length], nonzero at positions that are present; null where all are.</summary>
    public Node? Of(Node value) => value.Operation is MaskedOperation ? value.Inputs[1] : _masks.TryGetValue(value, out var mask) ? mask : null;

    /// <summary>The mask of a layer's input.</summary>
    /// <exception cref="StepRefused">The layer needs it, and another has lost it.</exception>
    public Node? Demand(string kind, Node input) => _ends.TryGetValue(input, out var end)
        ? throw new StepRefused("NG5006", $"{kind} would see absent positions: the mask of its input ended at '{end}', behind which positions are others; put Masking behind that, or what mixes positions before it")
        : Of(input);

    /// <summary>A layer was applied.</summary>
    public void Layer(LayerDefinition definition, LayerSpec layer, string name, Node input, Node output)
    {
        if (output.Operation is MaskedOperation)
        {
            return;
        }

        // What mixes the features of a vector mixes the positions of a list of tokens.
        if (definition.KeepsPositions(layer) && (input.Type.Shape.Rank > 1 || definition is Activation or AppliedFunction or Dropout or Layers.Sequences.Embedding))
        {
            Pass(input, output);
        }
        else if (!definition.TakesMask && (Of(input) is not null || _ends.ContainsKey(input)) && output.Type.Shape.Rank > 1)
        {
            _ends[output] = _ends.TryGetValue(input, out var end) ? end : name;
        }
    }

    /// <summary>An operation of <c>Forward</c> was applied.</summary>
    public void Operation(string operation, IReadOnlyList<Node> inputs, Node output)
    {
        var candidates = Steps.ElementwiseSteps.All.Any(step => step.Name == operation) ? inputs.Count
            : operation == "MatMul" && inputs[0].Type.Shape.Rank == 1 ? 0
            : operation is "MatMul" or "Softmax" or "LogSoftmax" or "Dropout" or "Detach" ? 1 : 0;
        Pass(inputs.Take(candidates).FirstOrDefault(input => input.Type.Shape.Rank == output.Type.Shape.Rank && IsAlong(input, output) && Of(input) is not null), output);
    }

    /// <summary>What is made of a value position by position has its mask.</summary>
    public void Pass(Node? from, Node to)
    {
        if (from is null || from == to)
        {
            return;
        }

        if (Of(from) is { } mask && IsAlong(from, to))
        {
            _masks[to] = mask;
        }
        else if (_ends.TryGetValue(from, out var end))
        {
            _ends[to] = end;
        }
    }

    private static bool IsAlong(Node from, Node to) => from.Type.Shape.Rank > 0 && to.Type.Shape.Rank > 0 && from.Type.Shape[0] == to.Type.Shape[0];
}
