using NetGen.Compiler.Differentiation;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Tests.Reference;
using NetGen.Runtime;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>Two inputs, two outputs, a loss over labels and one over values.</summary>
public sealed class SeveralTests
{
    private const int Batch = 5;

    private static readonly Shape First = new(3);
    private static readonly Shape Second = new(2, 17);

    private readonly CompiledNetwork<double> _compiled;
    private readonly NetworkPrograms _programs;
    private readonly double[] _first = Numbers(Batch * 3, 1);
    private readonly double[] _second = Numbers(Batch * 34, 2);
    private readonly double[] _targets = Numbers(Batch * 34, 3);
    private readonly int[] _labels = [0, 2, 1, 1, 0];

    public SeveralTests()
    {
        _programs = new NetworkPrograms(
            new NetworkSpec("", [], "Net", "Net", Precision.Double, new([new InputSpec(First), new InputSpec(Second)]), [], new EquatableArray<LayerSpec>([new LayerSpec("SoftmaxCrossEntropy"), new LayerSpec("MeanSquaredError")])),
            [new NamedParameter("p0", new ParameterSpec("p0", new Shape(3, 3), Initializer.Normal, 1, 1) { Gain = 20 }, false)],
            [First, Second],
            [new TargetType(true, new Shape(1), 3, 1, new EquatableArray<double>([1, 2, 0.5])), new TargetType(false, Second, 0, 2, [])],
            [Program("predict", Predictions), Program("loss", graph => Losses(graph)), Program("train", Train), Program("backward", Backward)],
            1000);
        _compiled = CompiledNetwork<double>.Of(Planner.Plan(_programs));
        _compiled.Use(InstructionSets.All[0]);
    }

    private SpanList<double> Inputs => new(_first, _second);

    [Fact]
    public void Predict_fills_every_output()
    {
        var outputs = _compiled.Core.PredictAll(Inputs);

        AssertClose("predict", OutputRole.Prediction, 0, outputs[0]);
        AssertClose("predict", OutputRole.Prediction, 1, outputs[1]);
    }

    [Fact]
    public void Loss_is_the_sum_of_all_losses()
    {
        var interpreter = new Interpreter(Batch, Given);
        var expected = _programs.Programs[1].Outputs.Sum(output => interpreter[output.Value].Values[0]);

        Assert.Equal(expected, _compiled.Core.Loss(Inputs, new SpanList<int>(_labels), new SpanList<double>(_targets), []), 9);
    }

    [Fact]
    public void Gradients_by_the_parameters_and_by_every_input_agree_with_their_meaning()
    {
        var (gradients, first, second) = (new double[9], new double[_first.Length], new double[_second.Length]);
        _compiled.Core.Gradient(Inputs, new SpanList<int>(_labels), new SpanList<double>(_targets), [], gradients, new WritableSpanList<double>(first, second));

        AssertClose("train", OutputRole.ParameterGradient, 0, gradients);
        AssertClose("train", OutputRole.InputGradient, 0, first);
        AssertClose("train", OutputRole.InputGradient, 1, second);
    }

    [Fact]
    public void Backward_takes_a_gradient_of_every_output()
    {
        var (gradients, second) = (new double[9], new double[_second.Length]);
        _compiled.Core.Backward(Inputs, new SpanList<double>(_first, _second), gradients, new WritableSpanList<double>(default, second));

        AssertClose("backward", OutputRole.ParameterGradient, 0, gradients);
        AssertClose("backward", OutputRole.InputGradient, 1, second);
    }

    [Fact]
    public void Inputs_of_different_batches_are_refused_by_number()
    {
        var error = Assert.Throws<ArgumentException>(() => _compiled.Core.PredictAll(new SpanList<double>(_first, _second.AsSpan(34))));

        Assert.Contains("its first input has 5 and its second input 4", error.Message, StringComparison.Ordinal);
    }

    private static double[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }

    private static TensorProgram Program(string name, Func<GraphBuilder, IReadOnlyList<ProgramOutput>> outputs)
    {
        var graph = new GraphBuilder { Origin = "net" };
        return GraphNetwork.Finish(name, graph, outputs(graph));
    }

    private static (Node, Node) Build(GraphBuilder graph)
    {
        var weight = graph.Parameter(0, new Shape(3, 3), "p0");
        var hidden = graph.MatMul(graph.Input(First), weight, transposeRight: true);
        var gate = graph.Slice(hidden, 0, 1, 1);
        return (hidden, graph.Map(Scalar.Tanh(Scalar.Variable(0)) * Scalar.Variable(1), gate, graph.Input(Second, 1)));
    }

    private static IReadOnlyList<ProgramOutput> Predictions(GraphBuilder graph)
    {
        var (first, second) = Build(graph);
        return [new ProgramOutput(OutputRole.Prediction, 0, first), new ProgramOutput(OutputRole.Prediction, 1, second)];
    }

    private static IReadOnlyList<ProgramOutput> Losses(GraphBuilder graph)
    {
        var (logits, values) = Build(graph);
        var power = graph.Map(Scalar.Exp(Scalar.X), logits);
        var log = graph.Map(Scalar.Variable(0) - Scalar.Log(Scalar.Variable(1)), logits, graph.Reduce(Reduction.Sum, power, Axis.Last));
        var hit = new Select(Comparison.Equal, Scalar.Variable(0), Scalar.Variable(1), Scalar.Constant(1), Scalar.Constant(0));
        var label = graph.Map(hit, graph.Iota(logits.Type), graph.Target(First, labels: true));
        var cross = graph.Reduce(Reduction.Sum, graph.Map(-(Scalar.Variable(0) * Scalar.Variable(1)), label, log), Axis.Last);
        var squares = graph.Reduce(Reduction.Sum, graph.Map(Scalar.Square(Scalar.Variable(0) - Scalar.Variable(1)), values, graph.Target(Second, labels: false, 1)), Axis.Last);
        return
        [
            new ProgramOutput(OutputRole.Loss, 0, graph.Reduce(Reduction.Sum, graph.Multiply(cross, graph.RowWeight(First)), Axis.Rows)),
            new ProgramOutput(OutputRole.Loss, 1, graph.Reduce(Reduction.Sum, graph.Multiply(squares, graph.RowWeight(Second, 1)), Axis.Rows)),
        ];
    }

    private static IReadOnlyList<ProgramOutput> Train(GraphBuilder graph)
    {
        var losses = Losses(graph);
        var total = graph.Add(losses[0].Value, losses[1].Value);
        return [.. losses, .. Gradients(Differentiator.Differentiate(graph, total, graph.Fill(1, total.Type), Sources(graph)))];
    }

    private static IReadOnlyList<ProgramOutput> Backward(GraphBuilder graph)
    {
        var (first, second) = Build(graph);
        var total = graph.Reduce(Reduction.Sum, graph.Multiply(first, graph.OutputGradient(First)), Axis.Last);
        var rows = graph.Reduce(Reduction.Sum, graph.Multiply(second, graph.OutputGradient(Second, 1)), Axis.Last);
        var each = graph.Add(total, graph.Reshape(graph.Reduce(Reduction.Sum, rows, 0), new Shape(1)));
        return Gradients(Differentiator.Differentiate(graph, each, graph.Fill(1, each.Type), Sources(graph)));
    }

    private static IReadOnlyList<Node> Sources(GraphBuilder graph) => [graph.Parameter(0, new Shape(3, 3), "p0"), graph.Input(First), graph.Input(Second, 1)];

    private static IReadOnlyList<ProgramOutput> Gradients(IReadOnlyList<Node> gradients) =>
        [new ProgramOutput(OutputRole.ParameterGradient, 0, gradients[0]), new ProgramOutput(OutputRole.InputGradient, 0, gradients[1]), new ProgramOutput(OutputRole.InputGradient, 1, gradients[2])];

    private void AssertClose(string program, OutputRole role, int index, double[] found)
    {
        var output = _programs.Programs.Single(candidate => candidate.Name == program).Outputs.Single(candidate => candidate.Role == role && candidate.Index == index);
        var expected = new Interpreter(Batch, Given)[output.Value].Values;
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 9));
    }

    private Matrix Given(Node node)
    {
        var rows = Interpreter.RowsOf(node.Type, Batch);
        double[] weights = [1, 2, 0.5];
        var total = _labels.Sum(label => weights[label]);
        return node.Operation switch
        {
            InputOperation { Index: 0 } or OutputGradientOperation { Index: 0 } => new Matrix(rows, node.Type.Last, _first),
            InputOperation or OutputGradientOperation => new Matrix(rows, node.Type.Last, _second),
            TargetOperation { Labels: true } => new Matrix(rows, 1, [.. _labels.Select(label => (double)label)]),
            TargetOperation => new Matrix(rows, node.Type.Last, _targets),
            RowWeightOperation { Index: 0 } => Matrix.Fill(rows, 1, () => 1 / total),
            RowWeightOperation => Matrix.Fill(rows, 1, () => 1.0 / rows),
            _ => new Matrix(rows, node.Type.Last, Weights()),
        };
    }

    private double[] Weights()
    {
        var values = new double[9];
        _compiled.Core.Storage.Parameters[0].CopyTo(values);
        return values;
    }
}
