using Microsoft.CodeAnalysis;
using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.TrainingProgram;

namespace NetGen.Analyzers.Tests;

/// <summary>NG4004: recurrences that are trained without clipping.</summary>
public sealed class ClippingTests
{
    private const string Recurrent = "Input(6, 5), LSTM(4), Dense(3), SoftmaxCrossEntropy";

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = {|NG4004:new Adam(1e-3)|} });")]
    [InlineData("var adam = {|NG4004:new Adam()|}; net.Fit(set, new FitOptions { Optimizer = adam });")]
    [InlineData("net.Fit(set, {|NG4004:new FitOptions { Epochs = 3 }|});")]
    public Task Recurrence_without_clipping_is_reported(string code) => Verify(code, Recurrent);

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new Adam(1e-3) { ClipNorm = 1 } });")]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new Adam(1e-3) { ClipValue = 0.5 } });")]
    [InlineData("net.Fit(set, options);")]
    [InlineData("net.Fit(set, options with { Epochs = 3 });")]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = options.Optimizer });")]
    public Task Clipped_or_unknown_training_is_clean(string code) => Verify(code, Recurrent);

    [Theory]
    [InlineData("LSTM(4)", DiagnosticSeverity.Info)]
    [InlineData("GRU(4)", DiagnosticSeverity.Info)]
    [InlineData("RNN(4)", DiagnosticSeverity.Warning)]
    [InlineData("LSTM(4, ReturnSequences = true), RNN(4)", DiagnosticSeverity.Warning)]
    public async Task Plain_recurrence_is_warned_of_and_gates_are_a_hint(string recurrence, DiagnosticSeverity severity)
    {
        var found = await Verify("net.Fit(set, {|NG4004:new FitOptions { Seed = 3 }|});", $"Input(6, 5), {recurrence}, Dense(3), SoftmaxCrossEntropy");

        Assert.Equal(severity, Assert.Single(found, diagnostic => diagnostic.Id == "NG4004").Severity);
    }

    [Fact]
    public Task Network_without_recurrence_needs_no_clipping() => Verify("net.Fit(set, new FitOptions { Optimizer = new Adam(1e-3) });");

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new Adam(1e-3) });", "net.Fit(set, new FitOptions { Optimizer = new Adam(1e-3) { ClipNorm = 1 } });")]
    [InlineData("net.Fit(set, new FitOptions { Optimizer = new Adam { L1 = 0.1 } });", "net.Fit(set, new FitOptions { Optimizer = new Adam { L1 = 0.1, ClipNorm = 1 } });")]
    [InlineData("net.Fit(set, new FitOptions { Epochs = 3 });", "net.Fit(set, new FitOptions { Epochs = 3, Optimizer = new Adam(1e-3) { ClipNorm = 1 } });")]
    public Task Fix_clips_by_norm(string before, string after) => CodeFixTest.VerifyAsync<AddSettingFix>(
        Program(before.Replace("new FitOptions { ", "new FitOptions { Seed = 1, ", StringComparison.Ordinal), Recurrent), Program(after.Replace("new FitOptions { ", "new FitOptions { Seed = 1, ", StringComparison.Ordinal), Recurrent), withGenerated: true);
}
