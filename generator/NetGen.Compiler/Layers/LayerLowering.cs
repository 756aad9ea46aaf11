using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>What a layer needs while it adds itself to a graph.</summary>
/// <param name="graph">The graph being built.</param>
/// <param name="shape">The layer's place in the shaped network.</param>
/// <param name="training">Whether random layers (dropout) are active.</param>
public sealed class LayerLowering(GraphBuilder graph, LayerShape shape, bool training)
{
    public GraphBuilder Graph { get; } = graph;

    public bool Training { get; } = training;

    /// <summary>Position of the layer in the network; random layers use it as their stream.</summary>
    public int Index => shape.Index;

    public Node Parameter(string name)
    {
        var index = 0;
        foreach (var parameter in shape.Parameters)
        {
            if (parameter.Name == name)
            {
                return Graph.Parameter(shape.FirstParameter + index, parameter.Shape, shape.Name + "." + name);
            }

            index++;
        }

        throw new InvalidOperationException($"Layer '{shape.Name}' has no parameter '{name}'.");
    }
}
