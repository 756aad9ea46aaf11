using NetGen.Compiler.Differentiation;
using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Streaming;

namespace NetGen.Compiler.Layers;

/// <summary>Builds the tensor programs of a network: what it declares, the losses on top, and the gradients of both.</summary>
public static class NetworkLowering
{
    /// <summary>All programs and what they count in.</summary>
    public static NetworkPrograms Programs(ShapedNetwork network)
    {
        var programs = new List<TensorProgram> { Predict(network) };
        if (!network.Spec.Inference)
        {
            if (network.Spec.Losses.Count > 0)
            {
                programs.Add(Loss(network));
                programs.Add(Train(network));
            }

            programs.Add(Backward(network));
        }

        if (network.WindowStates > 0)
        {
            programs.AddRange(WindowPrograms.Of(network));
        }

        var streamed = network.Spec.Inputs.Count == 1 ? OnePosition.TryDerive(programs[0]) : null;
        if (streamed is not null)
        {
            programs.Add(streamed.Program);
        }

        var targets = network.Spec.Losses.Select(loss => LossTargets.Of(network.Spec, loss, network.Outputs)).ToList();
        return new NetworkPrograms(network.Spec, network.Parameters, [.. network.Outputs], targets, programs, network.Flops) { Buffers = network.Buffers, WindowStates = network.WindowStates, Streamed = streamed };
    }

    /// <summary>Inputs to what the user gets: the outputs through the losses' link functions.</summary>
    public static TensorProgram Predict(ShapedNetwork network) => Predict(network, "predict", carried: 0);

    /// <summary>The same, perhaps from the states that one window has left to those that it leaves.</summary>
    /// <param name="network">The declaration.</param>
    /// <param name="name">Of the program.</param>
    /// <param name="carried">Numbers of all states; 0 where recurrences begin at zero.</param>
    internal static TensorProgram Predict(ShapedNetwork network, string name, int carried)
    {
        var graph = new GraphBuilder();
        var forward = Forward(network, graph, training: false, carried);
        var predictions = Link(network, graph, forward.Outputs);
        return Finish(name, graph, [.. predictions.Select((prediction, index) => new ProgramOutput(OutputRole.Prediction, index, prediction)), .. Left(graph, forward, carried)]);
    }

    /// <summary>The mean loss in evaluation mode.</summary>
    public static TensorProgram Loss(ShapedNetwork network)
    {
        var graph = new GraphBuilder();
        var losses = MeanLosses(network, graph, Forward(network, graph, training: false).Outputs, training: false);
        return Finish("loss", graph, [.. losses.Select((loss, index) => new ProgramOutput(OutputRole.Loss, index, loss))]);
    }

    /// <summary>The mean loss in training mode and its gradients by every parameter and by the inputs.</summary>
    public static TensorProgram Train(ShapedNetwork network) => Train(network, "train", carried: 0);

    /// <inheritdoc cref="Predict(ShapedNetwork, string, int)"/>
    internal static TensorProgram Train(ShapedNetwork network, string name, int carried)
    {
        var graph = new GraphBuilder();
        var forward = Forward(network, graph, training: true, carried);
        var losses = MeanLosses(network, graph, forward.Outputs, training: true);
        var gradients = Gradients(network, graph, forward, losses, [.. losses.Select(loss => graph.Fill(1, loss.Type))]);
        return Finish(name, graph, [.. losses.Select((loss, index) => new ProgramOutput(OutputRole.Loss, index, loss)), .. gradients, .. forward.BufferUpdates, .. Left(graph, forward, carried)]);
    }

    /// <summary>The vector-Jacobian product of what Predict returns.</summary>
    public static TensorProgram Backward(ShapedNetwork network)
    {
        var graph = new GraphBuilder();
        var forward = Forward(network, graph, training: false);
        var predictions = Link(network, graph, forward.Outputs);
        var seeds = predictions.Select((prediction, index) => graph.OutputGradient(prediction.Type.Shape, index)).ToList();
        return Finish("backward", graph, [.. Gradients(network, graph, forward, predictions, seeds)]);
    }

    /// <summary>What stateful recurrences leave to the next window: one output behind those of the network.</summary>
    private static IEnumerable<ProgramOutput> Left(GraphBuilder graph, Elaborated forward, int carried) =>
        carried == 0 ? [] : [new ProgramOutput(OutputRole.Prediction, forward.Outputs.Count, forward.Windows.After(graph))];

    private static Elaborated Forward(ShapedNetwork network, GraphBuilder graph, bool training, int carried = 0)
    {
        var forward = Elaborator.Run(network.Spec, graph, training, network.Parameters, carried: carried);
        // An output that is a parameter or a constant is the same for each sample, but there is one for each.
        return forward with { Outputs = [.. forward.Outputs.Select(output => graph.BroadcastTo(output, output.Type with { Batched = true }))] };
    }

    /// <summary>Each output through the link function of the first loss that is of it and has one.</summary>
    private static IReadOnlyList<Node> Link(ShapedNetwork network, GraphBuilder graph, IReadOnlyList<Node> outputs) => [.. outputs.Select((output, index) =>
    {
        var loss = LossTargets.LinkOf(network.Spec, index);
        graph.Origin = loss is null ? "output" : loss.Kind + "Link";
        return loss is null ? output : loss.Link(graph, output);
    })];

    private static List<Node> MeanLosses(ShapedNetwork network, GraphBuilder graph, IReadOnlyList<Node> outputs, bool training)
    {
        var losses = new List<Node>();
        for (var i = 0; i < network.Spec.Losses.Count; i++)
        {
            var loss = network.Spec.Losses[i];
            graph.Origin = loss.Kind == "Loss" ? loss.Find("Method")!.Text! : loss.Kind;
            var each = RowLosses(network.Spec, graph, loss, i, outputs, training);
            var weight = loss.Number("Weight", 1);
            if (weight != 1)
            {
                each = graph.Map(Scalar.Variable(0) * Scalar.Constant(weight), each);
            }

            losses.Add(graph.Reduce(Reduction.Sum, graph.Multiply(each, graph.RowWeight(each.Type.Shape, i)), Axis.Rows));
        }

        return losses;
    }

    private static Node RowLosses(NetworkSpec spec, GraphBuilder graph, LayerSpec loss, int index, IReadOnlyList<Node> outputs, bool training)
    {
        if (LossTargets.MethodOf(spec, loss) is { } method)
        {
            return LossMethods.Build(spec, graph, method, outputs, index, training);
        }

        var definition = LayerCatalog.FindLoss(loss.Kind)!;
        var output = outputs[loss.Int("Output", 0)];
        var target = graph.Target(output.Type.Shape, definition.TakesLabels, index);
        var each = definition.RowLoss(graph, loss, output, target);
        return definition.SumsRows && output.Type.Rows > 1
            ? graph.Map(Scalar.Variable(0) * Scalar.Constant(output.Type.Rows), each)
            : each;
    }

    private static List<ProgramOutput> Gradients(ShapedNetwork network, GraphBuilder graph, Elaborated forward, IReadOnlyList<Node> outputs, IReadOnlyList<Node> seeds)
    {
        var parameters = network.Parameters.Select((parameter, index) => graph.Parameter(index, parameter.Spec.KernelShape, parameter.Name)).ToList();

        // Tokens are names: there is nothing between two of them.
        var inputs = forward.Inputs.Where(input => input.Operation is InputOperation { Vocabulary: 0 }).ToList();
        var gradients = Differentiator.Differentiate(graph, outputs, seeds, [.. parameters, .. inputs]);
        return [.. gradients.Select((gradient, index) => index < parameters.Count
            ? new ProgramOutput(OutputRole.ParameterGradient, index, gradient)
            : new ProgramOutput(OutputRole.InputGradient, ((InputOperation)inputs[index - parameters.Count].Operation).Index, gradient))];
    }

    private static TensorProgram Finish(string name, GraphBuilder graph, params ProgramOutput[] outputs)
    {
        var program = Pruning.Prune(DetachRemoval.Run(new TensorProgram(name, graph.Nodes, outputs)));
        GraphVerifier.Verify(program);
        return program;
    }
}
