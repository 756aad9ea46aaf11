using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>What a layer needs while it adds itself to a graph.</summary>
/// <param name="graph">The graph being built.</param>
/// <param name="training">Whether random layers (dropout) are active.</param>
/// <param name="stream">A stream of random numbers that is this layer's alone.</param>
/// <param name="parameter">Finds the layer's parameters by their names within it.</param>
public sealed class LayerLowering(GraphBuilder graph, bool training, int stream, Func<string, Node> parameter)
{
    public GraphBuilder Graph { get; } = graph;

    public bool Training { get; } = training;

    /// <summary>A stream of random numbers of its own.</summary>
    public int Stream { get; } = stream;

    /// <summary>Nonzero at positions of the input that are present, [length]; null where all are, and for layers that do not ask.</summary>
    public Node? Mask { get; init; }

    /// <summary>A further stream of random numbers.</summary>
    public required Func<int> NextStream { get; init; }

    public Node Parameter(string name) => parameter(name);

    /// <summary>Finds the layer's buffers by their names within it.</summary>
    public required Func<string, Node> Buffer { get; init; }

    /// <summary>Says what a buffer holds after a training step.</summary>
    public required Action<string, Node> Update { get; init; }
}
