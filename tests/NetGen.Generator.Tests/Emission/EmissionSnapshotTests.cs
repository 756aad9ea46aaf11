using NetGen.Testing;

namespace NetGen.Generator.Tests.Emission;

/// <summary>The emitted text itself, accepted by eye.</summary>
public sealed class EmissionSnapshotTests
{
    private const string Small = """
        namespace Samples;
        using NetGen;

        [Network, Input(20)]
        [Dense(40, Name = "hidden"), ReLU, Dropout(0.5)]
        [Dense(3), SoftmaxCrossEntropy]
        public partial class Small;
        """;

    [Fact]
    public void Surface_is_as_accepted() => Snapshot.Verify(GeneratorHarness.Verify(Small).Files["Samples.Small.g.cs"], "cs");

    [Fact]
    public void Kernels_are_as_accepted() => Snapshot.Verify(GeneratorHarness.Run(Small).Files["Samples.Small.Avx512.g.cs"], "cs");

    [Fact]
    public void Surface_of_a_broken_network_is_as_accepted() => Snapshot.Verify(
        GeneratorHarness.Verify(Small.Replace("40, Name", "0, Name", StringComparison.Ordinal)).Files["Samples.Small.g.cs"], "cs");
}
