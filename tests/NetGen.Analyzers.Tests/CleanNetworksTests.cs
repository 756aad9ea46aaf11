using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>No rule speaks on the networks of the samples, nor on what the samples do with them.</summary>
public sealed class CleanNetworksTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly string[] s_packages = ["NetGen.Data.dll", "NetGen.Console.dll"];

    public static TheoryData<string> Samples => [.. Directory.GetDirectories(Path.Combine(RepositoryPath.Root, "samples")).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_is_clean(string sample)
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(RepositoryPath.Root, "samples", sample), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")).Order(StringComparer.Ordinal)];
        var compilation = GeneratorHarness.Run([Usings, .. files.Select(File.ReadAllText)]).Output
            .AddReferences(s_packages.Select(package => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, package))));

        var found = await AnalyzerTest.DiagnosticsAsync(compilation);

        Assert.Empty(found.Where(diagnostic => diagnostic.Id != "NG9001").Select(diagnostic => diagnostic.ToString()));
    }
}
