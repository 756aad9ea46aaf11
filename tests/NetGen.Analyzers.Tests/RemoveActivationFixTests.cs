using NetGen.CodeFixes;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class RemoveActivationFixTests
{
    [Theory]
    [InlineData("[Dense(10), Softmax, SoftmaxCrossEntropy]", "[Dense(10), SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10), Softmax]\n[SoftmaxCrossEntropy]", "[Dense(10)]\n[SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10)]\n[Softmax, SoftmaxCrossEntropy]", "[Dense(10)]\n[SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10)]\n[Softmax]\n[SoftmaxCrossEntropy]", "[Dense(10)]\n[SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10)]\n// probabilities\n[Softmax]\n[SoftmaxCrossEntropy]", "[Dense(10)]\n// probabilities\n[SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10)] [Softmax] [SoftmaxCrossEntropy]", "[Dense(10)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10)] [Softmax]\n[SoftmaxCrossEntropy]", "[Dense(10)]\n[SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10)]\n[Softmax] // why\n[SoftmaxCrossEntropy]", "[Dense(10)]\n// why\n[SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10), // the logits\n Softmax,\n SoftmaxCrossEntropy]", "[Dense(10), // the logits\n SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10),\n Softmax,\n SoftmaxCrossEntropy]", "[Dense(10),\n SoftmaxCrossEntropy]")]
    [InlineData("[Dense(1), Sigmoid, BinaryCrossEntropy]", "[Dense(1), BinaryCrossEntropy]")]
    public Task Activation_goes_with_its_comma_and_comments_stay(string before, string after) =>
        CodeFixTest.VerifyAsync<RemoveActivationFix>(Network(before), Network(after));

    [Fact]
    public Task All_networks_of_a_file_are_fixed_at_once() => CodeFixTest.VerifyAllAsync<RemoveActivationFix>(
        Network("[Dense(10), Softmax, SoftmaxCrossEntropy]") + "\n[Network, Input(3)]\n[Dense(2), ReLU]\n[Dense(1)]\n[Sigmoid]\n[BinaryCrossEntropy] partial class Other;",
        Network("[Dense(10), SoftmaxCrossEntropy]") + "\n[Network, Input(3)]\n[Dense(2), ReLU]\n[Dense(1)]\n[BinaryCrossEntropy] partial class Other;");

    private static string Network(string stack) => $"using NetGen;\n\n[Network, Input(16)]\n{stack}\npublic partial class Net;";
}
