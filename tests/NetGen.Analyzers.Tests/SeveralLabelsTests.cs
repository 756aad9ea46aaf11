using NetGen.Testing;
using static NetGen.Analyzers.Tests.TrainingProgram;

namespace NetGen.Analyzers.Tests;

/// <summary>NG2006: several labels per sample, for a loss of one.</summary>
public sealed class SeveralLabelsTests
{
    private const string Distribution = "Input(5), Dense(4), ReLU, Dense(3), KLDivergence";

    [Theory]
    [InlineData("var data = Dataset.From(new float[10], {|NG2006:new float[] { 1, 0, 0, 1, 1, 0 }|}, 5); net.Fit(data, options);")]
    [InlineData("float[] targets = [1, 0, 0, 1, 0, 1]; var data = Dataset.From(new float[10], {|NG2006:targets|}, 5); net.Evaluate(data);")]
    [InlineData("net.Step(new float[5], {|NG2006:[1f, 0f, 1f]|}, new Adam());")]
    public Task Rows_of_several_ones_are_reported(string code) => Verify(code, Distribution);

    [Theory]
    [InlineData("var data = Dataset.From(new float[10], new float[] { 1, 0, 0, 0, 0.5f, 0.5f }, 5); net.Fit(data, options);")]
    [InlineData("var data = Dataset.From(new float[10], new float[6], 5); net.Fit(data, options);")]
    [InlineData("net.Step(new float[5], [0f, 0f, 1f], new Adam());")]
    public Task Distributions_and_unknown_targets_are_clean(string code) => Verify(code, Distribution);

    [Fact]
    public Task Loss_of_independent_labels_is_clean() => Verify("net.Step(new float[5], [1f, 0f, 1f], new Adam());", "Input(5), Dense(4), ReLU, Dense(3), BinaryCrossEntropy");
}
