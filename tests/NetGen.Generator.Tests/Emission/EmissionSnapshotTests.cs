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

    [Fact]
    public void Surface_of_a_network_that_only_answers_is_as_accepted() => Snapshot.Verify(
        WithoutVersion(GeneratorHarness.Verify(Small.Replace("[Network,", "[Network(Inference = true), Weights(\"small.netgen\"),", StringComparison.Ordinal)).Files["Samples.Small.g.cs"]), "cs");

    [Fact]
    public void Network_that_only_answers_has_a_file_for_its_surface_and_one_per_instruction_set() => Assert.Equal(
        ["Samples.Small-avx2.g.cs", "Samples.Small-avx512.g.cs", "Samples.Small-vector128.g.cs", "Samples.Small.g.cs"],
        GeneratorHarness.Run(Small.Replace("[Network,", "[Network(Inference = true),", StringComparison.Ordinal)).Files.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    public void Build_property_makes_all_networks_of_a_project_only_answer(string value, bool answers)
    {
        var harness = GeneratorHarness.RunWithProperty(NetworkGenerator.InferenceProperty, value, Small);

        harness.CompilesWithoutWarnings();
        Assert.Equal(answers, !harness.Files["Samples.Small.g.cs"].Contains("float Step(", StringComparison.Ordinal));
    }

    /// <summary>A release must not change the accepted texts.</summary>
    private static string WithoutVersion(string text) =>
        text.Replace(typeof(NetGen.Compiler.NetworkCompiler).Assembly.GetName().Version!.ToString(), "0.0.0.0", StringComparison.Ordinal);
}
