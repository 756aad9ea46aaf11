using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Fusion;

/// <summary>Images in lanes: what is computed, in which phases, and how much memory that takes.</summary>
public sealed class LaneScheduleTests
{
    private static readonly LayerSpec[] LeNet =
    [
        Conv(6, 5, ("Padding", 2)), Of("ReLU"), MaxPool(), Conv(16, 5), Of("ReLU"), MaxPool(),
        Of("Flatten"), Dense(120), Of("ReLU"), Dense(84), Of("ReLU"), Dense(10),
    ];

    [Fact]
    public void Convolution_reads_its_image_where_it_lies_and_goes_on_with_its_activation()
    {
        var kernels = Predict(Stack([3, 8, 8], [Conv(4, 3, ("Padding", 1)), Of("ReLU"), Of("GlobalAveragePool2D")])).Kernels.ToList();

        // Into lanes, the order of the axes and a border, the product, the mean, out of lanes.
        Assert.DoesNotContain(kernels, kernel => kernel is WindowKernel or MoveKernel or TransposeKernel or RelayoutKernel);
        var product = Assert.Single(kernels.OfType<LaneProductKernel>());
        Assert.NotNull(product.Bias);
        Assert.NotEqual("x", ExprPrinter.Print(Assert.Single(product.Stores).Value, ["x"]));
    }

    [Fact]
    public void Prediction_folds_batch_norm_and_residual_into_the_product()
    {
        var kernels = Predict(Stack([3, 8, 8], [Conv(4, 3), Of("BatchNorm"), Of("ReLU"), Conv(4, 3), Of("BatchNorm"), Of("Tanh")])).Kernels.ToList();

        Assert.Equal(2, kernels.OfType<LaneProductKernel>().Count());
        Assert.All(kernels.OfType<LaneLoopKernel>(), loop => Assert.True(loop.Target.Operation.Name == "copy" || loop.Name.StartsWith("Tanh", StringComparison.Ordinal), loop.Name));
    }

    [Fact]
    public void Prediction_of_maxima_looks_for_no_index()
    {
        var loops = Predict(Stack([2, 8, 8], [MaxPool()])).Kernels.OfType<LaneLoopKernel>().Where(loop => loop.Loops[0].Reduction is not null).ToList();

        Assert.Single(loops);
    }

    [Fact]
    public void Step_without_batch_norms_is_one_phase_of_rows_and_one_of_sums()
    {
        var schedule = Train(LeNet);

        Assert.Equal([false, true], schedule.Phases.Select(phase => phase.SumsOverBatch));
        Assert.Equal(2, schedule.Kernels.OfType<LaneOuterKernel>().Count());
    }

    [Fact]
    public void Sums_of_a_batch_norm_share_their_sweeps()
    {
        var schedule = Train([Conv(4, 3), Of("BatchNorm"), Of("ReLU"), Conv(4, 3), Of("GlobalAveragePool2D"), Dense(3)]);
        var sums = schedule.Kernels.OfType<LaneSumKernel>().Where(kernel => kernel.Name.StartsWith("Batchnorm", StringComparison.Ordinal)).Select(kernel => kernel.Sums.Count);

        // Mean, variance, and both gradients at once.
        Assert.Equal([1, 1, 2], sums);
    }

    [Fact]
    public void Weights_are_updated_before_the_pass_is_over()
    {
        var schedule = Train([Conv(4, 3), Of("BatchNorm"), Of("ReLU"), Conv(4, 3), Of("BatchNorm"), Of("Flatten"), Dense(3)]);
        var updated = schedule.Phases.Select((phase, index) => (phase, index)).Where(pair => pair.phase.Kernels.Any(kernel => kernel.ParameterUpdated is not null)).Select(pair => pair.index).ToList();

        // The head's right behind its gradient, and the first convolution's behind all others.
        Assert.True(updated.Count > 3, string.Join(", ", updated));
        Assert.True(updated[0] <= schedule.Phases.Count - 8, string.Join(", ", updated));
    }

    /// <summary>PyTorch 1.13 holds 4.08 MB in tensors at the peak of this step (benchmarks/peers/memory.py); half of it is the bound, on one thread.</summary>
    [Fact]
    public void Step_of_LeNet_holds_less_than_half_of_what_PyTorch_holds()
    {
        var memory = Plan(LeNet).Programs.Single(program => program.Name == "train").Memory;
        const int Batch = 64, Lanes = 16;
        var bytes = (memory.Units * 128L * Batch) + (memory.Scalars * 4L * Batch) + (memory.Fixed * 128L) + (memory.Lanes * 64L * (Batch / Lanes)) + (memory.BriefLanes * 64L);

        Assert.InRange(bytes, 1, 4_084_736 / 2);
    }

    /// <summary>PyTorch 1.13 holds 43.0 MB in tensors at the peak of the step of samples/Cifar's network; its stack without the residuals behaves alike.</summary>
    [Fact]
    public void Step_with_batch_norms_keeps_what_convolutions_make_and_little_more()
    {
        LayerSpec[] Norm(LayerSpec convolution) => [convolution, Of("BatchNorm"), Of("ReLU")];
        LayerSpec[] layers = [.. Norm(Conv(8, 3, ("Padding", 1))), .. Norm(Conv(8, 3, ("Padding", 1))), .. Norm(Conv(8, 3, ("Padding", 1))), .. Norm(Conv(8, 3, ("Padding", 1))), Of("GlobalAveragePool2D"), Dense(10)];
        var plan = Plan(layers).Programs.Single(program => program.Name == "train");
        var image = 28 * 28 * 8;

        // Outputs of the last three convolutions and the gradients of two activations; the first convolution is cheap enough to be computed again.
        Assert.InRange(plan.Memory.Lanes, 3 * image, 4.2 * image);
        Assert.All(plan.Schedule.Kernels.OfType<LaneLoopKernel>().Where(kernel => kernel.Name.StartsWith("Relu", StringComparison.Ordinal) && !kernel.Name.Contains("Gradient", StringComparison.Ordinal)),
            kernel => Assert.Contains(kernel.Target, plan.Memory.Brief));
    }

    [Fact]
    public void Convolution_is_repeated_only_when_it_is_cheap()
    {
        var schedule = Train([Conv(8, 3), Of("ReLU"), Conv(8, 3), Of("ReLU"), Conv(4, 3), Of("BatchNorm"), Of("GlobalAveragePool2D"), Dense(3)]);
        int Times(string name) => schedule.Kernels.OfType<LaneProduct>().Count(kernel => kernel.Name == name);

        // 9 multiplications per output, 72, and 72.
        Assert.Equal((2, 1, 1), (Times("Conv2d1"), Times("Conv2d2"), Times("Conv2d3")));
    }

    [Fact]
    public void Value_is_repeated_before_its_readers_in_every_phase()
    {
        var schedule = Train([Conv(4, 3), Of("BatchNorm"), Of("ReLU"), Conv(4, 3), Of("BatchNorm"), Of("ReLU"), Of("GlobalAveragePool2D"), Dense(3)]);

        foreach (var phase in schedule.Phases)
        {
            var written = new HashSet<Compiler.Graph.Node>();
            foreach (var kernel in phase.Kernels)
            {
                Assert.All(kernel.Reads.Where(node => phase.Kernels.Any(other => other.Writes.Contains(node))), node => Assert.Contains(node, written));
                written.UnionWith(kernel.Writes);
            }
        }
    }

    [Fact]
    public void Devices_have_rows()
    {
        var program = Plan(LeNet).Programs.Single(candidate => candidate.Name == "train");

        Assert.All(program.DeviceSchedule.Kernels.SelectMany(kernel => kernel.Writes), node => Assert.Null(node.Lanes));
    }

    private static LayerSpec Conv(int channels, int kernel, params (string Name, int Value)[] more) =>
        Of("Conv2D", [new Argument("Channels", channels), new Argument("Kernel", kernel), .. more.Select(pair => new Argument(pair.Name, pair.Value))]);

    private static LayerSpec MaxPool() => Of("MaxPool2D", new Argument("Kernel", 2));

    private static Compiler.Fusion.Schedule Predict(NetworkSpec spec) => Scheduler.Run(NetworkLowering.Predict(Shaped(spec)));

    private static NetworkPlan Plan(LayerSpec[] layers) => Planner.Plan(Shaped(Stack([1, 28, 28], layers, Of("SoftmaxCrossEntropy"))));

    private static Compiler.Fusion.Schedule Train(LayerSpec[] layers) => Plan(layers).Programs.Single(program => program.Name == "train").Schedule;
}
