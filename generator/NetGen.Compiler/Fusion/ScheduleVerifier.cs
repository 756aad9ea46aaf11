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

        var gradients = schedule.ParametersUpdated;
        foreach (var output in schedule.Program.Outputs.Where(output => output.Role == OutputRole.ParameterGradient))
        {
            Demand(output.Value.IsZero || gradients.Contains(output.Index), schedule, null, $"has no kernel for the gradient of parameter {output.Index}");
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
