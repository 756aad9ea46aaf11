using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Generator.Tests;

public sealed class NetworkGeneratorTests
{
    private const string DigitNet = """
        namespace Samples;
        using NetGen;

        /// <summary>Reads digits.</summary>
        [Network, Input(1, 28, 28)]
        [Flatten, Dropout(0.25)]
        [Dense(64, Name = "fc1"), ReLU]
        [Dense(10), SoftmaxCrossEntropy]
        public partial class DigitNet;
        """;

    [Fact]
    public void Stack_compiles_is_incremental_and_leaks_nothing() => GeneratorHarness.Verify(DigitNet);

    private const string Graph = """
        using System;
        using NetGen;
        using static NetGen.Ops;
        using static NetGen.Hole;

        [Network, Input(8), MeanSquaredError]
        public partial class Net
        {
            [Dense(8), ReLU] Layer stem;
            [Residual<Part>(8), Apply(nameof(Swish))] Layer body;
            [Parameter(8, 8)] Tensor w;

            Tensor Forward(Tensor x)
            {
                var h = stem(x);
                for (var i = 0; i < 2; i++) h = body(h) + MatMul(h, w);
                return h;
            }

            [Elementwise] static float Swish(float x) => x / (1 + MathF.Exp(-x));
        }

        [Block]
        public partial class Part
        {
            [Dense(2 * A), Dense(A)] Layer inner;
            Tensor Forward(Tensor x) => x + inner(x);
        }
        """;

    [Fact]
    public void Graph_compiles_is_incremental_and_leaks_nothing() => GeneratorHarness.Verify(Graph);

    [Fact]
    public void Edit_of_a_block_reaches_the_network_that_uses_it()
    {
        var before = GeneratorHarness.Run(Graph);
        var after = GeneratorHarness.Run(Graph.Replace("x + inner(x)", "x - inner(x)", StringComparison.Ordinal));

        Assert.NotEqual(before.Files["Net-avx2.g.cs"], after.Files["Net-avx2.g.cs"]);
    }

    [Fact]
    public void Graph_cut_anywhere_never_throws()
    {
        for (var length = 100; length < Graph.Length; length += 17)
        {
            var files = GeneratorHarness.Run(Graph[..length]).Files;
            Assert.DoesNotContain(files.Values, text => text.StartsWith("#error", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Networks_of_one_name_in_different_places_get_different_files()
    {
        var harness = GeneratorHarness.Verify("""
            using NetGen;
            namespace A { [Network, Input(4), Dense(2), MeanSquaredError] public partial class Net; }
            namespace B
            {
                [Network, Input(4), Dense(2), MeanSquaredError] internal sealed partial class Net;
                public partial class Outer { [Network, Input(4), Dense(2), MeanSquaredError] protected partial class Net; }
            }
            [Network, Input(4), Dense(2), MeanSquaredError] public partial class Net;
            """);

        Assert.Equal(
            ["A.Net", "B.Net", "B.Outer-Net", "Net"],
            harness.Files.Keys.Select(hint => hint[..hint.IndexOf("Net", StringComparison.Ordinal)] + "Net").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Network_over_several_declarations_is_emitted_once()
    {
        const string first = "using NetGen; [Network, Input(4)] public partial class Net { public int Before => InputSize; private static int InputSize => 4; }";
        const string second = "using NetGen; [Dense(2), MeanSquaredError] public partial class Net;";

        Assert.Equal(GeneratorHarness.Verify(first, second).Files.Keys, GeneratorHarness.Verify(second, first).Files.Keys);
    }

    [Fact]
    public void Attribute_repeated_on_a_second_declaration_does_not_repeat_the_files()
    {
        var once = GeneratorHarness.Run("using NetGen; [Network, Input(4), Dense(2)] public partial class Net;");
        var twice = GeneratorHarness.Run(
            "using NetGen; [Network, Input(4), Dense(2)] public partial class Net;",
            "using NetGen; [Network] public partial class Net;");

        Assert.Equal(once.Files, twice.Files);
    }

    [Fact]
    public void User_constructor_chains_to_the_generated_one() => GeneratorHarness.Verify("""
        using NetGen;
        [Network, Input(4), Dense(2), MeanSquaredError]
        public partial class Net { public Net(string name, ulong seed) : this(seed) => Name = name; public string Name { get; } = ""; }
        """);

    [Theory]
    [InlineData("class Net")]
    [InlineData("static partial class Net")]
    [InlineData("abstract partial class Net")]
    [InlineData("partial class Net<T>")]
    [InlineData("partial record Net")]
    [InlineData("partial class Net(int width)")]
    [InlineData("partial struct Net")]
    public void Class_that_cannot_be_a_network_gets_nothing(string header) =>
        Assert.Empty(GeneratorHarness.Run($"using NetGen; [Network, Input(4), Dense(2)] {header};").Files);

    [Fact]
    public void Invalid_network_keeps_its_surface_so_that_one_cause_is_one_error()
    {
        var harness = GeneratorHarness.Run("""
            using NetGen;
            [Network, Input(4), Dense(0), MeanSquaredError] public partial class Net;
            internal static class Use { public static Net Make() => new(seed: 1); }
            """);

        harness.CompilesWithoutWarnings();
    }

    [Fact]
    public void Edit_of_a_layer_compiles_that_network_alone()
    {
        const string other = "using NetGen; [Network, Input(3), Dense(1), MeanSquaredError] public partial class Other;";
        var before = GeneratorHarness.Run(DigitNet, other);
        var after = GeneratorHarness.Run(DigitNet.Replace("64", "65", StringComparison.Ordinal), other);

        Assert.Equal(before.Files.Keys, after.Files.Keys);
        Assert.All(before.Files.Keys.Where(hint => hint.StartsWith("Other", StringComparison.Ordinal)),
            hint => Assert.Equal(before.Files[hint], after.Files[hint]));
    }

    [Fact]
    public void Text_cut_anywhere_never_throws()
    {
        // What a user's file looks like while it is typed.
        for (var length = 0; length < DigitNet.Length; length += 3)
        {
            var files = GeneratorHarness.Run(DigitNet[..length]).Files;
            Assert.DoesNotContain(files.Values, text => text.StartsWith("#error", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Project_without_the_runtime_gets_nothing() =>
        Assert.Empty(GeneratorHarness.Run("[Network] public partial class Net;").Files);

    [Fact]
    public void Reference_to_ILGPU_brings_kernels_for_devices_and_the_code_of_the_host()
    {
        const string other = "using NetGen; [Network, Input(3), Dense(1), MeanSquaredError] public partial class Other;";
        var files = GeneratorHarness.RunForDevices(DigitNet, other).Files;

        Assert.Contains("Samples.DigitNet-gpu.g.cs", files.Keys);
        Assert.Contains("Samples.DigitNet-gpu-surface.g.cs", files.Keys);
        Assert.Contains("Other-gpu.g.cs", files.Keys);
        Assert.Contains("NetGen.Gpu.GpuCore.g.cs", files.Keys);
        Assert.Contains("public sealed class Gpu : global::NetGen.ITrainable<float, int>", files["Samples.DigitNet-gpu-surface.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_ILGPU_nothing_is_emitted_for_devices() =>
        Assert.DoesNotContain(GeneratorHarness.Run(DigitNet).Files.Keys, hint => hint.Contains("gpu", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Edit_elsewhere_emits_nothing_for_devices_again()
    {
        var harness = GeneratorHarness.RunForDevices(DigitNet);

        harness.SecondRunIsCached();
        harness.UnrelatedEditChangesNothing();
        harness.LeaksNothing();
    }
}
