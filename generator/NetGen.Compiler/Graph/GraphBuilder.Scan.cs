using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <content>Recurrences.</content>
public sealed partial class GraphBuilder
{
    /// <summary>Within a body: the step's part of sequence number <paramref name="index"/>.</summary>
    public Node StepInput(int index, Shape shape) => Add(new StepInputOperation(index), new TensorType(true, shape));

    /// <summary>Within a body: what the step before has left as state number <paramref name="index"/>.</summary>
    public Node StepState(int index, Shape shape) => Add(new StepStateOperation(index), new TensorType(true, shape));

    /// <summary>Runs a step for one position of the sequences after the other.</summary>
    /// <param name="sequences">Each [steps, …].</param>
    /// <param name="states">The shapes of the states, and what they are before the first step; null for zeros.</param>
    /// <param name="reverse">Whether the last position comes first.</param>
    /// <param name="step">From the parts of the sequences and the states to the new states, in a graph of its own.</param>
    /// <returns>The scan, whose values <see cref="Stacked"/> and <see cref="Final"/> give.</returns>
    public Node Scan(IReadOnlyList<Node> sequences, IReadOnlyList<(Shape Shape, Node? Initial)> states, bool reverse, Func<GraphBuilder, IReadOnlyList<Node>, IReadOnlyList<Node>, IReadOnlyList<Node>> step)
    {
        var graph = new GraphBuilder { Origin = Origin, Backward = Backward };
        var inputs = sequences.Select((sequence, index) => graph.StepInput(index, sequence.Type.Shape.WithoutFirst())).ToList();
        var leaves = states.Select((state, index) => graph.StepState(index, state.Shape)).ToList();
        var next = step(graph, inputs, leaves);
        return Scan(new ScanBody(graph.Nodes, inputs, leaves, next), sequences, [.. states.Select(state => state.Initial)], reverse);
    }

    /// <summary>Runs a body for one position of the sequences after the other.</summary>
    public Node Scan(ScanBody body, IReadOnlyList<Node> sequences, IReadOnlyList<Node?> initial, bool reverse)
    {
        var steps = sequences[0].Type.Shape[0];
        var parameters = body.Parameters.Select(node => Parameter(((ParameterOperation)node.Operation).Index, node.Type.Shape, node.Origin)).ToList();
        var given = Enumerable.Range(0, initial.Count).Where(state => initial[state] is { IsZero: false }).ToArray();
        Node[] inputs = [.. sequences.Select(sequence => BroadcastTo(sequence, sequence.Type with { Batched = true })), .. given.Select(state => BroadcastTo(initial[state]!, new TensorType(true, body.States[state].Type.Shape))), .. parameters];
        return Add(new ScanOperation(body, steps, reverse, new(given), _nodes.Count), new TensorType(true, new Shape()), inputs);
    }

    /// <summary>What a node of the body is at all positions, [steps, …].</summary>
    public Node Stacked(Node scan, Node value)
    {
        var operation = (ScanOperation)scan.Operation;
        return value.Operation is StepInputOperation { Index: var index } ? scan.Inputs[index]
            : Add(new ScanOutputOperation(value.Id), new TensorType(true, new Shape([operation.Steps, .. value.Type.Shape.Dims])), scan);
    }

    /// <summary>What a state is after the last step.</summary>
    public Node Final(Node scan, int state) => Add(new ScanFinalOperation(state), ((ScanOperation)scan.Operation).Body.States[state].Type, scan);

    /// <summary>The same operation on other inputs.</summary>
    public Node Replay(Node node, params Node[] inputs)
    {
        var (origin, backward) = (Origin, Backward);
        (Origin, Backward) = (node.Origin, node.Backward);
        var replayed = Add(node.Operation, node.Type, inputs);
        (Origin, Backward) = (origin, backward);
        return replayed;
    }

    /// <summary>An operation that is known from elsewhere, for values of another shape.</summary>
    public Node Replay(Operation operation, TensorType type, params Node[] inputs) => Add(operation, type, inputs);
}
