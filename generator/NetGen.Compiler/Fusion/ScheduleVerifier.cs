using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>Checks what memory planning and emission rely on. A violation is a bug of the fusion pass, and is reported as such.</summary>
public static class ScheduleVerifier
{
    public static void Verify(Schedule schedule)
    {
        var written = new HashSet<Node>();
        foreach (var kernel in schedule.Kernels)
        {
            foreach (var node in kernel.Reads)
            {
                Demand(written.Contains(node), schedule, kernel, $"reads {node} before it is written");
            }

            written.UnionWith(kernel.Writes);
        }

        var gradients = new HashSet<int>(schedule.Kernels.OfType<WeightGradientKernel>().Select(kernel => kernel.Parameter)
            .Concat(schedule.Kernels.OfType<VectorGradientKernel>().Select(kernel => kernel.Parameter))
            .Concat(schedule.Kernels.OfType<ScatterAddKernel>().Select(kernel => kernel.Parameter))
            .Concat(schedule.Kernels.OfType<LaneTotalKernel>().Select(kernel => kernel.Parameter))
            .Concat(schedule.Kernels.OfType<HandOverKernel>().Select(kernel => kernel.Parameter)));
        foreach (var output in schedule.Program.Outputs.Where(output => output.Role == OutputRole.ParameterGradient))
        {
            var reached = !GradientPlan.IsUnreached(output.Value);
            Demand(!reached || gradients.Contains(output.Index), schedule, null, $"has no kernel for the gradient of parameter {output.Index}");
        }

        Demand(schedule.Losses.All(written.Contains), schedule, null, "does not write the loss");
    }

    private static void Demand(bool condition, Schedule schedule, Kernel? kernel, string complaint)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Invalid schedule '{schedule.Program.Name}': {kernel?.Name ?? "it"} {complaint}.");
        }
    }
}
