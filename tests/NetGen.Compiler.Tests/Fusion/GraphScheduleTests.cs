using NetGen.Compiler.Fusion;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Tests.Elaboration;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Fusion;

/// <summary>A graph costs what a stack costs: the same primitives, the same kernels, the same memory.</summary>
public sealed class GraphScheduleTests
{
    [Fact]
    public void Graph_that_is_a_stack_has_the_schedule_of_the_stack()
    {
        LayerSpec[] layers = [Dense(128), Of("ReLU"), Dropout(0.2), Of("LayerNorm"), Dense(10)];
        var graph = new DeclaredGraph(new Shape(784)) { Losses = { Of("SoftmaxCrossEntropy") } };
        var spec = graph.Returning(graph.Call(graph.Field("body", layers), 0));

        Assert.Equal(
            Print(Stack([784], layers, Of("SoftmaxCrossEntropy"), Precision.Double)),
            Print(spec).Replace("Body", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Residual_addition_is_a_part_of_the_product_before_it()
    {
        var graph = new DeclaredGraph(new Shape(64)) { Losses = { Of("MeanSquaredError") } };
        var spec = graph.Returning(graph.Step("Add", [0, graph.Call(graph.Field("body", Dense(64), Of("ReLU"), Dense(64)), 0)]));
        var kernels = Scheduler.Run(NetworkLowering.Predict(Shaped(spec))).Kernels;

        Assert.Equal(2, kernels.OfType<MatMulKernel>().Count());
        Assert.All(kernels, kernel => Assert.True(kernel is MatMulKernel or PackKernel or UnpackKernel, kernel.Name));
    }

    private static string Print(NetworkSpec spec) => string.Join('\n', NetworkLowering.Programs(Shaped(spec)).Programs.Select(program => SchedulePrinter.Print(Scheduler.Run(program))));
}
