using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>
/// Faulty networks that others published, written anew as declarations under <c>Published</c>, and clean ones. The first lines of a file say what is wrong with it: <c>Fault</c> and the rule that finds it
/// (any of several), <c>Missed</c>, <c>Also</c> for what is true besides, <c>None</c>.
/// </summary>
public sealed class PublishedNetworksTests
{
    public static TheoryData<string> Faulty => [.. Files("NeuraLint").Concat(Files("DeepChecker"))];

    public static TheoryData<string> Clean => [.. Files("Clean")];

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Faults_are_found_and_nothing_else(string file)
    {
        var network = await PublishedNetwork.ReadAsync(file);

        Assert.True(network.Unfound.Count == 0, $"not found: {string.Join("; ", network.Unfound)}; found: {network.Reported}");
        Assert.True(network.FalseAlarms.Count == 0, $"false alarms: {string.Join("; ", network.FalseAlarms)}");
    }

    [Theory]
    [MemberData(nameof(Clean))]
    public async Task Clean_networks_are_left_alone(string file) => Assert.Equal("", (await PublishedNetwork.ReadAsync(file)).Reported);

    [Fact]
    public void Clean_networks_are_fifty_or_more() =>
        Assert.InRange(Files("Clean").Sum(file => File.ReadAllText(Path.Combine(RepositoryPath.Root, file)).Split("[Network").Length - 1), 50, 100);

    [Theory]
    [InlineData("NeuraLint")]
    [InlineData("DeepChecker")]
    public async Task Recall_is_as_documented(string set)
    {
        var networks = new List<PublishedNetwork>();
        foreach (var file in Files(set))
        {
            networks.Add(await PublishedNetwork.ReadAsync(file));
        }

        int faults = networks.Sum(network => network.Faults), found = faults - networks.Sum(network => network.Missed + network.Unfound.Count);
        string row = FormattableString.Invariant(
            $"| {networks.Count} | {faults} | {found} ({100.0 * found / faults:F0} %) | {networks.Sum(network => network.Right)} | {networks.Sum(network => network.Further)} | {networks.Sum(network => network.FalseAlarms.Count)} |");
        Assert.Contains(row, await File.ReadAllTextAsync(Path.Combine(RepositoryPath.Root, "docs", "diagnostics", "README.md")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(string set) => Directory.GetFiles(Path.Combine(RepositoryPath.Root, "tests", "NetGen.Analyzers.Tests", "Published", set), "*.cs")
        .Select(file => Path.GetRelativePath(RepositoryPath.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
