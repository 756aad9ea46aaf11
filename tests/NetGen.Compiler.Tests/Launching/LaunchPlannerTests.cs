using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Launching;
using NetGen.Compiler.Model;
using NetGen.Compiler.Tests.Networks;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Launching;

public sealed class LaunchPlannerTests
{
    private static readonly NetworkSpec Perceptron =
        Stack([784], [Dense(512), Of("ReLU"), Dense(512), Of("ReLU"), Dense(10)], Of("SoftmaxCrossEntropy"));

    [Fact]
    public void Step_of_a_three_layer_perceptron_is_at_most_eight_launches()
    {
        var launches = Train(Perceptron).Launches.Where(launch => !launch.OnlyForInputGradient).ToList();

        // The last one is the optimizer's.
        Assert.True(launches.Count + 1 <= 8, string.Join(", ", launches.Select(launch => launch.Name)));
    }

    [Fact]
    public void Step_of_LeNet_5_is_at_most_twenty_launches()
    {
        LayerSpec Convolution(int channels, int padding) => Of("Conv2D", new Argument("Channels", channels), new Argument("Kernel", 5), new Argument("Padding", padding));
        var pool = Of("MaxPool2D", new Argument("Kernel", 2));
        var network = Stack(
            [1, 28, 28],
            [Convolution(6, 2), Of("ReLU"), pool, Convolution(16, 0), Of("ReLU"), pool, Of("Flatten"), Dense(120), Of("ReLU"), Dense(84), Of("ReLU"), Dense(10)],
            Of("SoftmaxCrossEntropy"));

        var launches = Train(network).Launches.Where(launch => !launch.OnlyForInputGradient).ToList();

        // The last one is the optimizer's.
        Assert.True(launches.Count + 1 <= 20, string.Join(", ", launches.Select(launch => launch.Name)));
    }

    [Theory]
    [InlineData("ReLU")]
    [InlineData("Tanh")]
    [InlineData("GELU")]
    public void Step_with_any_activation_has_as_many_launches_as_with_the_simplest(string activation)
    {
        var spec = Stack([784], [Dense(512), Of(activation), Dense(512), Of(activation), Dense(10)], Of("SoftmaxCrossEntropy"));

        Assert.True(Train(spec).Launches.Count(launch => !launch.OnlyForInputGradient) <= 7);
    }

    [Fact]
    public void Narrow_perceptron_runs_through_all_layers_in_one_launch()
    {
        var launches = Train(Stack([64], [Dense(64), Of("ReLU"), Dense(64), Of("ReLU"), Dense(64)], Of("MeanSquaredError"))).Launches;

        Assert.Equal([LaunchKind.Rows, LaunchKind.Sums], launches.Select(launch => launch.Kind));
    }

    [Fact]
    public void Large_products_have_launches_of_their_own() =>
        Assert.All(Train(Perceptron).Launches.Where(launch => launch.Kind == LaunchKind.Tile), launch => Assert.IsType<MatMulKernel>(Assert.Single(launch.Kernels)));

    [Fact]
    public void Loss_and_gradients_of_all_parameters_are_sums_of_one_launch()
    {
        var sums = Assert.Single(Train(Perceptron).Launches, launch => launch.Kind == LaunchKind.Sums);

        Assert.Equal(3, sums.Kernels.OfType<WeightGradientKernel>().Count());
        Assert.Equal(3, sums.Kernels.OfType<VectorGradientKernel>().Count());
        Assert.Single(sums.Kernels.OfType<LossKernel>());
    }

    [Fact]
    public void Gradient_by_the_input_is_a_launch_that_can_be_left_out() =>
        Assert.Single(Train(Perceptron).Launches, launch => launch.OnlyForInputGradient);

    [Fact]
    public void Predictions_are_computed_where_results_lie()
    {
        var predict = Plan(Perceptron).Programs.Single(program => program.Program.Name == "predict");

        Assert.DoesNotContain(predict.Launches.SelectMany(launch => launch.Kernels), kernel => kernel is UnpackKernel);
        Assert.Contains(predict.Launches[^1].Kernels.SelectMany(kernel => kernel.Writes), node => predict.Memory.Find(node).Space == DeviceSpace.Results);
    }

    [Fact]
    public void Inputs_are_read_where_the_user_put_them()
    {
        var program = Train(Perceptron);
        var input = Assert.IsType<MatMulKernel>(program.Launches[0].Kernels[0]).Left;

        Assert.Equal(new DevicePlace(DeviceSpace.Given, 0), program.Memory.Find(input));
    }

    [Fact]
    public void Parameter_that_the_loss_does_not_reach_gets_a_gradient_of_zero()
    {
        var network = new Execution.GraphNetwork([new Shape(3)], [new Shape(4, 3), new Shape(3)],
            graph => graph.MatMul(graph.Input(new Shape(3), 0), graph.Parameter(0, new Shape(4, 3), "p0"), transposeRight: true));
        var train = DevicePlan.Of(network.Plan()).Programs.Single(program => program.Program.Name == "train");

        Assert.Equal(1, Assert.Single(train.Launches.SelectMany(launch => launch.Kernels).OfType<NoGradientKernel>()).Parameter);
    }

    private static DevicePlan Plan(NetworkSpec spec) => DevicePlan.Of(Planner.Plan(Shaped(spec)));

    private static DeviceProgram Train(NetworkSpec spec) => Plan(spec).Programs.Single(candidate => candidate.Program.Name == "train");
}
