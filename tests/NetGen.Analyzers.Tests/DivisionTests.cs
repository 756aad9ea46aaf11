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
    public Task Training_set_as_judge_is_reported(string code) => Verify(code);

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Validation = other }); net.Evaluate(set);")]
    [InlineData("net.Fit(set, new FitOptions()); net.Evaluate(set); net.Evaluate(other);")]
    [InlineData("net.Fit(set, options); net.Evaluate(set);")]
    [InlineData("net.Evaluate(set);")]
    [InlineData("var second = new Net(2); second.Fit(set, new FitOptions()); net.Evaluate(set);")]
    public Task Another_set_is_clean(string code) => Verify(code);

    [Theory]
    [InlineData("var pixels = new float[100]; var scale = Normalization.Of({|NG4007:pixels|}); var (train, test) = Dataset.From(pixels, new int[20], 5).Split(0.8);")]
    [InlineData("var pixels = new float[100]; var all = Dataset.From(pixels, new int[20]); var folds = all.Shuffle(1).KFold(5); var scale = Normalization.PerChannel({|NG4007:pixels.AsSpan()|}, 5);")]
    public Task Statistics_of_what_is_divided_are_reported(string code) => Verify(code);

    [Theory]
    [InlineData("var pixels = new float[100]; var held = new float[20]; var scale = Normalization.Of(pixels); var (a, b) = Dataset.From(held, new int[4], 5).Split(0.5);")]
    [InlineData("var pixels = new float[100]; var scale = Normalization.Of(pixels); var train = Dataset.From(pixels, new int[20], 5);")]
    [InlineData("var (train, test) = set.Split(0.8);")]
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
