using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Scans;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Fusion;

/// <summary>Recurrences: what runs in a step, what runs once for all steps, and what is copied.</summary>
public sealed class ScanScheduleTests
{
    [Fact]
    public void Input_is_projected_for_all_steps_at_once()
    {
        var kernels = Plan(Recurrent("LSTM", 32), Dense(3)).Schedule.Kernels.ToList();
        var projection = Assert.Single(kernels.OfType<MatMulKernel>(), kernel => kernel.N == 128 && !kernel.OnlyForInputGradient);

        Assert.Equal(10, projection.Left.Type.Rows);
        Assert.True(kernels.IndexOf(projection) < kernels.FindIndex(kernel => kernel is ScanKernel));
    }

    [Fact]
    public void Step_is_a_product_and_a_sweep()
    {
        var scans = Plan(Recurrent("LSTM", 32), Dense(3)).Schedule.Kernels.OfType<ScanKernel>().ToList();

        Assert.Equal([false, true], scans.Select(scan => scan.Operation.Reverse));
        Assert.Equal(["MatMulKernel", "RowKernel"], Computing(scans[0]));
    }

    [Fact]
    public void Gradients_of_weights_are_one_product_for_all_steps()
    {
        var schedule = Plan(Recurrent("GRU", 32), Dense(3)).Schedule;

        // Of the input's weight, of the state's, and of the head's.
        Assert.Equal(3, schedule.Kernels.OfType<WeightGradientKernel>().Count());
        Assert.DoesNotContain(schedule.Kernels.OfType<ScanKernel>().SelectMany(scan => scan.Body), kernel => kernel.SumsOverBatch);
    }

    [Fact]
    public void Gates_lie_within_the_product_and_steps_within_sequences()
    {
        var program = Plan(Recurrent("LSTM", 32), Dense(3));
        var moves = program.Schedule.AllKernels.OfType<MoveKernel>().ToList();

        Assert.NotEmpty(moves);
        Assert.All(moves.SelectMany(move => move.Parts.Select(part => (move, part))), pair =>
            Assert.Equal(program.Memory.Offsets[pair.part.Source] + (pair.part.From / 32), program.Memory.Offsets[pair.move.Target] + (pair.part.To / 32)));

        // Four gates, the memory before, and its tanh behind: all that the way back reads of the way there.
        Assert.Equal(6, program.Schedule.Kernels.OfType<ScanKernel>().First().Stacked.Count(pair => program.Memory.Moving.ContainsKey(pair.Sequence)));
    }

    [Fact]
    public void Prediction_keeps_nothing_of_the_steps()
    {
        var scan = Assert.Single(PlanOf(Recurrent("LSTM", 32), Dense(3)).Programs.Single(program => program.Name == "predict").Schedule.Kernels.OfType<ScanKernel>());

        Assert.Empty(scan.Stacked);
        Assert.Single(scan.Final);
    }

    [Fact]
    public void Devices_get_the_steps_written_out()
    {
        var program = Plan(Recurrent("RNN", 5), Dense(3));

        Assert.DoesNotContain(program.DeviceSchedule.Kernels, kernel => kernel is ScanKernel);
        Assert.Equal(10, program.DeviceSchedule.Kernels.OfType<MatMulKernel>().Count(kernel => kernel.Parameter == 1 && kernel.Transposed));
    }

    [Fact]
    public void States_of_steps_that_change_their_shape_are_refused()
    {
        var graph = new GraphBuilder();
        var x = graph.Input(new Shape(4, 3));
        var scan = graph.Scan([x], [(new Shape(2), null)], reverse: false, (step, inputs, _) => [inputs[0]]);
        var program = new TensorProgram("wrong", graph.Nodes, [new ProgramOutput(OutputRole.Prediction, 0, graph.Final(scan, 0))]);

        Assert.Contains("other shapes", Assert.Throws<InvalidOperationException>(() => GraphVerifier.Verify(program)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Computing(ScanKernel scan) => scan.Body.Where(kernel => kernel is not (StepInputKernel or StepStateKernel or MoveKernel)).Select(kernel => kernel.GetType().Name);

    private static LayerSpec Recurrent(string kind, int units) => Of(kind, new Argument("Units", units));

    private static ProgramPlan Plan(params LayerSpec[] layers) => PlanOf(layers).Programs.Single(program => program.Name == "train");

    private static NetworkPlan PlanOf(params LayerSpec[] layers) => Planner.Plan(Shaped(Stack([10, 7], layers, Of("SoftmaxCrossEntropy"))));
}
