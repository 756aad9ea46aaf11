using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Launching;

/// <summary>
/// Turns the phases of a schedule into launches. Kernels over rows that follow on each other share a launch, large products have one each, and all sums
/// of a phase run side by side.
/// </summary>
public static class LaunchPlanner
{
    /// <summary>From this many values of a weight on, a product is worth a launch of its own.</summary>
    private const int LargeWeight = 4096;

    /// <summary>Columns of the widest tile that many rows are computed with by a block of their own.</summary>
    private const int NarrowWidth = 64;

    public static DeviceProgram Plan(NetworkPlan network, ProgramPlan program, DeviceLayout layout)
    {
        var schedule = program.DeviceSchedule;
        var aliases = new DeviceAliases(schedule.Kernels, layout);
        var groups = new List<(LaunchKind Kind, List<Kernel> Kernels)>();
        foreach (var phase in schedule.Phases)
        {
            foreach (var kernel in phase.Kernels.Where(kernel => !aliases.IsNeedless(kernel)))
            {
                var kind = KindOf(phase, kernel);
                if (groups.Count > 0 && groups[groups.Count - 1].Kind == kind && kind != LaunchKind.Tile && !(kind == LaunchKind.Sums && DependsOn(kernel, groups[groups.Count - 1].Kernels, aliases)))
                {
                    groups[groups.Count - 1].Kernels.Add(kernel);
                }
                else
                {
                    groups.Add((kind, [kernel]));
                }
            }
        }

        AddSums(groups, [.. Losses(schedule), .. Unreached(network, schedule)], aliases);
        var names = new UniqueNames([]);
        var launches = groups.Select(group => new Launch(names.Add(NameOf(program, group.Kind, group.Kernels), ""), group.Kind, group.Kernels)).ToList();
        return new DeviceProgram(program, launches, DeviceMemory.Plan(launches, aliases, layout));
    }

    private static LaunchKind KindOf(Phase phase, Kernel kernel) => kernel switch
    {
        HandOverKernel => LaunchKind.Sums,
        MatMulKernel product when product.Left.Type.Batched && (long)product.K * product.N >= LargeWeight && !IsNarrow(phase) => LaunchKind.Tile,
        _ => phase.SumsOverBatch ? LaunchKind.Sums : phase.IsFixed ? LaunchKind.Once : LaunchKind.Rows,
    };

    /// <summary>
    /// True when a block can run through the whole phase with products that fit into a tile or two: then nothing is gained by launches of their own, and values
    /// come from a cache that the block filled itself.
    /// </summary>
    private static bool IsNarrow(Phase phase) => phase.Kernels.OfType<MatMulKernel>().All(product => product.N <= NarrowWidth && product.K <= 2 * NarrowWidth);

    private static bool DependsOn(Kernel kernel, IEnumerable<Kernel> others, DeviceAliases aliases) =>
        kernel.Reads.Select(aliases.Root).Intersect(others.SelectMany(other => other.Writes).Select(aliases.Root)).Any();

    private static IEnumerable<Kernel> Losses(Schedule schedule) =>
        schedule.Losses.Select((rows, index) => new LossKernel(schedule.Losses.Count == 1 ? "Loss" : Inv($"Loss{index + 1}"), rows, index));

    /// <summary>Parameters whose gradients nobody computes, in a program that computes others.</summary>
    private static IEnumerable<Kernel> Unreached(NetworkPlan network, Schedule schedule)
    {
        if (!schedule.Program.Outputs.Any(output => output.Role == OutputRole.ParameterGradient))
        {
            return [];
        }

        var reached = schedule.ParametersUpdated;
        return Enumerable.Range(0, network.Parameters.Count).Where(index => !reached.Contains(index))
            .Select(index => new NoGradientKernel(KernelNames.Pascal(network.Parameters[index].Name) + "Gradient", index));
    }

    /// <summary>Further sums join the last launch of sums that comes after what they read.</summary>
    private static void AddSums(List<(LaunchKind Kind, List<Kernel> Kernels)> groups, IReadOnlyList<Kernel> sums, DeviceAliases aliases)
    {
        if (sums.Count == 0)
        {
            return;
        }

        var last = groups.FindLastIndex(group => group.Kind == LaunchKind.Sums);
        if (last >= 0 && !groups.Skip(last).Any(group => sums.Any(sum => DependsOn(sum, group.Kernels, aliases))))
        {
            groups[last].Kernels.AddRange(sums);
        }
        else
        {
            groups.Add((LaunchKind.Sums, [.. sums]));
        }
    }

    private static string NameOf(ProgramPlan program, LaunchKind kind, IReadOnlyList<Kernel> kernels)
    {
        var name = KernelNames.Pascal(program.Name);
        return kind == LaunchKind.Tile ? name + kernels[0].Name : name + kind;
    }
}
