using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>
/// What stateful recurrences leave to the next window of their sequences: in a program that carries it, one more input holds all states one after the other, and one more output what they
/// have become. No gradient flows from one window to another: truncated back-propagation through time, as after PyTorch's <c>h.detach()</c>. Williams and Peng 1990.
/// </summary>
public sealed class WindowStates
{
    private readonly Node? _before;
    private readonly List<Node> _after = [];

    /// <param name="graph">Gets the input.</param>
    /// <param name="carried">Numbers of all states, from an earlier run; 0 for a program whose recurrences begin at zero.</param>
    /// <param name="index">The number of the input.</param>
    public WindowStates(GraphBuilder graph, int carried, int index) => _before = carried == 0 ? null : graph.Input(new Shape(carried), index);

    /// <summary>Numbers of the states so far.</summary>
    public int Count { get; private set; }

    /// <summary>What a state is at the beginning of the window; null for zeros.</summary>
    public Node? Begin(GraphBuilder graph, Shape shape)
    {
        var start = Count;
        Count += (int)shape.Count;
        return _before is null ? null : graph.Reshape(graph.Slice(_before, 0, start, (int)shape.Count), shape);
    }

    /// <summary>What the states of a recurrence, in the order in which they were begun, are at the end of the window.</summary>
    public void Leave(GraphBuilder graph, Node scan)
    {
        for (var state = 0; _before is not null && state < ((ScanOperation)scan.Operation).Body.States.Count; state++)
        {
            var final = graph.Final(scan, state);
            _after.Add(graph.Reshape(final, new Shape((int)final.Type.Shape.Count)));
        }
    }

    /// <summary>All that is left to the next window, as the input holds it.</summary>
    public Node After(GraphBuilder graph) => graph.Concat(0, _after);
}
