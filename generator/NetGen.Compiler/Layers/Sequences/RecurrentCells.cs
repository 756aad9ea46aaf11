using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>What one step of a recurrent layer does, given what the input contributes to it; weights in PyTorch's order of gates.</summary>
/// <param name="Gates">How many times the units the weights have rows.</param>
/// <param name="States">What one step leaves to the next: the output, and perhaps a memory.</param>
internal abstract record RecurrentCell(int Gates, int States)
{
    /// <summary>Whether the second bias belongs to the product with the state alone; otherwise it is added to the input's.</summary>
    public virtual bool HasOwnBias => false;

    /// <param name="graph">The graph of a step.</param>
    /// <param name="input">What the input contributes, [gates · units].</param>
    /// <param name="recurrent">What the output of the step before contributes, of the same shape.</param>
    /// <param name="states">The states, [units] each; the first is the output.</param>
    public abstract IReadOnlyList<Node> Step(GraphBuilder graph, Node input, Node recurrent, IReadOnlyList<Node> states);

    protected static Node Gate(GraphBuilder graph, Node gates, int index, int units) => graph.Slice(gates, 0, index * units, units);
}

/// <summary>h′ = f(input + recurrent): Elman 1990, <c>torch.nn.RNN</c>.</summary>
internal sealed record ElmanCell(Expr Activation) : RecurrentCell(1, 1)
{
    public override IReadOnlyList<Node> Step(GraphBuilder graph, Node input, Node recurrent, IReadOnlyList<Node> states) => [graph.Map(Activation, graph.Add(recurrent, input))];
}

/// <summary>
/// i, f, g, o = σ, σ, tanh, σ of input + recurrent; c′ = f c + i g; h′ = o tanh(c′): Hochreiter and Schmidhuber 1997 with the forget gate of Gers et al. 2000, <c>torch.nn.LSTM</c>.
/// </summary>
internal sealed record LongShortTermCell() : RecurrentCell(4, 2)
{
    public override IReadOnlyList<Node> Step(GraphBuilder graph, Node input, Node recurrent, IReadOnlyList<Node> states)
    {
        var (gates, units, c) = (graph.Add(recurrent, input), states[0].Type.Last, states[1]);
        var parts = Enumerable.Range(0, 4).Select(gate => Gate(graph, gates, gate, units)).ToList();
        var (i, f, g, o) = (Map(Activations.Sigmoid, 0), Map(Activations.Sigmoid, 1), Map(Activations.Tanh, 2), Map(Activations.Sigmoid, 3));
        var next = graph.Map((Scalar.X * Scalar.Variable(1)) + (Scalar.Variable(2) * Scalar.Variable(3)), f, c, i, g);
        return [graph.Multiply(o, graph.Map(Activations.Tanh, next)), next];

        Node Map(Expr activation, int gate) => graph.Map(activation, parts[gate]);
    }
}

/// <summary>
/// r, z = σ(input + recurrent); n = tanh(input + r · recurrent); h′ = (1 − z) n + z h: Cho et al. 2014, with the reset gate behind the product, as <c>torch.nn.GRU</c> has it.
/// </summary>
internal sealed record GatedCell() : RecurrentCell(3, 1)
{
    public override bool HasOwnBias => true;

    public override IReadOnlyList<Node> Step(GraphBuilder graph, Node input, Node recurrent, IReadOnlyList<Node> states)
    {
        var (units, h) = (states[0].Type.Last, states[0]);
        var (x, y) = (Parts(input), Parts(recurrent));
        var sum = Scalar.X + Scalar.Variable(1);
        var (r, z) = (graph.Map(Activations.Sigmoid.Substitute(Sum(sum)), x[0], y[0]), graph.Map(Activations.Sigmoid.Substitute(Sum(sum)), x[1], y[1]));
        var n = graph.Map(Activations.Tanh.Substitute(Sum(Scalar.X + (Scalar.Variable(1) * Scalar.Variable(2)))), x[2], r, y[2]);
        return [graph.Map(((1 - Scalar.X) * Scalar.Variable(1)) + (Scalar.X * Scalar.Variable(2)), z, n, h)];

        List<Node> Parts(Node gates) => [.. Enumerable.Range(0, 3).Select(gate => Gate(graph, gates, gate, units))];

        static Dictionary<int, Expr> Sum(Expr argument) => new() { [0] = argument };
    }
}
