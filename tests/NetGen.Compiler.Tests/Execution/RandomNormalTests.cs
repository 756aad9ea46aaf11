using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>Normal numbers inside a network, seen through a network that adds them to its inputs.</summary>
public sealed class RandomNormalTests
{
    private const int Features = 33;
    private const int Batch = 300;

    private static readonly CompiledNetwork<float> Compiled = CompiledNetwork<float>.Of(new GraphNetwork(
        [new Shape(Features)], [], graph => graph.Map(Scalar.Variable(0) + Scalar.Variable(1), graph.Input(new Shape(Features)), graph.RandomNormal(new Shape(Features), stream: 3))).Plan());

    [Fact]
    public void Numbers_are_standard_normal()
    {
        Compiled.Use(InstructionSets.All[0]);
        var numbers = Compiled.Core.Predict(new float[Batch * Features]);

        Assert.Equal(0, numbers.Average(), 0.05);
        Assert.Equal(1, numbers.Average(number => number * number), 0.05);
        Assert.Equal(numbers.Length, numbers.Distinct().Count(), numbers.Length * 0.01);
    }

    [Fact]
    public void Every_instruction_set_draws_the_same_numbers()
    {
        var all = InstructionSets.All.Select(set =>
        {
            Compiled.Use(set);
            return Compiled.Core.Predict(new float[Batch * Features]);
        }).ToList();

        Assert.All(all, numbers => Assert.Equal(all[0], numbers));
    }
}
