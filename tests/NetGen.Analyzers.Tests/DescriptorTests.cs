using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class DescriptorTests
{
    private static string Pages => Path.Combine(RepositoryPath.Root, "docs", "diagnostics");

    public static TheoryData<string> Ids => [.. All.Select(descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticDescriptor> All =>
        AnalyzerTest.Analyzers.SelectMany(IEnumerable<DiagnosticDescriptor> (analyzer) => analyzer.SupportedDiagnostics);

    [Fact]
    public void Every_id_belongs_to_one_analyzer() =>
        Assert.Equal(All.Count(), All.Select(descriptor => descriptor.Id).Distinct().Count());

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
        var descriptor = Descriptor(id);
        var page = File.ReadAllText(Path.Combine(Pages, id + ".md"));

        Assert.Contains($"Severity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}.", page, StringComparison.Ordinal);
        Assert.Equal(
            descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable),
            !page.Contains($"dotnet_diagnostic.{id}.severity", StringComparison.Ordinal));
    }

    private static DiagnosticDescriptor Descriptor(string id) => All.Single(descriptor => descriptor.Id == id);
}
