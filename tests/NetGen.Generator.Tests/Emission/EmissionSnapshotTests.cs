using NetGen.Testing;

namespace NetGen.Generator.Tests.Emission;

/// <summary>The emitted text itself, accepted by eye.</summary>
public sealed class EmissionSnapshotTests
{
    private const string Small = """
        namespace Samples;
        using NetGen;

        [Network, Input(5)]
        [Dense(8, Name = "hidden"), ReLU]
        [Dense(3), SoftmaxCrossEntropy]
        public partial class Small;
        """;

    [Fact]
    public void Surface_is_as_accepted() => Snapshot.Verify(WithoutVersion(GeneratorHarness.Verify(Small).Files["Samples.Small.g.cs"]), "cs");

    [Fact]
    public void Kernels_are_as_accepted() => Snapshot.Verify(GeneratorHarness.Run(Small).Files["Samples.Small-avx512.g.cs"], "cs");

    [Fact]
    public void Surface_of_a_broken_network_is_as_accepted() => Snapshot.Verify(
        GeneratorHarness.Verify(Small.Replace("8, Name", "0, Name", StringComparison.Ordinal)).Files["Samples.Small.g.cs"], "cs");

    /// <summary>A release must not change the accepted texts.</summary>
    private static string WithoutVersion(string text) =>
        text.Replace(typeof(NetGen.Compiler.NetworkCompiler).Assembly.GetName().Version!.ToString(), "0.0.0.0", StringComparison.Ordinal);
}
