using System.Security.Cryptography;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>Weights that are to be part of the program, against what the build says of its files.</summary>
public sealed class WeightsAnalyzerTests
{
    /// <summary>The manifest of small.netgen, written by a network Input(4), Dense(3), SoftmaxCrossEntropy.</summary>
    internal static string OfThreeUnits => Manifest("small.netgen", Info.Hash);

    private const string Path = "/project/obj/small.netgen.manifest";

    [Fact]
    public async Task Weights_of_this_network_are_fine() => await Verify("""Weights("small.netgen")""", Manifest("small.netgen", Info.Hash));

    [Fact]
    public async Task Missing_file_is_reported_at_the_attribute() => await Verify("""{|NG0014:Weights("small.netgen")|}""");

    [Fact]
    public async Task Missing_file_comes_with_those_that_there_are()
    {
        var found = await Verify("""{|NG0014:Weights("smal.netgen")|}""", Manifest("small.netgen", Info.Hash));

        Assert.Contains("which has small.netgen", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_of_another_network_are_reported_with_its_name()
    {
        var found = await Verify("""{|NG0015:Weights("small.netgen")|}""", Manifest("small.netgen", new string('0', 64)));

        Assert.Contains("were written by Writer, whose layers are not those of Net", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_of_another_version_are_reported()
    {
        var found = await Verify("""{|NG0016:Weights("small.netgen")|}""", "file small.netgen\nformat 999\n");

        Assert.Contains("its format is 999, and that of this NetGen is 1", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_weights_are_reported_with_the_reason()
    {
        var found = await Verify("""{|NG0016:Weights("small.netgen")|}""", "file small.netgen\ndamaged it is not a file of compiled weights\n");

        Assert.Contains("it is not a file of compiled weights", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_on_another_part_of_the_class_are_found() => await AnalyzerTest.VerifyAsync($$"""
        using NetGen;

        [Network, Input(4)]
        {{Info.Layers}}
        public partial class Net;

        [{|NG0014:Weights("small.netgen")|}]
        public partial class Net;
        """, texts: []);

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string attribute, params string[] manifests) => AnalyzerTest.VerifyAsync($$"""
        using NetGen;

        [Network(Inference = true), Input(4), {{attribute}}]
        {{Info.Layers}}
        public partial class Net;
        """, [.. manifests.Select(manifest => (Path, manifest))]);

    private static string Manifest(string file, string hash) => $"file {file}\nformat 1\nhash {hash}\nnetwork Writer\nversion 0.1.0\n";

    /// <summary>The network of these tests, with the hash as its class has it at run time.</summary>
    private static class Info
    {
        public const string Layers = "[Dense(3), SoftmaxCrossEntropy]";

        public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData("netgen 1\nprecision Single\ninput 4\nDense(3) 4 -> 3 (dense1.weight, dense1.bias)\noutput Softmax\n"u8));
    }
}
