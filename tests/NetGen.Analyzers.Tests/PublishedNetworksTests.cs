using Microsoft.CodeAnalysis;
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

    // The numbers of docs/diagnostics/README.md.
    [Theory]
    [InlineData("NeuraLint", "51 networks: 36 of 55 faults found by 0 errors and warnings, 0 further ones, 0 false alarms")]
    [InlineData("DeepChecker", "29 networks: 15 of 27 faults found by 0 errors and warnings, 0 further ones, 0 false alarms")]
    public async Task Recall_is_as_documented(string set, string expected)
    {
        var networks = new List<PublishedNetwork>();
        foreach (var file in Files(set))
        {
            networks.Add(await PublishedNetwork.ReadAsync(file));
        }

        int faults = networks.Sum(network => network.Faults), missed = networks.Sum(network => network.Missed + network.Unfound.Count), alarms = networks.Sum(network => network.FalseAlarms.Count);
        Assert.Equal(expected, $"{networks.Count} networks: {faults - missed} of {faults} faults found by {networks.Sum(network => network.Right)} errors and warnings, {networks.Sum(network => network.Further)} further ones, {alarms} false alarms");
    }

    private static IEnumerable<string> Files(string set) => Directory.GetFiles(Path.Combine(RepositoryPath.Root, "tests", "NetGen.Analyzers.Tests", "Published", set), "*.cs")
        .Select(file => Path.GetRelativePath(RepositoryPath.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
