using Microsoft.CodeAnalysis;
using NetGen.Testing;
using static NetGen.Generator.Tests.Emission.EmittedNetworks;

namespace NetGen.Generator.Tests.Emission;

/// <summary>What is emitted compiles without a warning in a project that has all of them on, whatever the user declared.</summary>
public sealed class EmittedCodeTests
{
    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    public void Every_layer_compiles_without_a_warning(string precision) => Compiles(
    [
        $"{Network(precision)}, Input(4), {string.Join(", ", Layers.Select(layer => layer + ", Flatten, Dense(4)"))}, MeanSquaredError",
        $"{Network(precision)}, Input(2, 40), {string.Join(", ", Layers.Where(layer => layer != "Reshape(4)").Select(layer => layer + ", Reshape(2, -1), Dense(40)"))}",
    ]);

    [Fact]
    public void Layers_of_a_kind_with_different_arguments_do_not_share_code() => Compiles(
    [
        "Network, Input(4), Dense(40), LeakyReLU(0.1), Dense(40), LeakyReLU(0.2), Dense(3), MeanSquaredError",
        "Network, Input(4), Dense(8), LeakyReLU(0.1), Dense(8), LeakyReLU(0.2), Dense(3), MeanSquaredError",
        "Network, Input(4), Dense(40), ELU(0.1), Dropout(0.1), Dense(40), ELU(0.2), Dropout(0.2), Dense(3), Huber(0.1)",
    ]);

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    public void Every_loss_compiles_without_a_warning(string precision) => Compiles(
        Losses.SelectMany(loss => new[]
        {
            $"{Network(precision)}, Input(4), Dense(3), {loss}",
            $"{Network(precision)}, Input(2, 4), ReLU, Dense(3), {loss}",
            $"{Network(precision)}, Input(4), Dense(3), LayerNorm, {loss}",
            $"{Network(precision)}, Input(4), Dense(3), Tanh, {loss}",
        }));

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    public void Every_width_compiles_without_a_warning(string precision) => Compiles(
        new[] { 1, 3, 17, 33 }.SelectMany(width => new[]
        {
            $"{Network(precision)}, Input({width}), Dense({width}), Tanh, LayerNorm, Dense({width}), MeanSquaredError",
            $"{Network(precision)}, Input(3, {width}), LayerNorm, Dense({width}), GELU, Flatten, Dense({width + 1}), SoftmaxCrossEntropy",
        }));

    [Theory]
    [InlineData("")]
    [InlineData(", Dense(3)")]
    [InlineData(", Softmax")]
    [InlineData(", Dropout(0.5)")]
    [InlineData(", Flatten, Reshape(2, 4), Flatten")]
    [InlineData(", Dense(5), Sigmoid, Dense(3), LogSoftmax")]
    public void Network_without_a_loss_compiles_without_a_warning(string layers) =>
        Compiles(["Network, Input(8)" + layers, "Network(Precision = Precision.Double), Input(2, 4)" + layers]);

    [Fact]
    public void Loss_straight_on_the_input_compiles_without_a_warning() => Compiles(Losses.Select(loss => $"Network, Input(3), {loss}"));

    [Fact]
    public void Network_compiles_wherever_it_stands() => GeneratorHarness.Verify("""
        using NetGen;
        [Network, Input(4), Dense(2), MeanSquaredError] partial class Global;
        namespace A.B
        {
            public static partial class Outer
            {
                internal partial record struct Middle
                {
                    [Network, Input(4), Dense(2), MeanSquaredError] private protected sealed partial class Inner;
                    private partial interface IPlace { [Network, Input(4), Dense(2)] internal partial class Inner; }
                }
            }
        }
        """.Replace("private protected", "internal", StringComparison.Ordinal));

    [Fact]
    public void Network_named_like_a_keyword_compiles() => GeneratorHarness.Verify("""
        using NetGen;
        namespace @namespace.@class
        {
            public partial class @struct { [Network, Input(4), Dense(2), MeanSquaredError] public partial class @event; }
        }
        """);

    [Theory]
    [InlineData("Core")]
    [InlineData("Layout")]
    [InlineData("Pass")]
    [InlineData("NetGen")]
    [InlineData("Größe")]
    public void Network_named_like_something_emitted_compiles(string name) => GeneratorHarness.Run(
        $"namespace A; using global::NetGen; [global::NetGen.Network, Input(4), Dense(2), ReLU, Dropout, Dense(3), SoftmaxCrossEntropy] public partial class {name};").CompilesWithoutWarnings();

    [Fact]
    public void Layers_whose_names_differ_in_punctuation_alone_compile() => GeneratorHarness.Run("""
        using NetGen;
        [Network, Input(4), Dense(8), LayerNorm(Name = "n-1"), Dense(8), LayerNorm(Name = "n_1"), Dense(2), SoftmaxCrossEntropy]
        public partial class Net;
        """).CompilesWithoutWarnings();

    [Fact]
    public void Types_of_the_user_are_never_taken_for_ours() => GeneratorHarness.Run("""
        namespace Mine;

        internal static class Memory;
        internal static class Panels;
        internal static class Unsafe;
        internal static class Math;
        internal static class Vector512;
        internal sealed class Optimizer;
        internal sealed class NetworkInfo;
        internal sealed class Pass<T>;
        internal sealed class ReadOnlySpan<T>;

        [NetGen.Network, NetGen.Input(20), NetGen.LayerNorm, NetGen.Dense(20), NetGen.GELU, NetGen.Dropout, NetGen.Dense(3), NetGen.SoftmaxCrossEntropy]
        public partial class Net;
        """).CompilesWithoutWarnings();

    [Fact]
    public void Layers_named_like_anything_emitted_compile_without_a_warning()
    {
        string[] names =
        [
            "event", "class", "rows", "stride", "weight", "bias", "pass", "from", "to", "task", "chunk", "panel", "lane", "at", "product", "valid", "x", "a", "b", "c", "v0", "t0", "e0",
            "sum", "gradient", "Panels", "Unsafe", "Memory", "Math", "Vector512", "run", "trainRows", "predict", "input", "output", "labels", "targets", "rowWeights", "0", "_", "__", "a-b",
            "a_b", "Größe", "KernelsAvx512", "SumOf", "exp", "tanh", "panelBias", "rowOfRow", "int", "Pass", "value1", "constant0", "depth", "width", "scratch", "parameters", "fcSum",
        ];

        // A product with its epilogue, row kernels, a mask and gradients under every name.
        Compiles(
        [
            $"Network, Input(20), {string.Join(", ", names.Select(name => $"LayerNorm(Name = \"{name}\"), Dense(3)"))}, SoftmaxCrossEntropy",
            $"Network, Input(20), {string.Join(", ", names.Select(name => $"Dense(3, Name = \"{name}\"), Mish"))}, MeanSquaredError",
            $"Network, Input(20), {string.Join(", ", names.Select(name => $"Dropout(0.5, Name = \"{name}\"), Dense(40), Softmax(Name = \"{name}Vector\")"))}, Huber",
        ]);
    }

    [Theory]
    [InlineData("\\n")]
    [InlineData("\\u2028")]
    [InlineData("\\\"; static int x = 0; //")]
    [InlineData("\\\\")]
    [InlineData("\\ud800")]
    [InlineData("</summary>&")]
    public void Text_of_the_user_stays_text(string name)
    {
        var harness = GeneratorHarness.Run($"using NetGen; [Network, Input(4), Dense(2, Name = \"{name}\"), MeanSquaredError] public partial class Net;");

        harness.CompilesWithoutWarnings();
        Assert.Single(harness.Files);
    }

    [Fact]
    public void Members_of_the_user_stay_out_of_the_way() => GeneratorHarness.Verify("""
        using NetGen;
        [Network, Input(4), Dense(2), MeanSquaredError]
        public partial class Net
        {
            private readonly float rows = 1;
            private static int Run() => 1;
            public float Use(float Panels) => rows + Run() + Panels;
            public sealed class Kernels;
        }
        """);

    [Fact]
    public void Emitted_files_need_no_unsafe_code_and_no_newer_language_than_13()
    {
        var files = GeneratorHarness.Run(File(["Network, Input(4), LayerNorm, Dense(20), GELU, Dense(3), SoftmaxCrossEntropy"])).Files;

        Assert.Equal(5, files.Count);
        Assert.All(files.Values, text => Assert.StartsWith("// <auto-generated>", text, StringComparison.Ordinal));
        Assert.All(files.Values, text => Assert.DoesNotContain("unsafe", text, StringComparison.Ordinal));
        Assert.All(files.Values, text => Assert.DoesNotContain('\r', text));
        Assert.All(files.Values, text => Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' ')));
    }

    [Fact]
    public void Emitted_text_is_the_same_in_every_culture()
    {
        const string source = "using NetGen; [Network, Input(4), LeakyReLU(0.25), Dropout(0.5), Dense(3), Huber(1.5)] public partial class Net;";
        var here = GeneratorHarness.Run(source).Files;
        var culture = Thread.CurrentThread.CurrentCulture;
        try
        {
            var other = new System.Globalization.CultureInfo("", useUserOverride: false);
            other.NumberFormat.NumberDecimalSeparator = ",";
            other.NumberFormat.NumberGroupSeparator = ".";
            other.NumberFormat.NegativeSign = "~";
            Thread.CurrentThread.CurrentCulture = other;
            Assert.Equal(here, GeneratorHarness.Run(source).Files);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    private static void Compiles(IEnumerable<string> attributes)
    {
        var texts = attributes.ToList();
        var harness = GeneratorHarness.Run(File(texts));
        Assert.Equal("", string.Join("\n", harness.Files.Values.Where(text =>
            text.StartsWith("#error", StringComparison.Ordinal) || text.Contains("was not compiled", StringComparison.Ordinal))));
        Assert.Equal(5 * texts.Count, harness.Files.Count);
        harness.CompilesWithoutWarnings();
    }
}
