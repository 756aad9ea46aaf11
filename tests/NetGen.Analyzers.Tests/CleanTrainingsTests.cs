using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>Trainings as people write them, with nothing wrong: no rule gives an error or a warning.</summary>
public sealed class CleanTrainingsTests
{
    [Theory]
    // A unit test: training makes the loss smaller.
    [InlineData("var net = new Net(1); var before = net.Evaluate(set); net.Fit(set, new FitOptions { Epochs = 5, Seed = 1 }); if (net.Evaluate(set).Loss >= before.Loss) throw new Exception();")]
    // A unit test: a few samples are learned by heart.
    [InlineData("var few = Dataset.From(new[] { 1f, 0f, 0f, 0f, 0f, 0f, 1f, 0f, 0f, 0f }, new[] { 0, 1 }, 5); var net = new Net(1); net.Fit(few, new FitOptions { Epochs = 100, Optimizer = new Adam(0.1), Seed = 1 }); if (net.Evaluate(few).Accuracy < 1) throw new Exception();")]
    // A unit test: two trainings with one seed are the same.
    [InlineData("var (a, b) = (new Net(1), new Net(1)); var options = new FitOptions { Epochs = 2, Seed = 1 }; a.Fit(set, options); b.Fit(set, options); if (a.Evaluate(set).Loss != b.Evaluate(set).Loss) throw new Exception();")]
    // A loop over learning rates.
    [InlineData("var (train, held) = set.Split(0.8, seed: 1); foreach (var rate in new[] { 1e-4, 1e-3, 1e-2 }) { var net = new Net(1); net.Fit(train, new FitOptions { Optimizer = new Adam(rate), Seed = 1 }); Console.WriteLine(net.Evaluate(held)); }")]
    [InlineData("for (var rate = 1.0; rate > 1e-9; rate /= 10) { var net = new Net(1); net.Fit(set, new FitOptions { Optimizer = new Sgd(rate), Validation = other, Seed = 1 }); }")]
    // A loop over numbers of epochs.
    [InlineData("for (var epochs = 1; epochs <= 64; epochs++) { var net = new Net(1); net.Fit(set, new FitOptions { Epochs = epochs, Schedule = Schedule.Step(30), Seed = 1 }); Console.WriteLine(net.Evaluate(other)); }")]
    // Options from variables, and copies of them.
    [InlineData("var epochs = args.Length > 0 ? int.Parse(args[0]) : 30; var schedule = Schedule.Cosine(warmup: 0.1); var options = new FitOptions { Epochs = epochs, Schedule = schedule, Seed = 1 }; var net = new Net(1); net.Fit(set, options); net.Fit(set, options with { Epochs = 3, Optimizer = new Sgd(0.01) }); Console.WriteLine(net.Evaluate(other));")]
    // Early stopping on a part that was held back.
    [InlineData("var (train, held) = set.Split(0.9, seed: 1, stratified: true); var net = new Net(1); net.Fit(train, new FitOptions { Epochs = 200, Validation = held, EarlyStopping = new(patience: 20), Schedule = Schedule.OnPlateau(patience: 5), Seed = 1 }); Console.WriteLine(net.Evaluate(train)); Console.WriteLine(net.Evaluate(other));")]
    // Cross-validation.
    [InlineData("foreach (var (train, held) in set.Shuffle(1).KFold(5)) { var net = new Net(1); net.Fit(train, new FitOptions { Epochs = 10, Seed = 1 }); Console.WriteLine(net.Evaluate(held)); }")]
    // Several networks.
    [InlineData("var net = new Net(1); var recurrent = new Recurrent(1); net.Fit(set, new FitOptions { Epochs = 3, Seed = 1 }); recurrent.Fit(set, new FitOptions { Epochs = 3, Seed = 1 }); Console.WriteLine(net.Evaluate(other).Accuracy < recurrent.Evaluate(other).Accuracy);")]
    // One variable for one set after the other.
    [InlineData("var samples = set; var net = new Net(1); net.Fit(samples, new FitOptions { Epochs = 3, Seed = 1 }); samples = other; Console.WriteLine(net.Evaluate(samples));")]
    // Steps by hand.
    [InlineData("var net = new Net(1); var optimizer = new AdamW(1e-3, weightDecay: 0.01); for (var step = 0; step < 100; step++) { var loss = net.Step(new float[10], new[] { 0, 1 }, optimizer); if (step % 10 == 0) Console.WriteLine(loss); }")]
    // Bytes that are scaled by the training part.
    [InlineData("var pixels = new byte[100]; var x = pixels.Select(pixel => pixel / 255f).ToArray(); var (train, test) = Dataset.From(x, new int[20], 5).Split(0.8, seed: 1); var net = new Net(1); net.Fit(train, new FitOptions { Epochs = 3, Seed = 1 }); Console.WriteLine(net.Evaluate(test));")]
    public async Task Training_is_clean(string code)
    {
        var harness = GeneratorHarness.Run($$"""
            using System;
            using System.Linq;
            using NetGen;
            [Network, Input(5), Dense(4), ReLU, Dense(3), SoftmaxCrossEntropy]
            public partial class Net;

            [Network, Input(5), Reshape(5, 1), LSTM(4), Dense(3), SoftmaxCrossEntropy]
            public partial class Recurrent;

            public static class Program
            {
                public static void Run(Dataset<float, int> set, Dataset<float, int> other, string[] args) { {{code}} }
            }
            """);
        harness.CompilesWithoutWarnings();

        var found = await AnalyzerTest.DiagnosticsAsync(harness.Output);

        Assert.Empty(found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
    }
}
