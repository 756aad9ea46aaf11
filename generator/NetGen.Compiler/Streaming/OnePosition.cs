using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Streaming;

/// <summary>
/// Derives from what a network computes of a whole sequence what it computes of one position, given what it remembers of those before: every value loses all positions but one,
/// recurrences lose their loop, and causal attention gets a cache of keys and values.
/// </summary>
internal sealed class OnePosition
{
    private readonly GraphBuilder _graph = new();
    private readonly Dictionary<Node, Streamed> _values = [];
    private readonly Dictionary<Node, IReadOnlyDictionary<int, Node>> _steps = [];
    private readonly PositionRows _rows;
    private readonly Remembered _remembered;
    private readonly IReadOnlyList<Node> _dependent;
    private readonly int _length;
    private int _caches;

    private OnePosition(IReadOnlyList<Node> dependent)
    {
        _dependent = dependent;
        _length = dependent[0].Type.Shape[0];
        _rows = new PositionRows(_graph);
        _remembered = new Remembered(_graph, dependent.Where(node => node.Operation is ScanOperation));
    }

    /// <summary>A value at one position, and the axis that counted positions; −1 for what is known at the end alone, which is what every position is taken for.</summary>
    private sealed record Streamed(Node Value, int Axis);

    /// <summary>The program of one position; null where a network needs its whole sequence at once, or remembers nothing.</summary>
    /// <param name="predict">From the sequence to the output.</param>
    public static StreamedProgram? TryDerive(TensorProgram predict)
    {
        // A single position is no sequence, and more than one input or output would need a name for each.
        var inputs = predict.Nodes.Where(node => node.Operation is InputOperation).ToList();
        if (predict.Outputs.Count != 1 || inputs.Count != 1 || inputs[0].Operation is not InputOperation { Index: 0 } input
            || inputs[0].Type.Shape.Rank < (input.Vocabulary > 0 ? 1 : 2) || inputs[0].Type.Shape[0] < 2)
        {
            return null;
        }

        var dependent = new HashSet<Node>(inputs);
        foreach (var node in predict.Nodes.Where(node => node.Inputs.Any(dependent.Contains)))
        {
            dependent.Add(node);
        }

        if (!dependent.Any(node => node.Operation is ScanOperation or AttentionOperation))
        {
            return null;
        }

        try
        {
            return new OnePosition([.. inputs, .. predict.Nodes.Where(node => node != inputs[0] && dependent.Contains(node))]).Derive(predict);
        }
        catch (NotStreamableException)
        {
            return null;
        }
    }

    private StreamedProgram Derive(TensorProgram predict)
    {
        foreach (var node in _dependent)
        {
            (_graph.Origin, _graph.Backward) = (node.Origin, node.Backward);
            _values.Add(node, Of(node));
        }

        if (!_values.TryGetValue(predict.Outputs[0].Value, out var output) || output.Axis > 0)
        {
            throw new NotStreamableException("the output's first axis does not count positions");
        }

        List<ProgramOutput> outputs = [new(OutputRole.Prediction, 0, output.Value)];
        if (_remembered.Count > 0)
        {
            outputs.Add(new(OutputRole.Prediction, 1, _remembered.Next()));
        }

        var program = Pruning.Prune(new TensorProgram(StreamedProgram.Name, _graph.Nodes, outputs));
        GraphVerifier.Verify(program);
        return new StreamedProgram(program, (int)(_dependent[0].Type.Shape.Count / _length), (int)output.Value.Type.Shape.Count, _remembered.Count, _rows.AreUsed || _caches > 0 ? _length : 0, output.Axis == 0);
    }

    private Streamed Of(Node node) => node.Operation switch
    {
        InputOperation input => new(_graph.Input(PositionRows.One(node.Type.Shape, 0), input.Index, input.Vocabulary), 0),
        MapOperation map => Map(node, map),
        ReduceOperation { Axis: Axis.Last } => Along(node, node.Type.Shape.Rank - 1),
        ReduceAxisOperation reduce => Along(node, reduce.Axis),
        PadOperation pad => Along(node, pad.Axis),
        SliceOperation slice => Slice(node, slice),
        ConcatOperation concat => Concat(node, concat),
        TransposeOperation transpose => Moved(node, axis => transpose.Permutation.ToList().IndexOf(axis), (value, _) => _graph.Transpose(value, [.. transpose.Permutation])),
        ReshapeOperation => Moved(node, axis => PositionRows.AxisBefore(node.Type.Shape, node.Inputs[0].Type.Shape, axis), _graph.Reshape),
        DetachOperation => _values[node.Inputs[0]],
        MatMulOperation { TransposeLeft: false } when !_values.ContainsKey(node.Inputs[1]) => Along(node, node.Inputs[0].Type.Shape.Rank - 1),
        BatchMatMulOperation => Product(node),
        GatherOperation when !_values.ContainsKey(node.Inputs[0]) => Replay(node, _values[node.Inputs[1]].Axis, _rows.Whole(node.Inputs[0]), Value(node.Inputs[1])),
        AttentionOperation attention => Attention(node, attention),
        ScanOperation scan => Scan(node, scan),
        ScanOutputOperation output => new(_graph.Reshape(_steps[node.Inputs[0]][output.Value], PositionRows.One(node.Type.Shape, 0)), 0),
        ScanFinalOperation final => new(_steps[node.Inputs[0]][((ScanOperation)node.Inputs[0].Operation).Body.Next[final.State].Id], -1),
        var other => throw new NotStreamableException($"{other.Name} sees other positions"),
    };

    private Node Value(Node node) => _values.TryGetValue(node, out var streamed) ? streamed.Value : _rows.Whole(node);

    /// <summary>True for what is known at the end alone: at a position before it is another value, which nothing of that position may see.</summary>
    private bool IsOfTheEnd(Node node) => _values.TryGetValue(node, out var streamed) && streamed.Axis < 0;

    private int AxisOf(Node node) => _values.TryGetValue(node, out var streamed) ? streamed.Axis : -1;

    private Streamed Replay(Node node, int axis, params Node[] inputs)
    {
        var type = node.Type with { Shape = axis < 0 ? node.Type.Shape : PositionRows.One(node.Type.Shape, axis) };
        return new(_graph.Replay(node.Operation, type, inputs), axis);
    }

    /// <summary>Something that works along an axis other than that of the positions.</summary>
    private Streamed Along(Node node, int worked)
    {
        var axis = AxisOf(node.Inputs[0]);
        return axis == worked && axis >= 0
            ? throw new NotStreamableException($"{node.Operation.Name} needs all positions")
            : Replay(node, axis, [.. node.Inputs.Select(Value)]);
    }

    /// <summary>Something that brings axes into another order.</summary>
    /// <param name="node">The node.</param>
    /// <param name="moved">Where an axis goes to; −1 for an axis that becomes a part of another.</param>
    /// <param name="build">From what is moved and the shape of the result to the result.</param>
    private Streamed Moved(Node node, Func<int, int> moved, Func<Node, Shape, Node> build)
    {
        var axis = AxisOf(node.Inputs[0]);
        var now = axis < 0 ? -1 : moved(axis);
        return axis >= 0 && now < 0
            ? throw new NotStreamableException($"{node.Operation.Name} mixes positions with something else")
            : new(build(Value(node.Inputs[0]), now < 0 ? node.Type.Shape : PositionRows.One(node.Type.Shape, now)), now);
    }

    private Streamed Map(Node node, MapOperation map)
    {
        var rank = node.Type.Shape.Rank;
        var axes = node.Inputs.Where(input => AxisOf(input) >= 0).Select(input => AxisOf(input) + rank - input.Type.Shape.Rank).Distinct().ToList();
        if (axes.Count == 0)
        {
            return Replay(node, -1, [.. node.Inputs.Select(Value)]);
        }

        if (axes.Count > 1 || node.Type.Shape[axes[0]] != _length || node.Inputs.Any(IsOfTheEnd))
        {
            throw new NotStreamableException($"{node.Operation.Name} pairs different positions");
        }

        var operands = node.Inputs.Select(input => _values.TryGetValue(input, out var streamed) ? streamed.Value : _rows.Aligned(input, node.Type.Shape, axes[0]));
        return new(_graph.Map(map.Function, [.. operands], new TensorType(true, PositionRows.One(node.Type.Shape, axes[0]))), axes[0]);
    }

    private Streamed Slice(Node node, SliceOperation slice)
    {
        var (axis, value) = (AxisOf(node.Inputs[0]), Value(node.Inputs[0]));
        return axis != slice.Axis ? Replay(node, axis, value)
            : slice.Start == _length - 1 && slice.Length == 1 ? new(value, -1)
            : throw new NotStreamableException($"{node.Operation.Name} picks positions");
    }

    private Streamed Concat(Node node, ConcatOperation concat)
    {
        var axes = node.Inputs.Where(_values.ContainsKey).Select(AxisOf).Distinct().ToList();
        if (axes.Count > 1 || axes[0] == concat.Axis)
        {
            throw new NotStreamableException($"{node.Operation.Name} joins positions");
        }

        return new(_graph.Concat(concat.Axis, [.. node.Inputs.Select(input => _values.ContainsKey(input) || axes[0] < 0 ? Value(input) : _rows.At(input, axes[0]))]), axes[0]);
    }

    private Streamed Product(Node node)
    {
        var (left, right, rank) = (AxisOf(node.Inputs[0]), AxisOf(node.Inputs[1]), node.Type.Shape.Rank);
        if ((left >= 0 || right >= 0) && node.Inputs.Any(IsOfTheEnd))
        {
            throw new NotStreamableException($"{node.Operation.Name} pairs positions with the last one");
        }

        return left < 0 && right < 0 ? Replay(node, -1, Value(node.Inputs[0]), Value(node.Inputs[1]))
            : left == rank - 2 && right < 0 ? Replay(node, left, Value(node.Inputs[0]), Value(node.Inputs[1]))
            : left < 0 && right == rank - 1 ? Replay(node, right, Value(node.Inputs[0]), Value(node.Inputs[1]))
            : left >= 0 && left < rank - 2 && right == left ? Replay(node, left, Value(node.Inputs[0]), Value(node.Inputs[1]))
            : throw new NotStreamableException($"{node.Operation.Name} sums over positions, or pairs different ones");
    }

    private Streamed Attention(Node node, AttentionOperation attention)
    {
        if (AttentionInputs.Of(attention, node.Inputs).Mask is not null)
        {
            throw new NotStreamableException("attention with a mask would have to remember which positions are absent");
        }

        // What is the same for all samples may be seen by every position.
        var (q, k, v) = (Value(node.Inputs[0]), Value(node.Inputs[1]), Value(node.Inputs[2]));
        return !attention.Causal && AxisOf(node.Inputs[0]) <= 0 && !node.Inputs.Skip(1).Any(_values.ContainsKey) ? Replay(node, AxisOf(node.Inputs[0]), q, k, v)
            : attention.Causal && node.Inputs.All(input => AxisOf(input) == 0) ? new(_graph.CachedAttention(q, k, v, attention.Heads, _length, _caches++), 0)
            : throw new NotStreamableException("attention that is not causal, or is not along positions, sees all of them");
    }

    private Streamed Scan(Node node, ScanOperation scan)
    {
        if (scan.Reverse)
        {
            throw new NotStreamableException("a recurrence begins at the last position");
        }

        var (body, written) = (scan.Body, new Dictionary<int, Node>());
        foreach (var value in body.Nodes)
        {
            (_graph.Origin, _graph.Backward) = (node.Origin, node.Backward);
            written[value.Id] = value.Operation switch
            {
                StepInputOperation input => _graph.Reshape(Sequence(node.Inputs[input.Index]), value.Type.Shape),
                StepStateOperation state => _remembered.State(node, state.Index, Initial(node, state.Index), _rows.Position),
                _ => _graph.Replay(value, [.. value.Inputs.Select(input => written[input.Id])]),
            };
        }

        for (var state = 0; state < body.States.Count; state++)
        {
            _remembered.Leave(node, state, written[body.Next[state].Id]);
        }

        _steps.Add(node, written);
        return new(written[body.Nodes[0].Id], -1);
    }

    /// <summary>A sequence of a recurrence at the current position.</summary>
    private Node Sequence(Node sequence) => !_values.TryGetValue(sequence, out var streamed) ? _rows.At(sequence, 0)
        : streamed.Axis == 0 ? streamed.Value
        : throw new NotStreamableException("a recurrence runs along something else than positions");

    /// <summary>What the first position finds as a state, which must not depend on the sequence.</summary>
    private Node? Initial(Node scan, int state) => ScanOperation.Initial(scan, state) is not { } initial ? null
        : !_values.ContainsKey(initial) ? _rows.Whole(initial)
        : throw new NotStreamableException("a recurrence begins with what is made of positions");
}
