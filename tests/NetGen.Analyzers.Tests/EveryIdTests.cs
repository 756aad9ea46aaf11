using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>Every id has an example in which it is reported, and one in which it is not.</summary>
public sealed class EveryIdTests
{
    /// <summary>The ids that NetGen promises.</summary>
    private static readonly IEnumerable<string> s_promised = Family(0, 16).Concat(Family(1, 11)).Concat(Family(2, 10)).Concat(Family(3, 9)).Concat(Family(4, 7)).Concat(Family(5, 6)).Concat(Family(6, 6)).Append("NG9001");

    public static TheoryData<string> Ids => [.. RuleExamples.All.Select(example => example.Id)];

    [Fact]
    public void Promised_ids_are_those_of_the_analyzers_and_of_the_examples()
    {
        Assert.Equal(s_promised, AnalyzerTest.Analyzers.SelectMany(IEnumerable<DiagnosticDescriptor> (analyzer) => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(s_promised, RuleExamples.All.Select(example => example.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Rule_is_reported_in_its_example(string id)
    {
        var example = Example(id);

        Assert.Contains(id, await FindAsync(example.Wrong, example));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Rule_is_silent_where_its_example_is_put_right(string id)
    {
        var example = Example(id);

        Assert.DoesNotContain(id, await FindAsync(example.Right, example));
    }

    private static async Task<IEnumerable<string>> FindAsync(string text, RuleExample example)
    {
        var compilation = example.IsProgram ? GeneratorHarness.Run(text).Output : TestCompilation.Create(text);
        return (await AnalyzerTest.DiagnosticsAsync(compilation, example.Project, example.Texts)).Select(diagnostic => diagnostic.Id);
    }

    private static RuleExample Example(string id) => RuleExamples.All.Single(example => example.Id == id);

    private static IEnumerable<string> Family(int family, int count) => Enumerable.Range(1, count).Select(number => FormattableString.Invariant($"NG{family}{number:000}"));
}
