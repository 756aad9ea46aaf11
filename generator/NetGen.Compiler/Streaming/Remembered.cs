using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Streaming;

/// <summary>What recurrences leave to the next position: the states of all of them, one after the other in one vector.</summary>
internal sealed class Remembered
{
    private readonly Dictionary<(Node Scan, int State), int> _places = [];
    private readonly Dictionary<int, Node> _next = [];
    private readonly GraphBuilder _graph;

    /// <param name="graph">Gets the nodes.</param>
    /// <param name="scans">The recurrences.</param>
    public Remembered(GraphBuilder graph, IEnumerable<Node> scans)
    {
        _graph = graph;
        foreach (var scan in scans)
        {
            foreach (var (state, index) in ((ScanOperation)scan.Operation).Body.States.Select((state, index) => (state, index)))
            {
                _places.Add((scan, index), Count);
                Count += (int)state.Type.Shape.Count;
            }
        }
    }

    /// <summary>Numbers altogether.</summary>
    public int Count { get; }

    /// <summary>What the position before has left.</summary>
    /// <param name="scan">Which recurrence.</param>
    /// <param name="state">Which of its states.</param>
    /// <param name="initial">What the first position finds; null for zeros, as which the memory begins.</param>
    /// <param name="position">Gives the number of the position.</param>
    public Node State(Node scan, int state, Node? initial, Func<Node> position)
    {
        var type = ((ScanOperation)scan.Operation).Body.States[state].Type;
        var left = _graph.Reshape(_graph.Slice(_graph.Input(new Shape(Count), 2), 0, _places[(scan, state)], (int)type.Shape.Count), type.Shape);
        var isFirst = new Select(Comparison.Equal, Scalar.Variable(1), Scalar.Constant(0), Scalar.Variable(2), Scalar.X);
        return initial is null ? left : _graph.Map(isFirst, [left, type.Shape.Rank == 0 ? _graph.Reshape(position(), new Shape()) : position(), initial], type);
    }

    /// <summary>Leaves something to the next position.</summary>
    public void Leave(Node scan, int state, Node value) =>
        _next[_places[(scan, state)]] = _graph.Reshape(_graph.BroadcastTo(value, value.Type with { Batched = true }), new Shape((int)value.Type.Shape.Count));

    /// <summary>All that is left to the next position.</summary>
    public Node Next() => _graph.Concat(0, [.. _next.OrderBy(pair => pair.Key).Select(pair => pair.Value)]);
}
