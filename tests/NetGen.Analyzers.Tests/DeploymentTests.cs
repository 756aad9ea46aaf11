using Microsoft.CodeAnalysis;
using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;
using static NetGen.Analyzers.Tests.TrainingProgram;

namespace NetGen.Analyzers.Tests;

/// <summary>NG6001 to NG6006: what a network needs where it runs.</summary>
public sealed class DeploymentTests
{
    /// <summary>What the generator adds where ILGPU is referenced, without ILGPU.</summary>
    private const string Devices = """
        namespace ILGPU { public sealed class Context { public static Context CreateDefault() => new(); } }
        public partial class Net { public object ToGpu(object accelerator, ProductPrecision products = ProductPrecision.Single) => accelerator; }
        """;

    [Theory]
    [InlineData("1 KB")]
    [InlineData("300")]
    [InlineData("0.0001 GB", false)]
    [InlineData("2 MB", false)]
    public Task Network_beyond_the_budget_is_reported(string budget, bool isTooMuch = true) => Project(
        $"using NetGen;\n[Network, Input(8), Dense(64), ReLU, Dense(3), MeanSquaredError]\npublic partial class {(isTooMuch ? "{|NG6001:Net|}" : "Net")};", ("netgen_memory_budget", budget));

    [Fact]
    public async Task Message_says_what_is_needed_and_what_there_is()
    {
        var found = await Project("using NetGen;\n[Network, Input(8), Dense(64), ReLU, Dense(3), MeanSquaredError]\npublic partial class {|NG6001:Net|};", ("netgen_memory_budget", "1 KB"));

        Assert.Matches("^'Net' takes [0-9.]+ KB to predict a sample, 3 KB of it parameters: the budget of this project is 1 KB", found[0].GetMessage(null));
    }

    [Theory]
    [InlineData("512 KiB")]
    [InlineData("much")]
    [InlineData("-1 KB")]
    [InlineData("0")]
    public async Task Budget_that_cannot_be_read_is_reported(string budget)
    {
        var found = await Project("using NetGen;\n[Network, Input(8), Dense(3), MeanSquaredError]\npublic partial class {|NG6001:Net|};", ("netgen_memory_budget", budget));

        Assert.Equal(
            $"'{budget}' is no budget (netgen_memory_budget in .editorconfig), so that none is kept to: write a number above 0 and B, KB, MB or GB, in powers of 1024, such as 512 KB",
            found.Single(diagnostic => diagnostic.Id == "NG6001").GetMessage(null));
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(150, true)]
    public Task Long_function_is_reported(int terms, bool isLong) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(4), Dense(2), Apply({{(isLong ? "{|NG6002:nameof(Long)|}" : "nameof(Long)")}})]
        public partial class Net
        {
            [Elementwise] static float Long(float x) => {{string.Join(" + ", Enumerable.Range(1, terms).Select(term => $"MathF.Sin({term} * x)"))}};
        }
        """);

    [Theory]
    [InlineData("net.ToGpu(set, {|NG6003:ProductPrecision.TensorFloat32|});", "Precision.Double")]
    [InlineData("net.ToGpu(set, products: {|NG6003:ProductPrecision.BFloat16|});", "Precision.Double")]
    [InlineData("net.ToGpu(set, ProductPrecision.Single);", "Precision.Double")]
    [InlineData("net.ToGpu(set);", "Precision.Double")]
    [InlineData("net.ToGpu(set, ProductPrecision.TensorFloat32);", "Precision.Single")]
    public Task Products_that_no_device_has_are_reported(string code, string precision) => AnalyzerTest.VerifyAsync(DeviceProgram(code, precision));

    [Theory]
    [InlineData("net.{|NG6004:ToGpu|}(set);", "true")]
    [InlineData("var context = ILGPU.Context.{|NG6004:CreateDefault|}();", "true")]
    [InlineData("net.ToGpu(set); var context = ILGPU.Context.CreateDefault();", "false")]
    [InlineData("net.Predict([]);", "true")]
    public Task Device_in_a_native_executable_is_reported(string code, string aot) =>
        Project(DeviceProgram(code, "Precision.Single"), ("build_property.PublishAot", aot), ("build_property.IlcInstructionSet", "native"));

    [Theory]
    [InlineData("true", "", "linux-x64", true)]
    [InlineData("True", "", "", true)]
    [InlineData("true", "native", "linux-x64", false)]
    [InlineData("true", "", "linux-arm64", false)]
    [InlineData("", "", "linux-x64", false)]
    public Task Native_executable_without_an_instruction_set_is_reported(string aot, string set, string runtime, bool isReported) => Project(
        $"using NetGen;\n[Network, Input(8), Dense(3), MeanSquaredError]\npublic partial class {(isReported ? "{|NG6005:Net|}" : "Net")};",
        ("build_property.PublishAot", aot), ("build_property.IlcInstructionSet", set), ("build_property.RuntimeIdentifier", runtime));

    [Theory]
    [InlineData("", "linux-x64", true)]
    [InlineData("", "osx-arm64", false)]
    [InlineData("linux-x64", "osx-arm64", true)]
    [InlineData("linux-arm64", "linux-x64", false)]
    public Task Without_a_runtime_identifier_that_of_the_machine_counts(string runtime, string machine, bool isReported) => Project(
        $"using NetGen;\n[Network, Input(8), Dense(3), MeanSquaredError]\npublic partial class {(isReported ? "{|NG6005:Net|}" : "Net")};",
        ("build_property.PublishAot", "true"), ("build_property.RuntimeIdentifier", runtime), ("build_property.NETCoreSdkRuntimeIdentifier", machine));

    [Fact]
    public Task Setting_of_the_project_is_reported_at_its_first_network_alone() => Project(
        "using NetGen;\n[Network, Input(8), Dense(3)]\npublic partial class {|NG6005:Second|};\n[Network, Input(8), Dense(3)]\npublic partial class First;", ("build_property.PublishAot", "true"));

    [Theory]
    [InlineData("for (int i = 0; i < 9; i++) sum += net.{|NG6006:Predict|}(x)[0];")]
    [InlineData("while (sum < 9) { var p = net.{|NG6006:Predict|}(x); sum += p[1] + p.Length; }")]
    [InlineData("foreach (var y in many) { float[] p = net.{|NG6006:Predict|}(y); foreach (var q in p) sum += q; }")]
    public Task Prediction_that_allocates_in_a_loop_is_reported(string code) => Loop(code);

    [Theory]
    [InlineData("var p = net.Predict(x); for (int i = 0; i < p.Length; i++) sum += p[i];")]
    [InlineData("for (int i = 0; i < 9; i++) all.Add(net.Predict(x));")]
    [InlineData("foreach (var q in net.Predict(x)) sum += q;")]
    [InlineData("for (int i = 0; i < 9; i++) { var p = net.Predict(x); all.Add(p); }")]
    [InlineData("var p = new float[3]; for (int i = 0; i < 9; i++) { net.Predict(x, p); sum += p[0]; }")]
    [InlineData("for (int i = 0; i < 9; i++) { Func<float> later = () => net.Predict(x)[0]; }")]
    public Task Prediction_that_is_kept_or_made_once_is_clean(string code) => Loop(code);

    [Fact]
    public Task Fix_multiplies_in_full_precision() => CodeFixTest.VerifyAsync<UseDefaultFix>(
        DeviceProgram("net.ToGpu(set, ProductPrecision.TensorFloat32);", "Precision.Double"), DeviceProgram("net.ToGpu(set, ProductPrecision.Single);", "Precision.Double"));

    private static string DeviceProgram(string code, string precision) => $$"""
        using NetGen;
        [Network(Precision = {{precision}}), Input(5), Dense(3), MeanSquaredError]
        public partial class Net { public float[] Predict(float[] x) => x; }

        public static class Program { public static void Run(Net net, object set) { {{code}} } }

        {{Devices}}
        """;

    private static Task<IReadOnlyList<Diagnostic>> Loop(string code) => AnalyzerTest.VerifyWithGeneratedAsync($$"""
        using System;
        using System.Collections.Generic;
        using NetGen;
        [Network, {{Stack}}]
        public partial class Net;

        public static class Program
        {
            public static void Run(Net net, float[] x, float[][] many, List<float[]> all) { var sum = 0f; {{code}} }
        }
        """);

    private static Task<IReadOnlyList<Diagnostic>> Project(string markup, params (string Key, string Value)[] values) =>
        AnalyzerTest.VerifyAsync(markup, values.ToDictionary(pair => pair.Key, pair => pair.Value));
}
