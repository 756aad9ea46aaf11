using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Tests.Networks;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Fusion;

// Not the schedule of the learning rate, which the namespace NetGen would offer first.
#pragma warning disable IDE0065 // Here it comes before NetGen.Schedule; outside of the namespace it would not.
using Schedule = NetGen.Compiler.Fusion.Schedule;
#pragma warning restore IDE0065

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("ReLU")]
    [InlineData("Sigmoid")]
    [InlineData("GELU")]
    [InlineData("Mish")]
    public void Dense_with_bias_and_activation_is_one_kernel(string activation)
    {
        var schedule = Scheduler.Run(NetworkLowering.Predict(Shaped(Stack([8], [Dense(40), Of(activation)]))));

        var product = Assert.IsType<MatMulKernel>(Assert.Single(Computing(schedule)));
        Assert.Equal("dense1.bias", product.Bias?.Origin);
        var store = Assert.Single(product.Stores);
        Assert.NotEqual(Scalar.Variable(0), store.Value);
    }

    [Fact]
    public void Dense_without_bias_starts_at_zero() =>
        Assert.Null(Assert.IsType<MatMulKernel>(Assert.Single(Computing(Scheduler.Run(NetworkLowering.Predict(Shaped(Stack([8], [Dense(40, bias: false)]))))))).Bias);

    [Theory]
    [InlineData("ReLU")]
    [InlineData("Tanh")]
    [InlineData("GELU")]
    public void Derivative_of_an_activation_is_applied_where_the_gradient_is_formed(string activation)
    {
        var schedule = Train(Stack([8], [Dense(40), Of(activation), Dense(24), Of("ReLU"), Dense(3)], Of("MeanSquaredError")));

        var backward = schedule.Kernels.OfType<MatMulKernel>().Where(kernel => !kernel.Transposed).ToList();
        Assert.Equal(3, backward.Count);
        Assert.All(backward.Take(2), kernel => Assert.NotEqual(Scalar.Variable(0), Assert.Single(kernel.Stores).Value));
        Assert.DoesNotContain(schedule.Kernels.OfType<RowKernel>(), kernel => kernel.Features is 40 or 24);
    }

    [Fact]
    public void Softmax_with_cross_entropy_is_one_kernel_for_loss_and_gradient()
    {
        var schedule = Train(Samples.Digits);

        var row = Assert.Single(schedule.Kernels.OfType<RowKernel>());
        Assert.Contains(Aliases.Resolve(schedule.LossRows!), row.Writes);
        var last = schedule.Kernels.OfType<MatMulKernel>().First(kernel => !kernel.Transposed);
        Assert.Contains(last.Left, row.Writes);
    }

    [Fact]
    public void Kernels_for_the_gradient_by_the_input_are_guarded_and_no_others()
    {
        var guarded = Train(Samples.Digits).Kernels.Where(kernel => kernel.OnlyForInputGradient).ToList();

        Assert.Collection(
            guarded,
            kernel => Assert.Equal(0, Assert.IsType<MatMulKernel>(kernel).Parameter),
            kernel => Assert.Equal(OutputRole.InputGradient, Assert.IsType<UnpackKernel>(kernel).Role));
    }

    [Fact]
    public void Gradient_kernels_stand_in_the_last_phase_and_cover_every_parameter_once()
    {
        var schedule = Train(Samples.Sequence);

        var sums = Assert.Single(schedule.Phases, phase => phase.SumsOverBatch);
        Assert.Same(schedule.Phases[^1], sums);
        var parameters = sums.Kernels.Select(kernel => kernel switch
        {
            WeightGradientKernel weight => weight.Parameter,
            VectorGradientKernel vector => vector.Parameter,
            _ => -1,
        });
        Assert.Equal(Enumerable.Range(0, 6), parameters.Order());
    }

    [Fact]
    public void Cheap_value_is_computed_again_and_not_kept()
    {
        var schedule = Train(Stack([8], [Dense(40), Of("LayerNorm"), Dense(3)], Of("MeanSquaredError")));

        // The gradient of the weight is Σ dy · centred · scale: the normalised value itself is never in memory.
        var gradient = schedule.Kernels.OfType<VectorGradientKernel>().Single(kernel => kernel.Name == "Layernorm1WeightGradient");
        Assert.Equal([Place.Panels, Place.Panels, Place.RowScalars], gradient.Operands.Select(Placement.Of).Order());
        var normalised = schedule.Program.Nodes.Single(node => node is { Origin: "layernorm1", Backward: false, Type.Last: 40, Operation: MapOperation { Function: Binary { Op: BinaryOp.Mul } } }
            && node.Inputs.Any(Placement.IsPerRow));
        Assert.DoesNotContain(schedule.Kernels, kernel => kernel.Writes.Contains(normalised));
    }

    [Fact]
    public void Expensive_value_is_kept_for_the_backward_pass()
    {
        // The derivative of tanh is 1 - y²: y is expensive, so it is kept and the product is not.
        var schedule = Train(Stack([8], [Dense(40), Of("Tanh"), Dense(3)], Of("MeanSquaredError")));

        var forward = schedule.Kernels.OfType<MatMulKernel>().First();
        var kept = Assert.Single(forward.Stores).Node;
        Assert.Equal("tanh1", kept.Origin);
        Assert.Contains(schedule.Kernels.OfType<MatMulKernel>(), kernel => !kernel.Transposed && kernel.Operands.Contains(kept));
    }

    [Theory]
    [InlineData(nameof(Samples.Digits))]
    [InlineData(nameof(Samples.Sequence))]
    [InlineData(nameof(Samples.Regression))]
    public void Every_kernel_reads_what_an_earlier_one_wrote(string name)
    {
        var network = Shaped(Samples.Find(name));
        foreach (var program in new[] { NetworkLowering.Predict(network), NetworkLowering.Loss(network), NetworkLowering.Train(network), NetworkLowering.Backward(network) })
        {
            var written = new HashSet<Node>();
            foreach (var kernel in Scheduler.Run(program).Kernels)
            {
                Assert.All(kernel.Reads, node => Assert.True(written.Contains(node), $"{program.Name}: {kernel.Name} reads {node}"));
                Assert.All(kernel.Writes, node => Assert.True(written.Add(node), $"{program.Name}: {kernel.Name} writes {node} again"));
            }
        }
    }

    private static Schedule Train(NetworkSpec spec) => Scheduler.Run(NetworkLowering.Train(Shaped(spec)));

    private static List<Kernel> Computing(Schedule schedule) => schedule.Kernels.Where(kernel => kernel is not (PackKernel or UnpackKernel)).ToList();
}
