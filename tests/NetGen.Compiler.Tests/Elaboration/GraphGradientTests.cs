using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Tests.Reference;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Elaboration;

/// <summary>The train program of graphs: its gradients against differences of its own loss, both by interpretation.</summary>
public sealed class GraphGradientTests
{
    private const int Batch = 3;

    private static readonly LayerSpec Squared = Of("MeanSquaredError");

    [Fact]
    public void Residual_with_shared_weights()
    {
        var graph = new DeclaredGraph(new Shape(5)) { Losses = { Squared } };
        var body = graph.Field("body", Dense(5), Of("Tanh"));
        var once = graph.Step("Add", [0, graph.Call(body, 0)]);
        Check(graph.Returning(graph.Step("Add", [once, graph.Call(body, once)])));
    }

    [Fact]
    public void Attention_by_hand_and_by_Ops()
    {
        foreach (var causal in new[] { 0, 1 })
        {
            var graph = new DeclaredGraph(new Shape(3, 4)) { Losses = { Squared } };
            int q = graph.Call(graph.Field("q", Dense(4)), 0), k = graph.Call(graph.Field("k", Dense(4)), 0), v = graph.Call(graph.Field("v", Dense(6)), 0);
            var scores = graph.Step("MatMul", [q, graph.Step("Transpose", [k])]);
            var byHand = graph.Step("MatMul", [graph.Step("Softmax", [scores]), v]);
            var byOps = graph.Step("Attention", [q, k, v], new Argument("Heads", 2), new Argument("Causal", causal));
            Check(graph.Returning(graph.Step("Concat", [byHand, byOps], new Argument("Axis", 1))));
        }
    }

    [Fact]
    public void Parameters_in_every_position()
    {
        var graph = new DeclaredGraph(new Shape(2, 4)) { Losses = { Squared } };
        int w = graph.Parameter("w", 4, 3), scale = graph.Parameter("scale", 2, 1), shift = graph.Parameter("shift", 3), table = graph.Parameter("table", 2, 3);
        var product = graph.Step("MatMul", [0, graph.Step("Tanh", [w])]);
        var scaled = graph.Step("Add", [graph.Step("Multiply", [product, scale]), shift]);
        Check(graph.Returning(graph.Step("Multiply", [scaled, graph.Step("Exp", [table])])));
    }

    [Fact]
    public void Slices_and_reductions_over_any_axis()
    {
        var graph = new DeclaredGraph(new Shape(3, 5)) { Losses = { Squared } };
        var h = graph.Call(graph.Field("h", Dense(6), Of("Tanh")), 0);
        var slice = graph.Step("Slice", [h], new Argument("Axis0", 0, 0, 0, 1, 1), new Argument("Axis1", 0, 1, 0, 4, 0));
        var mean = graph.Step("Mean", [slice], new Argument("Axis", 0));
        var max = graph.Step("Max", [h], new Argument("Axis", 0), new Argument("Keep", 1));
        var soft = graph.Step("Softmax", [h], new Argument("Axis", 0));
        var index = graph.Step("Slice", [soft], new Argument("Axis0", 1, 1, 1));
        var all = graph.Step("Reshape", [graph.Step("Sum", [h])], new Argument("Dims", 1));
        Check(graph.Returning(graph.Step("Concat", [mean, graph.Step("Reshape", [max], new Argument("Dims", -1)), index, all])));
    }

    [Fact]
    public void Derivative_inside_the_graph_is_differentiated_again()
    {
        var graph = new DeclaredGraph(new Shape(2)) { Losses = { Squared } };
        var u = graph.Call(graph.Field("u", Dense(6), Of("Tanh"), Dense(1)), 0);
        var first = graph.Step("Gradient", [u, 0]);
        var second = graph.Step("Gradient", [graph.Step("Slice", [first], new Argument("Axis0", 0, 0, 0, 1, 0)), 0]);
        Check(graph.Returning(graph.Step("Add", [graph.Step("Concat", [u, u]), graph.Step("Multiply", [first, second])])));
    }

    [Fact]
    public void Two_inputs_two_outputs_two_losses_and_a_loss_of_the_user()
    {
        var graph = new DeclaredGraph(new Shape(4), new Shape(3))
        {
            Losses = { Of("SoftmaxCrossEntropy"), Of("MeanSquaredError", new Argument("Output", 1), new Argument("Weight", 0.5)), Of("Loss", new Argument("Method", "Own"), new Argument("Weight", 2)) },
            LossMethods =
            {
                new LossMethodSpec("Own", new GraphSpec(new(["a", "b"]), new([new Step("Square", [0]), new Step("Sum", [2]), new Step("Multiply", [3, 1]), new Step("Mean", [4])]), new([5]), new([""])), false, null),
            },
        };
        int tower = graph.Field("tower", Dense(5), Of("PReLU")), a = graph.Call(tower, 0), b = graph.Call(graph.Field("other", Dense(5)), 1);
        var both = graph.Step("Multiply", [a, graph.Step("Sigmoid", [b])]);
        Check(graph.Returning(graph.Call(graph.Field("classes", Dense(3)), both), graph.Call(graph.Field("value", Dense(2)), both)));
    }

    [Fact]
    public void Gather_adds_up_what_was_picked_twice()
    {
        var graph = new DeclaredGraph(new Shape(4)) { Losses = { Squared } };
        var table = graph.Parameter("table", 3, 2);
        var index = graph.Step("Floor", [graph.Step("Multiply", [graph.Step("Square", [0]), graph.Step("Constant", [], new Argument("Value", 2.9))])]);
        Check(graph.Returning(graph.Step("Gather", [table, index])), withInputs: false);
    }

    private static void Check(NetworkSpec spec, bool withInputs = true)
    {
        var network = Shaped(spec);
        var train = NetworkLowering.Train(network);
        var givens = new Givens(Batch, 12) { Classes = 3 };
        var computed = new Interpreter(Batch, givens.Of);
        foreach (var output in train.Outputs.Where(output => output.Role == OutputRole.ParameterGradient || (withInputs && output.Role == OutputRole.InputGradient)))
        {
            var source = train.Nodes.Single(node => output.Role == OutputRole.InputGradient
                ? node.Operation is InputOperation input && input.Index == output.Index
                : node.Operation is ParameterOperation parameter && parameter.Index == output.Index);
            var expected = NumericGradient.Of(givens.Of(source), () => Value(train, givens));
            NumericGradient.AssertClose(expected, computed[output.Value], 1e-6, $"gradient of {source.Operation.Name} {source.Origin}");
        }
    }

    private static double Value(TensorProgram program, Givens givens)
    {
        var computed = new Interpreter(Batch, givens.Of);
        return program.Outputs.Where(output => output.Role == OutputRole.Loss).Sum(output => computed[output.Value].Values[0]);
    }
}
