using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class DescriptorTests
{
    private static string Pages => Path.Combine(RepositoryPath.Root, "docs", "diagnostics");

    public static TheoryData<string> Ids => [.. All.Select(descriptor => descriptor.Id).Distinct()];

    private static IEnumerable<DiagnosticDescriptor> All =>
        AnalyzerTest.Analyzers.SelectMany(IEnumerable<DiagnosticDescriptor> (analyzer) => analyzer.SupportedDiagnostics);

    [Fact]
    public void Every_id_belongs_to_one_analyzer() =>
        Assert.Empty(AnalyzerTest.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics.Select(descriptor => descriptor.Id).Distinct()).GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_its_page_and_a_row_in_the_index(string id)
    {
        Assert.EndsWith("/docs/diagnostics/" + id + ".md", Descriptor(id).HelpLinkUri, StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        Assert.StartsWith("# " + id + ": ", page, StringComparison.Ordinal);
        foreach (var section in new[] { "## Why", "## Example", "## What to do", "## Where the rule comes from" })
        {
            Assert.Contains(section, page, StringComparison.Ordinal);
        }

        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(Path.Combine(Pages, "README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_states_the_severity_and_whether_it_can_be_changed(string id)
    {
        // NG5005 is an error of declarations and a warning of calls.
        var descriptors = All.Where(descriptor => descriptor.Id == id).ToList();
        var page = File.ReadAllText(Path.Combine(Pages, id + ".md"));

        Assert.All(descriptors, descriptor => Assert.Contains($"Severity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}.", page, StringComparison.Ordinal));
        Assert.Equal(
            descriptors.TrueForAll(descriptor => descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)),
            !page.Contains($"dotnet_diagnostic.{id}.severity", StringComparison.Ordinal));
    }

    private static DiagnosticDescriptor Descriptor(string id) => All.First(descriptor => descriptor.Id == id);
}
