using NetGen.Compiler.Differentiation;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>Builds the tensor programs of a network: its layers in order, the loss on top, and the gradients of both.</summary>
public static class NetworkLowering
{
    /// <summary>Inputs to what the user gets: the last layer's output through the loss's link function.</summary>
    public static TensorProgram Predict(ShapedNetwork network)
    {
        var graph = new GraphBuilder();
        var prediction = Link(network, graph, Forward(network, graph, training: false));
        return Finish("predict", graph, new ProgramOutput(OutputRole.Prediction, 0, prediction));
    }

    /// <summary>The mean loss in evaluation mode.</summary>
    public static TensorProgram Loss(ShapedNetwork network)
    {
        var graph = new GraphBuilder();
        var loss = MeanLoss(network, graph, Forward(network, graph, training: false));
        return Finish("loss", graph, new ProgramOutput(OutputRole.Loss, 0, loss));
    }

    /// <summary>The mean loss in training mode and its gradients by every parameter and by the input.</summary>
    public static TensorProgram Train(ShapedNetwork network)
    {
        var graph = new GraphBuilder();
        var loss = MeanLoss(network, graph, Forward(network, graph, training: true));
        var outputs = Gradients(network, graph, loss, graph.Fill(1, loss.Type));
        return Finish("train", graph, [new ProgramOutput(OutputRole.Loss, 0, loss), .. outputs]);
    }

    /// <summary>The vector-Jacobian product of what Predict returns.</summary>
    public static TensorProgram Backward(ShapedNetwork network)
    {
        var graph = new GraphBuilder();
        var prediction = Link(network, graph, Forward(network, graph, training: false));
        return Finish("backward", graph, [.. Gradients(network, graph, prediction, graph.OutputGradient(prediction.Type.Shape))]);
    }

    private static Node Forward(ShapedNetwork network, GraphBuilder graph, bool training)
    {
        graph.Origin = "input";
        var x = graph.Input(network.Spec.Inputs[0].Shape);
        foreach (var layer in network.Layers)
        {
            graph.Origin = layer.Name;
            x = LayerCatalog.Find(layer.Kind)!.Lower(new LayerLowering(graph, layer, training), network.Spec.Layers[layer.Index], x);
        }

        return x;
    }

    private static Node Link(ShapedNetwork network, GraphBuilder graph, Node output)
    {
        graph.Origin = network.Spec.Loss is null ? "output" : network.Spec.Loss.Kind + "Link";
        return network.Spec.Loss is { } loss ? LayerCatalog.FindLoss(loss.Kind)!.Link(graph, output) : output;
    }

    private static Node MeanLoss(ShapedNetwork network, GraphBuilder graph, Node output)
    {
        var loss = network.Spec.Loss!;
        var definition = LayerCatalog.FindLoss(loss.Kind)!;
        graph.Origin = loss.Kind;
        var target = graph.Target(network.Output, definition.TakesLabels);
        var each = definition.RowLoss(graph, loss, output, target);
        if (definition.SumsRows && output.Type.Rows > 1)
        {
            each = graph.Map(Scalar.Variable(0) * Scalar.Constant(output.Type.Rows), each);
        }

        return graph.Reduce(Reduction.Sum, graph.Multiply(each, graph.RowWeight(network.Output)), Axis.Rows);
    }

    private static List<ProgramOutput> Gradients(ShapedNetwork network, GraphBuilder graph, Node output, Node seed)
    {
        var parameters = network.Parameters.Select((pair, index) => graph.Parameter(index, pair.Parameter.Shape, pair.Layer.Name + "." + pair.Parameter.Name)).ToList();
        var input = graph.Input(network.Spec.Inputs[0].Shape);
        var gradients = Differentiator.Differentiate(graph, output, seed, [.. parameters, input]);
        var outputs = parameters.Select((_, index) => new ProgramOutput(OutputRole.ParameterGradient, index, gradients[index])).ToList();
        outputs.Add(new ProgramOutput(OutputRole.InputGradient, 0, gradients[gradients.Count - 1]));
        return outputs;
    }

    private static TensorProgram Finish(string name, GraphBuilder graph, params ProgramOutput[] outputs)
    {
        var program = Pruning.Prune(new TensorProgram(name, graph.Nodes, outputs));
        GraphVerifier.Verify(program);
        return program;
    }
}
