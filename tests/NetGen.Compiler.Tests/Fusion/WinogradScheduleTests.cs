using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Fusion;

/// <summary>Which convolutions are computed by minimal filtering, and in which order.</summary>
public sealed class WinogradScheduleTests
{
    [Fact]
    public void Convolution_with_enough_channels_is_filtered_and_goes_on_with_its_activation()
    {
        var kernels = Predict([16, 8, 8], Conv(16, ("Padding", 1)), Of("ReLU"), Of("GlobalAveragePool2D")).Kernels.ToList();

        Assert.Empty(kernels.OfType<LaneProductKernel>());
        var product = Assert.Single(kernels.OfType<WinogradKernel>());
        Assert.NotNull(product.Bias);
        Assert.NotEqual("x", ExprPrinter.Print(Assert.Single(product.Stores).Value, ["x"]));
    }

    [Theory]
    [InlineData(3, 16, 32, 1, 1)]
    [InlineData(16, 3, 3, 1, 1)]
    [InlineData(16, 16, 3, 1, 1)]
    [InlineData(16, 16, 8, 2, 1)]
    [InlineData(16, 16, 8, 1, 2)]
    public void Convolution_is_direct_where_filtering_does_not_pay(int channels, int outputs, int extent, int stride, int dilation)
    {
        var kernels = Predict([channels, extent, extent], Conv(outputs, ("Padding", dilation), ("Stride", stride), ("Dilation", dilation))).Kernels.ToList();

        Assert.Single(kernels.OfType<LaneProductKernel>());
        Assert.Empty(kernels.OfType<FilterKernel>());
    }

    [Fact]
    public void Weights_are_transformed_once_before_the_samples()
    {
        var schedule = Predict([16, 8, 8], Conv(16, ("Padding", 1)), Of("Tanh"), Conv(16, ("Padding", 1)));

        Assert.True(schedule.Phases[0].IsFixed);
        Assert.Equal(2, schedule.Phases[0].Kernels.OfType<FilterKernel>().Count());
        Assert.DoesNotContain(schedule.Phases.Skip(1).SelectMany(phase => phase.Kernels), kernel => kernel is FilterKernel);
    }

    [Fact]
    public void Gradient_by_the_image_is_filtered_with_the_transposed_weight()
    {
        var program = Train([3, 8, 8], Conv(16, ("Padding", 1)), Of("Tanh"), Conv(32, ("Padding", 1)), Of("Flatten"), Dense(3));
        var kernels = program.Schedule.Kernels.ToList();

        var gradient = Assert.Single(kernels.OfType<WinogradKernel>(), kernel => kernel.Product.Backward);
        var filter = Assert.Single(kernels.OfType<FilterKernel>(), kernel => kernel.Transposed);
        Assert.Same(filter.Target, gradient.Filter);
        Assert.Equal((32, 16), (filter.Outputs, filter.Channels));
        Assert.Equal("minimal filtering from -1, -1", gradient.Product.Operation.Name);
    }

    [Fact]
    public void Weights_are_updated_behind_what_is_made_of_them()
    {
        var kernels = Train([3, 8, 8], Conv(16, ("Padding", 1)), Of("Tanh"), Conv(16, ("Padding", 1)), Of("Flatten"), Dense(3)).Schedule.Kernels.ToList();

        Assert.All(kernels.OfType<FilterKernel>(), filter =>
            Assert.True(kernels.IndexOf(filter) < kernels.FindIndex(kernel => Equals(kernel.ParameterUpdated, filter.ParametersRead.Single()))));
    }

    [Fact]
    public void Room_for_tiles_stays_within_the_cache_and_is_a_threads_own()
    {
        var program = Train([3, 16, 16], Conv(32, ("Padding", 1)), Of("Tanh"), Conv(64, ("Padding", 1)), Of("Flatten"), Dense(3));

        var products = program.Schedule.Kernels.OfType<WinogradKernel>().ToList();
        Assert.NotEmpty(products);
        Assert.All(products, product => Assert.Contains(product.Scratch, program.Memory.Brief));
        Assert.All(products, product => Assert.InRange(product.Scratch.Lanes!.Size * 64, 1, 500_000));
    }

    private static LayerSpec Conv(int channels, params (string Name, int Value)[] more) =>
        Of("Conv2D", [new Argument("Channels", channels), new Argument("Kernel", 3), .. more.Select(pair => new Argument(pair.Name, pair.Value))]);

    private static Compiler.Fusion.Schedule Predict(int[] input, params LayerSpec[] layers) => Scheduler.Run(NetworkLowering.Predict(Shaped(Stack(input, layers))));

    private static ProgramPlan Train(int[] input, params LayerSpec[] layers) =>
        Planner.Plan(Shaped(Stack(input, layers, Of("SoftmaxCrossEntropy")))).Programs.Single(program => program.Name == "train");
}
