using Microsoft.CodeAnalysis;
using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.TrainingProgram;

namespace NetGen.Analyzers.Tests;

/// <summary>NG4001, NG4002, NG4003, NG4005: numbers of optimizers, schedules and options.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("var adam = new Adam({|NG4001:0.2|});")]
    [InlineData("var adam = new AdamW(learningRate: {|NG4001:3|}, weightDecay: 0);")]
    [InlineData("const double rate = 10; var sgd = new Sgd({|NG4001:rate|}, momentum: 0.9);")]
    [InlineData("double rate = 1e-9; Optimizer sgd = new Sgd({|NG4001:rate|});")]
    [InlineData("Lion lion = new({|NG4001:0.02|});")]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new RmsProp({|NG4001:0.5|}), Seed = 1 });")]
    [InlineData("var adagrad = new Adagrad({|NG4001:2|});")]
    public Task Learning_rate_out_of_range_is_reported(string code) => Verify(code);

    [Theory]
    [InlineData("var adam = new Adam();")]
    [InlineData("var adam = new Adam(1e-2);")]
    [InlineData("var adam = new Adam(0.1);")]
    [InlineData("var rms = new RmsProp(0.1);")]
    [InlineData("var rate = 0.001; for (var i = 0; i < 3; i++) { var adam = new Adam(rate); rate++; }")]
    [InlineData("var sgd = new Sgd(1, momentum: 0.9, nesterov: true);")]
    [InlineData("var lion = new Lion(1e-4);")]
    [InlineData("var rate = 1.0; rate = options.Epochs; var adam = new Adam(rate);")]
    [InlineData("var adam = new Adam(options.Epochs);")]
    public Task Usual_or_unknown_learning_rate_is_clean(string code) => Verify(code);

    [Theory]
    [InlineData("var adam = new Adam(-1);")]
    [InlineData("var adam = new Adam(double.NaN);")]
    [InlineData("var sgd = new Sgd(double.PositiveInfinity);")]
    [InlineData("var sgd = new Sgd(double.NegativeInfinity);")]
    [InlineData("var adam = new Adam(epsilon: double.NegativeInfinity);")]
    [InlineData("var adam = new Adam(epsilon: -1);")]
    [InlineData("var adam = new Adam(epsilon: double.NaN);")]
    public Task What_the_constructor_refuses_is_left_to_it(string code) => Verify(code);

    [Fact]
    public async Task Message_says_why_and_where_to_begin()
    {
        var found = await Verify("var adam = new Adam({|NG4001:0.5|});");

        Assert.Equal(
            "The learning rate 0.5 is out of the range in which Adam works: it moves each weight by about the rate in each step, and weights start at about 1 / √inputs; begin with 0.001, its default",
            found[0].GetMessage(null));
    }

    [Theory]
    [InlineData("new FitOptions { Epochs = 100, Schedule = {|NG4002:Schedule.Exponential(0.5)|}, Seed = 1 }")]
    [InlineData("new FitOptions { Epochs = 30, Schedule = {|NG4002:Schedule.Step(2)|}, Seed = 1 }")]
    [InlineData("new FitOptions { Epochs = 10, Schedule = {|NG4002:Schedule.Step(10, 0.5)|}, Seed = 1 }")]
    [InlineData("new FitOptions { Epochs = 20, Schedule = {|NG4002:Schedule.MultiStep([10, 30])|}, Seed = 1 }")]
    [InlineData("new FitOptions { Epochs = 20, Schedule = {|NG4002:Schedule.OnPlateau(patience: 5)|}, EarlyStopping = new(patience: 3), Seed = 1 }")]
    [InlineData("options with { Epochs = 20, Schedule = {|NG4002:Schedule.MultiStep(new[] { 90 })|}.WithWarmup(3) }")]
    public Task Schedule_that_does_not_fit_is_reported(string written) => Verify($"net.Fit(set, {written});");

    [Theory]
    [InlineData("new FitOptions { Epochs = 100, Schedule = Schedule.Exponential(0.95), Seed = 1 }")]
    [InlineData("new FitOptions { Epochs = 100, Schedule = Schedule.Cosine(warmup: 0.1), Seed = 1 }")]
    [InlineData("new FitOptions { Epochs = 90, Schedule = Schedule.Step(30), Seed = 1 }")]
    [InlineData("new FitOptions { Epochs = 90, Schedule = Schedule.MultiStep([30, 60]), Seed = 1 }")]
    [InlineData("new FitOptions { Epochs = 90, Schedule = Schedule.OnPlateau(patience: 5), EarlyStopping = new(patience: 20), Seed = 1 }")]
    [InlineData("options with { Schedule = Schedule.Exponential(0.1) }")]
    public Task Schedule_that_fits_or_whose_epochs_are_unknown_is_clean(string written) => Verify($"net.Fit(set, {written});");

    [Theory]
    [InlineData("for (var epochs = 1; epochs <= 64; epochs++)")]
    [InlineData("for (var epochs = 1; epochs <= 64; ++epochs)")]
    [InlineData("for (var epochs = 1; epochs > 0; epochs--)")]
    [InlineData("for (var epochs = 1; epochs > 0; --epochs)")]
    [InlineData("for (var epochs = 1; epochs <= 64; (epochs)++)")]
    [InlineData("for (var epochs = 1; epochs <= 64; epochs *= 2)")]
    [InlineData("int a, b; var epochs = 1; (a, (epochs, b)) = (1, (2, 3));")]
    [InlineData("var epochs = 1; ref var alias = ref epochs; alias = 90;")]
    public Task Epochs_that_change_are_unknown(string head) =>
        Verify(head + " net.Fit(set, new FitOptions { Epochs = epochs, Schedule = Schedule.Step(30), Seed = 1 });");

    [Fact]
    public Task Epochs_of_a_member_of_the_same_name_are_another_thing() =>
        Verify("var Epochs = 10; net.Fit(set, new FitOptions { Epochs = Epochs, Schedule = {|NG4002:Schedule.Step(10)|}, Seed = 1 });");

    [Theory]
    [InlineData("net.Fit(set, {|NG4003:new FitOptions|} { Epochs = 2 });")]
    [InlineData("net.Fit(set, {|NG4003:new()|} { Epochs = 2 });")]
    [InlineData("var settings = {|NG4003:new FitOptions()|}; net.Fit(set, settings);")]
    [InlineData("net.Fit(set, new FitOptions { Seed = {|NG4003:(ulong)DateTime.Now.Ticks|} });")]
    [InlineData("var seed = (ulong)Random.Shared.NextInt64(); var second = new Net({|NG4003:seed|});")]
    [InlineData("var second = new Net(seed: {|NG4003:(ulong)new Random().Next()|});")]
    public Task Missing_or_unrepeatable_seed_is_reported(string code) => Verify(code, seeds: true);

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Epochs = 2, Seed = 1 });")]
    [InlineData("net.Fit(set, new FitOptions { Epochs = 2, Shuffle = false });")]
    [InlineData("net.Fit(set, options with { Epochs = 2 });")]
    [InlineData("var second = new Net(42); var third = new Net((ulong)new Random(7).Next());")]
    public Task Named_seed_is_clean(string code) => Verify(code, seeds: true);

    [Theory]
    [InlineData("var adam = new Adam(epsilon: {|NG4005:1e-20|});")]
    [InlineData("var adam = new Adam { Epsilon = {|NG4005:1e-15|} };")]
    [InlineData("var rms = new RmsProp(1e-3, epsilon: {|NG4005:1e-30|});")]
    public Task Vanishing_epsilon_of_an_optimizer_is_reported(string code) => Verify(code);

    [Theory]
    [InlineData("var adam = new Adam(epsilon: 1e-8);")]
    [InlineData("var adam = new Adagrad(epsilon: 1e-10);")]
    public Task Usual_epsilon_of_an_optimizer_is_clean(string code) => Verify(code);

    [Theory]
    [InlineData("Input(5), Dense(4), LayerNorm(Epsilon = {|NG4005:1e-15|}), ReLU, Dense(3), MeanSquaredError")]
    [InlineData("Input(5), Dense(4, Bias = false), BatchNorm(Epsilon = {|NG4005:1e-16|}), ReLU, Dense(3), MeanSquaredError")]
    [InlineData("Input(5), Dense(4), RMSNorm(Epsilon = 1e-8), ReLU, Dense(3), MeanSquaredError")]
    public Task Vanishing_epsilon_of_a_normalisation_is_reported(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);

    [Theory]
    [InlineData("var adam = new Adam(0.5);", "var adam = new Adam(0.001);")]
    [InlineData("var adam = new AdamW(learningRate: 3, weightDecay: 0);", "var adam = new AdamW(learningRate: 0.001, weightDecay: 0);")]
    [InlineData("var adam = new Adam(epsilon: 1e-20);", "var adam = new Adam(epsilon: 1e-8);")]
    public Task Fix_writes_the_default(string before, string after) => CodeFixTest.VerifyAsync<UseDefaultFix>(Program(before), Program(after));

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Epochs = 2 });", "net.Fit(set, new FitOptions { Epochs = 2, Seed = 0 });")]
    [InlineData("net.Fit(set, new() { Epochs = 2, });", "net.Fit(set, new() { Epochs = 2, Seed = 0, });")]
    [InlineData("net.Fit(set, new FitOptions());", "net.Fit(set, new FitOptions { Seed = 0 });")]
    [InlineData("net.Fit(set, new());", "net.Fit(set, new() { Seed = 0 });")]
    [InlineData("net.Fit(set, new()\n{\n    Epochs = 5 // five\n});", "net.Fit(set, new()\n{\n    Epochs = 5, // five\n    Seed = 0\n});")]
    [InlineData("net.Fit(set, new()\n{\n    Epochs = 5, // five\n});", "net.Fit(set, new()\n{\n    Epochs = 5, // five\n    Seed = 0,\n});")]
    [InlineData("net.Fit(set, new() { Epochs = 5 /* five */ });", "net.Fit(set, new() { Epochs = 5, /* five */ Seed = 0 });")]
    [InlineData("net.Fit(set,\nnew() { Epochs = 5 // five\n});", "net.Fit(set,\nnew() { Epochs = 5, // five\n        Seed = 0\n});")]
    public Task Fix_writes_the_seed(string before, string after) => CodeFixTest.VerifyAsync<AddSettingFix>(Program(before), Program(after), withGenerated: true);
}
