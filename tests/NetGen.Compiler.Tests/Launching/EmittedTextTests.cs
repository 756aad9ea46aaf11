using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Tests.Execution;
using NetGen.Compiler.Tests.Networks;
using NetGen.Testing;

namespace NetGen.Compiler.Tests.Launching;

public sealed class EmittedTextTests
{
    public static TheoryData<string> Graphs => [.. GraphCases.Names];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Text_of_a_graph_can_be_read(string name) => AssertReadable(GraphCases.Find(name).Plan());

    [Fact]
    public void Text_of_normal_numbers_can_be_read() => AssertReadable(new GraphNetwork(
        [new Shape(33)], [], graph => graph.Map(Scalar.Variable(0) + Scalar.Variable(1), graph.Input(new Shape(33)), graph.RandomNormal(new Shape(33), stream: 3))).Plan());

    [Theory]
    [InlineData(UnaryOp.Sin)]
    [InlineData(UnaryOp.Erf)]
    [InlineData(UnaryOp.Log1p)]
    public void Text_of_a_function_can_be_read(UnaryOp function) => AssertReadable(new GraphNetwork(
        [new Shape(33)], [], graph => graph.Map(new Unary(function, Scalar.Variable(0)), graph.Input(new Shape(33)))).Plan());

    [Fact]
    public void Text_is_the_same_every_time() =>
        Assert.Equal(NetworkCompiler.DeviceKernels(Planner.Plan(Declared.Shaped(Samples.Sequence)))[0].Text, NetworkCompiler.DeviceKernels(Planner.Plan(Declared.Shaped(Samples.Sequence)))[0].Text);

    [Theory]
    [InlineData("FusedMultiplyAdd")]
    [InlineData("Math.Max")]
    [InlineData("Math.Clamp")]
    [InlineData("Span<")]
    [InlineData("Vector128")]
    [InlineData("throw")]
    public void Kernels_do_without_what_devices_lack(string word) =>
        Assert.All(GraphCases.Names, name => Assert.DoesNotContain(word, NetworkCompiler.DeviceKernels(GraphCases.Find(name).Plan())[0].Text, StringComparison.Ordinal));

    private static void AssertReadable(NetworkPlan plan) => Assert.Empty(CSharpSyntaxTree.ParseText(NetworkCompiler.DeviceKernels(plan)[0].Text, TestCompilation.ParseOptions).GetDiagnostics());
}
