using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.Tokens;

/// <summary>A causal network answers at a position from what stands up to there.</summary>
public sealed class CausalityTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(69)]
    public void Token_changes_no_answer_before_it_by_a_single_bit(int position)
    {
        const int Length = 70, Classes = 3;
        var net = new CausalPanelsNet(1);
        var random = new Random(position);
        var tokens = Enumerable.Range(0, Length).Select(_ => random.Next(7)).ToArray();
        var (before, after) = (new float[Length * Classes], new float[Length * Classes]);

        net.Predict(tokens, before);
        tokens[position] = (tokens[position] + 1) % 7;
        net.Predict(tokens, after);

        Assert.Equal(before[..(position * Classes)], after[..(position * Classes)]);
        Assert.NotEqual(before[(position * Classes)..], after[(position * Classes)..]);
    }
}
