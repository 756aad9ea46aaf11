using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Tests.Networks;
using NetGen.Compiler.Tests.Reference;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Differentiation;

/// <summary>The train program of every layer and loss: its gradients against differences of its own loss, both by interpretation.</summary>
public sealed class NetworkGradientTests
{
    private const int Batch = 3;

    public static TheoryData<string> Activations =>
    [
        "ReLU", "LeakyReLU", "ELU", "SELU", "GELU", "SiLU", "Tanh", "Sigmoid", "Softplus", "HardSigmoid", "HardSwish", "Mish", "Softmax", "LogSoftmax", "LayerNorm",
    ];

    public static TheoryData<string> Losses =>
        ["SoftmaxCrossEntropy", "BinaryCrossEntropy", "MeanSquaredError", "MeanAbsoluteError", "Huber", "KLDivergence", "Hinge"];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradient_through_a_layer_agrees_with_differences(string layer) =>
        Check(Stack([5], [Dense(7), Of(layer), Dense(3)], Of("MeanSquaredError")), seed: 1);

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradient_through_a_layer_on_sequences_agrees_with_differences(string layer) =>
        Check(Stack([2, 5], [Of(layer), Dense(3, bias: false), Of(layer)], Of("MeanSquaredError")), seed: 2);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Gradient_of_a_loss_agrees_with_differences(string loss) => Check(Stack([4], [Dense(5), Of("Tanh"), Dense(3)], Of(loss)), seed: 3);

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var layer in Activations)
            {
                foreach (var loss in Losses)
                {
                    pairs.Add(layer, loss);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Gradient_through_every_layer_of_every_loss_agrees_with_differences(string layer, string loss) =>
        Check(Stack([5], [Dense(7), Of(layer), Dense(3)], Of(loss)), seed: 10);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Gradient_of_a_weighted_loss_on_sequences_agrees_with_differences(string loss) =>
        Check(Stack([2, 4], [Dense(3)], Of(loss, new Argument("ClassWeights", 0.5, 2, 1.25))), seed: 4);

    [Fact]
    public void Gradient_of_smoothed_labels_agrees_with_differences() => Check(
        Stack([4], [Dense(3)], Of("SoftmaxCrossEntropy", new Argument("LabelSmoothing", 0.1), new Argument("ClassWeights", 0.5, 2, 1.25))), seed: 5);

    [Fact]
    public void Gradient_with_positive_weights_agrees_with_differences() => Check(
        Stack([4], [Dense(3)], Of("BinaryCrossEntropy", new Argument("PositiveWeights", 3, 0.75, 1.5))), seed: 6);

    [Theory]
    [InlineData("GELU", "Approximate", 1)]
    [InlineData("LeakyReLU", "Slope", 0.2)]
    [InlineData("ELU", "Alpha", 0.5)]
    [InlineData("LayerNorm", "Bias", 0)]
    public void Gradient_with_an_argument_agrees_with_differences(string layer, string argument, double value) =>
        Check(Stack([5], [Dense(4), Of(layer, new Argument(argument, value)), Dense(2)], Of("MeanSquaredError")), seed: 7);

    [Fact]
    public void Gradient_through_shapes_and_a_mask_agrees_with_differences() => Check(
        Stack([2, 6], [Dense(4), Of("Flatten"), Dropout(0.4), Dense(6), Reshape(3, 2), Dense(2), Of("LayerNorm"), Reshape(2, -1)], Of("MeanSquaredError")), seed: 8);

    [Fact]
    public void Training_loss_without_random_layers_is_the_loss()
    {
        var network = Shaped(Stack([4], [Dense(5), Of("SELU"), Dense(3)], Of("KLDivergence")));
        var givens = new Givens(Batch, 9) { TargetsAreDistributions = true };

        Assert.Equal(Value(NetworkLowering.Loss(network), givens), Value(NetworkLowering.Train(network), givens), 12);
    }

    private static void Check(NetworkSpec spec, int seed)
    {
        var network = Shaped(spec);
        var train = NetworkLowering.Train(network);
        var givens = new Givens(Batch, seed) { Classes = network.Output.Last, TargetsAreDistributions = spec.Loss!.Kind == "KLDivergence" };
        var computed = new Interpreter(Batch, givens.Of);
        foreach (var output in train.Outputs.Where(output => output.Role != OutputRole.Loss))
        {
            var source = train.Nodes.Single(node => output.Role == OutputRole.InputGradient
                ? node.Operation is InputOperation
                : node.Operation is ParameterOperation parameter && parameter.Index == output.Index);
            var expected = NumericGradient.Of(givens.Of(source), () => Value(train, givens));
            NumericGradient.AssertClose(expected, computed[output.Value], 1e-7, $"gradient of {(source.Operation is InputOperation ? "the input" : source.Origin)}");
        }
    }

    private static double Value(TensorProgram program, Givens givens) =>
        new Interpreter(Batch, givens.Of)[program.Outputs.Single(output => output.Role == OutputRole.Loss).Value].Values[0];
}
