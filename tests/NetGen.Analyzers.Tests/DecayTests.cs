using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.TrainingProgram;

namespace NetGen.Analyzers.Tests;

/// <summary>NG3009: L2 penalties on vectors.</summary>
public sealed class DecayTests
{
    private const string Normed = "Input(5), Dense(4, Bias = false), BatchNorm, ReLU, Dense(3), SoftmaxCrossEntropy";

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new Sgd(0.1, weightDecay: {|NG3009:5e-4|}) });")]
    [InlineData("var adam = new Adam { WeightDecay = {|NG3009:1e-4|} }; net.Fit(set, new FitOptions { Optimizer = adam });")]
    [InlineData("net.Fit(set, options with { Optimizer = new Sgd(0.1, weightDecay: {|NG3009:5e-4|}) });")]
    public Task Penalty_on_everything_is_reported(string code) => Verify(code, Normed);

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new Sgd(0.1) });")]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new Sgd(0.1, weightDecay: 0) });")]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new AdamW(1e-3, weightDecay: 0.1) });")]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new Sgd(0.1, weightDecay: 5e-4) { Groups = [new ParameterGroup(\"*bias*\") { WeightDecay = 0 }] } });")]
    [InlineData("var sgd = new Sgd(0.1, weightDecay: 5e-4);")]
    public Task No_penalty_decoupled_decay_and_groups_are_clean(string code) => Verify(code, Normed);

    [Fact]
    public Task Network_of_matrices_alone_is_clean() =>
        Verify("net.Fit(set, new FitOptions { Optimizer = new Sgd(0.1, weightDecay: 5e-4) });", "Input(5), Dense(4, Bias = false), ReLU, Dense(3, Bias = false), SoftmaxCrossEntropy");

    [Fact]
    public async Task Message_names_what_to_leave_out()
    {
        var found = await Verify("net.Fit(set, new FitOptions { Optimizer = new Sgd(0.1, weightDecay: {|NG3009:5e-4|}) });", Normed);

        Assert.Equal(
            "The penalty is on all parameters of 'Net', 3 vectors among them ('batchnorm1.weight' first) that it does nothing good for: leave them out by Groups with WeightDecay = 0 for *bias*, *batchnorm*",
            found.Single(diagnostic => diagnostic.Id == "NG3009").GetMessage(null));
    }

    [Fact]
    public Task Fix_adds_groups() => CodeFixTest.VerifyAsync<AddSettingFix>(
        Program("net.Fit(set, new FitOptions { Seed = 1, Optimizer = new Sgd(0.1, weightDecay: 5e-4) });", Normed),
        Program("net.Fit(set, new FitOptions { Seed = 1, Optimizer = new Sgd(0.1, weightDecay: 5e-4) { Groups = [new ParameterGroup(\"*bias*\") { WeightDecay = 0 }, new ParameterGroup(\"*batchnorm*\") { WeightDecay = 0 }] } });", Normed),
        withGenerated: true);
}
