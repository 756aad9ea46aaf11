using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Scans;

/// <summary>Schedules the body of a recurrence as any program is scheduled, and puts its kernels into one. What a step would compute anew from parameters alone is computed once, before.</summary>
internal static class ScanFusion
{
    /// <param name="scan">The recurrence.</param>
    /// <param name="outputs">What is wanted of it.</param>
    public static IEnumerable<Kernel> Make(Node scan, IReadOnlyList<Node> outputs)
    {
        var (operation, body) = ((ScanOperation)scan.Operation, ((ScanOperation)scan.Operation).Body);
        var stacked = outputs.Where(output => output.Operation is ScanOutputOperation).ToList();
        var wanted = stacked.Select(body.ValueOf).ToList();
        var nodes = body.Nodes.ToList();
        var next = body.Next.Select((node, state) => Own(node, state, nodes)).ToList();
        var program = Pruning.Prune(new TensorProgram(operation.Name, nodes, [.. wanted.Concat(next).Concat(body.States).Select((value, index) => new ProgramOutput(OutputRole.Step, index, value))]));
        var schedule = Scheduler.Run(program, inLanes: false);
        ScheduleVerifier.Verify(schedule);
        if (schedule.Phases.Any(phase => phase.SumsOverBatch) || schedule.Phases.Count(phase => !phase.IsFixed) > 1)
        {
            throw new InvalidOperationException($"The body of {operation.Name} sums over the batch.");
        }

        var values = schedule.Program.Outputs.Select(output => Aliases.Resolve(output.Value)).ToList();
        var states = values.Skip(wanted.Count + body.Next.Count).ToList();
        var sequences = scan.Inputs.Take(body.Inputs.Count).Select(Aliases.Resolve).ToList();
        var kernels = schedule.Phases.Where(phase => !phase.IsFixed).SelectMany(phase => phase.Kernels)
            .Select(kernel => kernel is StepInputKernel input ? input with { Sequence = sequences[((StepInputOperation)input.Target.Operation).Index] } : kernel).ToList();
        var initial = body.States.Select((_, index) => ScanOperation.Initial(scan, index) is { } state ? Aliases.Resolve(state) : null).ToList();
        return schedule.Phases.Where(phase => phase.IsFixed).SelectMany(phase => phase.Kernels).Append(new ScanKernel(
            KernelNames.Of(scan), scan, kernels, initial,
            states.Select((state, index) => (state, values[wanted.Count + index])).ToList(),
            stacked.Select((output, index) => (values[index], output)).ToList(),
            outputs.Where(output => output.Operation is ScanFinalOperation).Select(output => (states[((ScanFinalOperation)output.Operation).State], output)).ToList()));
    }

    /// <summary>What a state becomes, as a value of its own if it is what another state was: states change one after the other.</summary>
    private static Node Own(Node next, int state, List<Node> nodes)
    {
        if (Aliases.Resolve(next).Operation is not StepStateOperation other || other.Index == state)
        {
            return next;
        }

        var copy = new Node(nodes.Count, new StagedOperation(), [next], next.Type, next.Origin, next.Backward);
        nodes.Add(copy);
        return copy;
    }
}
