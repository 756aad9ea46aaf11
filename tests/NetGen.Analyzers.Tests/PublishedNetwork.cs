using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>A file under <c>Published</c>: what it says of itself, and what the review says of it.</summary>
internal sealed record PublishedNetwork
{
    private const string LayerShape = "NG9001";

    /// <summary>Faults that its first lines name, found or not.</summary>
    public required int Faults { get; init; }

    /// <summary>Faults that no rule looks for.</summary>
    public required int Missed { get; init; }

    /// <summary>Faults that a rule should have found.</summary>
    public required IReadOnlyList<string> Unfound { get; init; }

    /// <summary>Errors and warnings that belong to nothing that the first lines say.</summary>
    public required IReadOnlyList<string> FalseAlarms { get; init; }

    /// <summary>Errors and warnings that belong to a fault.</summary>
    public required int Right { get; init; }

    /// <summary>Errors and warnings that belong to no published fault, and are true all the same.</summary>
    public required int Further { get; init; }

    /// <summary>All errors and warnings.</summary>
    public required string Reported { get; init; }

    public static async Task<PublishedNetwork> ReadAsync(string file)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(RepositoryPath.Root, file));
        var found = (await AnalyzerTest.DiagnosticsAsync(TestCompilation.Create(text))).Where(diagnostic => diagnostic.Id != LayerShape).ToArray();
        var alarms = found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToArray();
        string[] lines = [.. text.Split('\n').TakeWhile(line => line.StartsWith("// ", StringComparison.Ordinal))];
        string[] faults = [.. lines.Where(line => line.StartsWith("// Fault ", StringComparison.Ordinal))];
        int missed = lines.Count(line => line.StartsWith("// Missed: ", StringComparison.Ordinal));
        string[] expected = [.. faults.SelectMany(Ids)], also = [.. lines.Where(line => line.StartsWith("// Also ", StringComparison.Ordinal)).SelectMany(Ids)];
        return new PublishedNetwork
        {
            Faults = faults.Length + missed,
            Missed = missed,
            Unfound = [.. faults.Where(fault => !Ids(fault).Any(id => found.Any(diagnostic => diagnostic.Id == id)))],
            FalseAlarms = [.. alarms.Where(diagnostic => !expected.Contains(diagnostic.Id) && !also.Contains(diagnostic.Id)).Select(diagnostic => diagnostic.ToString())],
            Right = alarms.Count(diagnostic => expected.Contains(diagnostic.Id)),
            Further = alarms.Count(diagnostic => !expected.Contains(diagnostic.Id) && also.Contains(diagnostic.Id)),
            Reported = string.Join("; ", alarms.Select(diagnostic => diagnostic.ToString())),
        };
    }

    /// <summary>The rules of a line, any of which finds the fault.</summary>
    private static string[] Ids(string line) => line.Split(' ')[2].TrimEnd(':').Split('|');
}
