using Microsoft.CodeAnalysis;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.TrainingProgram;

namespace NetGen.Analyzers.Tests;

/// <summary>NG4006, NG4007: sets that are used for what they are no good for.</summary>
public sealed class DivisionTests
{
    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Validation = {|NG4006:set|} });")]
    [InlineData("net.Fit(set, options with { Validation = {|NG4006:set|} });")]
    [InlineData("net.Fit(set, new FitOptions { Epochs = 3 }); Console.WriteLine(net.Evaluate({|NG4006:set|}));")]
    [InlineData("var (train, test) = set.Split(0.8); net.Fit(train, new FitOptions()); net.Evaluate({|NG4006:train|});")]
    [InlineData("net.Fit(set, new FitOptions()); var second = new Net(2); second.Predict(new float[5]); net.Evaluate({|NG4006:set|});")]
    public Task Training_set_as_judge_is_reported(string code) => Verify(code);

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Validation = other }); net.Evaluate(set);")]
    [InlineData("net.Fit(set, new FitOptions()); net.Evaluate(set); net.Evaluate(other);")]
    [InlineData("net.Fit(set, options); net.Evaluate(set);")]
    [InlineData("net.Evaluate(set);")]
    [InlineData("var second = new Net(2); second.Fit(set, new FitOptions()); net.Evaluate(set);")]
    [InlineData("var before = net.Evaluate(set); net.Fit(set, new FitOptions()); Console.WriteLine(net.Evaluate(set).Loss < before.Loss);")]
    [InlineData("var samples = set; net.Fit(samples, new FitOptions()); samples = other; net.Evaluate(samples);")]
    [InlineData("net.Fit(set, new FitOptions()); net = new Net(3); net.Evaluate(set);")]
    [InlineData("net.Fit(set, new FitOptions()); net.Evaluate(set); Console.WriteLine(net.Predict(new float[5])[0]);")]
    [InlineData("net.Evaluate(set); net.Fit(set, new FitOptions());")]
    [InlineData("var few = Dataset.From(new[] { 1f, 2f, 3f, 4f, 5f }, new[] { 1 }, 5); net.Fit(few, new FitOptions { Validation = few }); net.Evaluate(few);")]
    [InlineData("float[] x = [1, 2, 3, 4, 5]; var few = Dataset.From(x, new[] { 1 }, 5); net.Fit(few, new FitOptions()); net.Evaluate(few);")]
    [InlineData("float[] x = { 1, 2, 3, 4, 5 }; var few = Dataset.From(x, new[] { 1 }, 5); net.Fit(few, new FitOptions()); net.Evaluate(few);")]
    public Task Another_set_is_clean(string code) => Verify(code);

    [Fact]
    public async Task Validation_is_a_warning_and_a_measurement_a_hint()
    {
        var found = await Verify("net.Fit(set, new FitOptions { Validation = {|NG4006:set|} }); var second = new Net(2); second.Fit(other, new FitOptions()); second.Evaluate({|NG4006:other|});");

        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Info], found.Where(diagnostic => diagnostic.Id == "NG4006").OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => diagnostic.Severity));
    }

    [Theory]
    [InlineData("var pixels = new float[100]; var scale = Normalization.Of({|NG4007:pixels|}); var (train, test) = Dataset.From(pixels, new int[20], 5).Split(0.8);")]
    [InlineData("var pixels = new float[100]; var all = Dataset.From(pixels, new int[20]); var folds = all.Shuffle(1).KFold(5); var scale = Normalization.PerChannel({|NG4007:pixels.AsSpan()|}, 5);")]
    public Task Statistics_of_what_is_divided_are_reported(string code) => Verify(code);

    [Theory]
    [InlineData("var pixels = new float[100]; var held = new float[20]; var scale = Normalization.Of(pixels); var (a, b) = Dataset.From(held, new int[4], 5).Split(0.5);")]
    [InlineData("var pixels = new float[100]; var scale = Normalization.Of(pixels); var train = Dataset.From(pixels, new int[20], 5);")]
    [InlineData("var (train, test) = set.Split(0.8);")]
    [InlineData("var pixels = new float[100]; var scale = Normalization.Of(pixels); pixels = new float[50]; var (a, b) = Dataset.From(pixels, new int[10], 5).Split(0.5);")]
    public Task Statistics_of_one_part_are_clean(string code) => Verify(code);

    [Fact]
    public Task Encoder_of_the_whole_table_is_reported() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        namespace NetGen
        {
            public sealed class CsvTable { public (CsvTable, CsvTable) Split(double fraction) => (this, this); }
            public sealed class TableEncoder { public static TableEncoder Fit(CsvTable table) => new(); public Dataset<float, int> Labels(CsvTable table) => null!; }
        }

        public static class Program
        {
            public static void Wrong(CsvTable table)
            {
                var encoder = TableEncoder.Fit({|NG4007:table|});
                var (train, test) = table.Split(0.8);
            }

            public static void WrongToo(CsvTable table)
            {
                var encoder = TableEncoder.Fit({|NG4007:table|});
                var (train, test) = encoder.Labels(table).Split(0.8);
            }

            public static void Right(CsvTable table)
            {
                var (train, test) = table.Split(0.8);
                var encoder = TableEncoder.Fit(train);
                var set = encoder.Labels(test);
            }
        }
        """);
}
