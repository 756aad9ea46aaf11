using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Model;
using NetGen.Compiler.Tests.Networks;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Memory;

/// <summary>Attention keeps no weights of keys by queries.</summary>
public sealed class AttentionMemoryTests
{
    [Theory]
    [InlineData("train")]
    [InlineData("predict")]
    public void Memory_grows_with_the_length_of_the_sequence_and_not_with_its_square(string program)
    {
        var (shorter, longer) = (Plan(128).BytesPerSample(program), Plan(1024).BytesPerSample(program));

        Assert.True(shorter > 0);
        Assert.InRange(longer, shorter, 8.1 * shorter);
    }

    [Fact]
    public void Gradients_of_queries_keys_and_values_are_one_kernel()
    {
        var kernels = Plan(128).Programs.Single(program => program.Name == "train").Schedule.Kernels.ToList();

        Assert.Single(kernels.OfType<AttentionKernel>());
        Assert.DoesNotContain(Assert.Single(kernels.OfType<AttentionGradientKernel>()).Targets, target => target is null);
        Assert.DoesNotContain(kernels, kernel => kernel is TransposeKernel or ProductKernel or RelayoutKernel);
    }

    private static NetworkPlan Plan(int length) => Planner.Plan(Shaped(Stack(
        [length, 64], [Of("SelfAttention", new Argument("Heads", 2), new Argument("Causal", 1)), Dense(3)], Of("SoftmaxCrossEntropy"))));
}
