using NetGen.Compiler.Fusion;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Emission;

/// <summary>Schedules every program of a network and lays out its memory and parameters.</summary>
public static class Planner
{
    public static NetworkPlan Plan(ShapedNetwork network) => Plan(NetworkLowering.Programs(network)) with { Shaped = network };

    public static NetworkPlan Plan(NetworkPrograms network)
    {
        var width = network.Spec.Precision == Precision.Single ? 32 : 16;
        var programs = network.Programs.Select(program =>
        {
            var schedule = Scheduler.Run(program, inLanes: true);
            ScheduleVerifier.Verify(schedule);
            return new ProgramPlan(program.Name, program, schedule, MemoryPlanner.Plan(schedule, width));
        }).ToList();
        var parameters = Parameters(network, programs, width / 2);
        return new NetworkPlan(network, parameters, programs) { Buffers = Buffers(network, parameters, width / 2) };
    }

    private static List<ParameterPlan> Parameters(NetworkPrograms network, List<ProgramPlan> programs, int half)
    {
        // Backward refreshes what training leaves; all others find their transposed weights as they are.
        var needed = new HashSet<int>(programs.Where(program => program.Name != "backward").SelectMany(program => program.Schedule.AllKernels)
            .OfType<MatMulKernel>().Where(kernel => !kernel.Transposed && !kernel.OnlyForInputGradient).Select(kernel => kernel.Parameter)
            .Concat(programs.SelectMany(program => program.Schedule.AllKernels).OfType<GatherKernel>().Where(kernel => kernel.Parameter >= 0).Select(kernel => kernel.Parameter)));
        var parameters = new List<ParameterPlan>();
        int offset = 0, kernelOffset = 0, transposedOffset = 0;
        foreach (var parameter in network.Parameters)
        {
            var shape = parameter.Spec.KernelShape;
            var matrix = shape.Rank == 2;
            var transposed = matrix && (!network.Spec.Inference || needed.Contains(parameters.Count));
            var length = matrix ? shape[1] * RoundUp(shape[0], half) : RoundUp((int)shape.Count, half);
            parameters.Add(new ParameterPlan(parameter.Name, parameter.Spec, parameter.Frozen,
                offset, kernelOffset, length, transposed ? transposedOffset : -1, matrix && needed.Contains(parameters.Count)));
            offset += (int)shape.Count;
            kernelOffset += RoundUp(length, half);
            transposedOffset += transposed ? RoundUp(shape[0] * RoundUp(shape[1], half), half) : 0;
        }

        return parameters;
    }

    private static List<ParameterPlan> Buffers(NetworkPrograms network, List<ParameterPlan> parameters, int half)
    {
        var buffers = new List<ParameterPlan>();
        var offset = parameters.Count == 0 ? 0 : RoundUp(parameters[parameters.Count - 1].KernelOffset + parameters[parameters.Count - 1].KernelLength, half);
        foreach (var buffer in network.Buffers)
        {
            // A counter is the runtime's alone.
            var length = buffer.Spec.Shape.Rank == 0 ? 0 : RoundUp((int)buffer.Spec.Shape.Count, half);
            buffers.Add(new ParameterPlan(buffer.Name, buffer.Spec, false, 0, offset, length, -1, false));
            offset += length;
        }

        return buffers;
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
