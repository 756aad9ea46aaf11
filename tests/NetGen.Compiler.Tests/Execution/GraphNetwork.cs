using NetGen.Compiler.Differentiation;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>A graph as the lowering of a network hands it over: its programs, with the mean squared error as loss.</summary>
internal sealed class GraphNetwork
{
    private readonly Func<GraphBuilder, Node> _build;
    private readonly IReadOnlyList<Shape> _inputs;
    private readonly IReadOnlyList<Shape> _parameters;
    private readonly Precision _precision;

    /// <param name="inputs">The shapes of the inputs.</param>
    /// <param name="parameters">The shapes of the parameters.</param>
    /// <param name="build">From inputs and parameters, by their indices, to the output.</param>
    /// <param name="precision">The number type.</param>
    public GraphNetwork(IReadOnlyList<Shape> inputs, IReadOnlyList<Shape> parameters, Func<GraphBuilder, Node> build, Precision precision = Precision.Single)
    {
        (_inputs, _parameters, _build, _precision) = (inputs, parameters, build, precision);
        var predict = Predict();
        var output = predict.Outputs[0].Value.Type.Shape;
        Programs = new NetworkPrograms(
            new NetworkSpec("", [], "Net", "Net", precision, new(inputs.Select(shape => new InputSpec(shape))), [], new LayerSpec("MeanSquaredError")),
            parameters.Select((shape, index) => new NamedParameter($"p{index}", new ParameterSpec($"p{index}", shape, Initializer.Normal, 1, 1) { Gain = 20 }, false)).ToList(),
            [output],
            [new TargetType(false, output, 0, output.Rows, [])],
            [predict, Loss(), Train(), Backward()],
            1000);
    }

    public NetworkPrograms Programs { get; }

    public NetworkPlan Plan() => Planner.Plan(Programs);

    private TensorProgram Predict()
    {
        var graph = new GraphBuilder();
        return Finish("predict", graph, [new ProgramOutput(OutputRole.Prediction, 0, Build(graph))]);
    }

    private TensorProgram Loss()
    {
        var graph = new GraphBuilder();
        return Finish("loss", graph, [new ProgramOutput(OutputRole.Loss, 0, LossOf(graph, Build(graph)))]);
    }

    private TensorProgram Train()
    {
        var graph = new GraphBuilder();
        var loss = LossOf(graph, Build(graph));
        return Finish("train", graph, [new ProgramOutput(OutputRole.Loss, 0, loss), .. Gradients(graph, loss, graph.Fill(1, loss.Type))]);
    }

    private TensorProgram Backward()
    {
        var graph = new GraphBuilder();
        var output = Build(graph);
        return Finish("backward", graph, Gradients(graph, output, graph.OutputGradient(output.Type.Shape)));
    }

    private Node Build(GraphBuilder graph)
    {
        graph.Origin = "graph";
        var output = _build(graph);
        return graph.BroadcastTo(output, output.Type with { Batched = true });
    }

    private static Node LossOf(GraphBuilder graph, Node output)
    {
        graph.Origin = "loss";
        var squares = graph.Map(Scalar.Square(Scalar.Variable(0) - Scalar.Variable(1)), output, graph.Target(output.Type.Shape, labels: false));
        var each = squares.Type.Shape.Rank == 0 ? graph.Reshape(squares, new Shape(1)) : graph.Reduce(Reduction.Sum, squares, Axis.Last);
        return graph.Reduce(Reduction.Sum, graph.Multiply(each, graph.RowWeight(each.Type.Shape)), Axis.Rows);
    }

    private IReadOnlyList<ProgramOutput> Gradients(GraphBuilder graph, Node output, Node seed)
    {
        var parameters = _parameters.Select((shape, index) => graph.Parameter(index, shape, $"p{index}")).ToList();
        var inputs = _inputs.Select((shape, index) => graph.Input(shape, index)).ToList();
        var gradients = Differentiator.Differentiate(graph, output, seed, [.. parameters, .. inputs]);
        return
        [
            .. parameters.Select((_, index) => new ProgramOutput(OutputRole.ParameterGradient, index, gradients[index])),
            .. inputs.Select((_, index) => new ProgramOutput(OutputRole.InputGradient, index, gradients[parameters.Count + index])),
        ];
    }

    /// <summary>What the outputs need of a graph, as a program.</summary>
    public static TensorProgram Finish(string name, GraphBuilder graph, IReadOnlyList<ProgramOutput> outputs)
    {
        var needed = new HashSet<Node>(outputs.Select(output => output.Value));
        foreach (var node in graph.Nodes.Reverse())
        {
            if (needed.Contains(node))
            {
                needed.UnionWith(node.Inputs);
            }
        }

        var program = new TensorProgram(name, graph.Nodes.Where(node => needed.Contains(node) || node.Operation is ParameterOperation).ToList(), outputs);
        GraphVerifier.Verify(program);
        return program;
    }
}
