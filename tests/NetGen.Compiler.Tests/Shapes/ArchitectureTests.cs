using System.Text.RegularExpressions;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Tests.Networks;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Shapes;

public sealed class ArchitectureTests
{
    private static readonly string[] Kinds =
    [
        "Dense", "Flatten", "Reshape", "Dropout", "LayerNorm", "ReLU", "LeakyReLU", "ELU", "SELU", "GELU", "SiLU", "Tanh", "Sigmoid", "Softplus", "HardSigmoid", "HardSwish",
        "Mish", "Softmax", "LogSoftmax",
    ];

    private static readonly string[] Losses = ["SoftmaxCrossEntropy", "BinaryCrossEntropy", "MeanSquaredError", "MeanAbsoluteError", "Huber", "KLDivergence", "Hinge"];

    private static readonly Argument[] Arguments =
    [
        new("Bias", 0), new("Bias", 1), new("Epsilon", 0.001), new("Epsilon", 1e-5), new("Slope", 0.2), new("Slope", 0.01), new("Alpha", 0.5), new("Alpha", 1), new("Approximate", 1),
        new("Approximate", 0), new("Rate", 0.25), new("Rate", 0), new("Frozen", 1), new("Init", (double)Initializer.HeNormal), new("Units", 7), new("Dims", 3, 2), new("Dims", -1, 2),
    ];

    private static readonly Argument[] LossArguments =
        [new("LabelSmoothing", 0.1), new("Delta", 0.5), new("ClassWeights", 1, 2, 3), new("PositiveWeights", 1, 2, 3)];

    // Files of every version carry these lines and their hash: a change here makes them strangers.
    [Theory]
    [InlineData(nameof(Samples.Digits), "netgen 1|precision Single|input 784|Dense(128) 784 -> 128 (dense1.weight, dense1.bias)|ReLU 128 -> 128|Dense(10) 128 -> 10 (dense2.weight, dense2.bias)|output Softmax")]
    [InlineData(nameof(Samples.Sequence), "netgen 1|precision Single|input 6×40|LayerNorm(Epsilon = 1E-05) 6×40 -> 6×40 (layernorm1.weight, layernorm1.bias)|Dense(20) 6×40 -> 6×20 (dense1.weight, dense1.bias)|GELU 6×20 -> 6×20|Dense(5) 6×20 -> 6×5 (dense2.weight, dense2.bias)|output Softmax")]
    [InlineData(nameof(Samples.Regression), "netgen 1|precision Double|input 13|Dense(24) 13 -> 24 (dense1.weight, dense1.bias)|Tanh 24 -> 24|Dense(1) 24 -> 1 (dense2.weight, dense2.bias)|output Identity")]
    public void Lines_are_these_for_ever(string name, string expected) =>
        Assert.Equal(expected.Split('|'), Architecture.Lines(Shaped(Samples.Find(name))));

    [Fact]
    public void Argument_of_a_layer_changes_the_lines_if_and_only_if_it_changes_what_Predict_computes()
    {
        int changes = 0;
        foreach (string kind in Kinds)
        {
            var plain = With(kind, null)!;
            // Only the attribute of GELU has Approximate, and activations describe themselves by it without asking.
            foreach (var argument in Arguments.Where(argument => kind == "GELU" || argument.Name != "Approximate"))
            {
                if (With(kind, argument) is { } other)
                {
                    bool same = Predict(plain) == Predict(other);
                    Assert.True(same == Text(plain).Equals(Text(other), StringComparison.Ordinal), $"{kind}, {argument.Name} = {string.Join(", ", argument.Numbers)}:\n{Text(plain)}\n{Text(other)}");
                    changes += same ? 0 : 1;
                }
            }
        }

        // Dense: Bias, Units; LayerNorm: Bias, Epsilon; Slope, Alpha, Approximate; Reshape to another shape, with and without -1.
        Assert.Equal(9, changes);
    }

    [Fact]
    public void Loss_changes_the_lines_if_and_only_if_it_changes_what_Predict_computes()
    {
        var networks = Losses.SelectMany(kind => LossArguments.Prepend(null), (kind, argument) => Stack([4], [Dense(3)], argument is null ? Of(kind) : Of(kind, argument)))
            .Append(Stack([4], [Dense(3)])).Select(Shaped).ToList();
        foreach (var (a, b) in networks.SelectMany(_ => networks, (a, b) => (a, b)))
        {
            Assert.Equal(Predict(a) == Predict(b), Text(a) == Text(b));
        }
    }

    [Fact]
    public void Name_counts_where_it_is_in_the_names_of_parameters()
    {
        string plain = Text(Shaped(Stack([4], [Dense(3), Of("ReLU")])));
        Assert.Equal(plain, Text(Shaped(Stack([4], [Dense(3), Of("ReLU", new Argument("Name", "bend"))]))));
        Assert.NotEqual(plain, Text(Shaped(Stack([4], [Of("Dense", new Argument("Units", 3), new Argument("Name", "head")), Of("ReLU")]))));
    }

    [Fact]
    public void Every_kind_of_layer_is_looked_at() =>
        Assert.All(Kinds, kind => Assert.NotNull(LayerCatalog.Find(kind)));

    /// <summary>A network with a layer of the kind; null if the layer cannot have the argument's value.</summary>
    private static ShapedNetwork? With(string kind, Argument? argument)
    {
        Argument[] required = kind switch { "Dense" => [new("Units", 5)], "Reshape" => [new("Dims", 2, 3)], _ => [] };
        var arguments = required.Where(own => own.Name != argument?.Name).Concat(argument is null ? [] : [argument]).ToArray();
        var network = ShapeFold.Run(Stack([6], [Of(kind, arguments)], Of("MeanSquaredError")));
        return network.IsValid ? network : null;
    }

    private static string Text(ShapedNetwork network) => string.Join('\n', Architecture.Lines(network));

    /// <summary>The graph of Predict, without the remarks where its values come from.</summary>
    private static string Predict(ShapedNetwork network) => Regex.Replace(GraphPrinter.Print(NetworkLowering.Predict(network)), "  ; .*", "");
}
