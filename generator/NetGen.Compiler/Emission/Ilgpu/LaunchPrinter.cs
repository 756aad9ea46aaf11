using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints a launch: the method that the device starts, which calls one method per kernel; and what the host has to know of it.</summary>
internal sealed class LaunchPrinter(GpuContext context, DeviceProgram program)
{
    /// <summary>Threads per block where a block owns samples.</summary>
    private const int RowThreads = 128;

    /// <summary>Adds the method and returns the description for the host.</summary>
    public string Print(Launch launch)
    {
        var (body, blocks) = launch.Kind switch
        {
            LaunchKind.Sums => Sums(launch),
            LaunchKind.Once => (Block(launch, 0), "1"),
            _ => Rows(launch),
        };
        var method = context.Method(launch.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{KernelTexts.Pascal(program.Program.Name)}, {Describe(launch)}.</summary>");
            using (writer.Block($"internal static void {name}({context.View} values, {context.View} parameters, {context.View} gradients, {context.View} given, ArrayView<int> labels, {context.View} results, GpuRun run)"))
            {
                writer.Raw(body);
            }

            return writer.ToString();
        });
        return Inv($"new GpuLaunch<{context.T}>(\"{method}\", {method}, {ThreadsOf(launch)}, static run => {blocks}{(launch.OnlyForInputGradient ? ", onlyForInputGradient: true" : "")})");
    }

    private static int ThreadsOf(Launch launch) => launch.Kind is LaunchKind.Sums or LaunchKind.Once ? GradientKernels.Threads : RowThreads;

    private static string Describe(Launch launch) => launch.Kind switch
    {
        LaunchKind.Sums => "sums over the batch, side by side",
        LaunchKind.Once => "what is the same for all samples",
        _ => "sample by sample: a block runs through " + string.Join(", ", launch.Kernels.Select(kernel => kernel.Name).Distinct()),
    };

    private (string Body, string Blocks) Rows(Launch launch)
    {
        var samples = SamplesPerBlock(launch);
        return (Block(launch, samples), samples == 1 ? "run.Batch" : Inv($"(run.Batch + {samples - 1}) / {samples}"));
    }

    /// <summary>As many samples as give every thread an element of the widest kernel, or one.</summary>
    private static int SamplesPerBlock(Launch launch)
    {
        var width = launch.Kernels.Max(kernel => kernel switch
        {
            RowKernel row => row.RowsPerSample * RowKernelPrinter.LanesOf(row),
            _ => kernel.Writes.Concat(kernel.Reads).Where(node => node.Type.Batched).Select(node => node.Type.Rows * node.Type.Last).DefaultIfEmpty(1).Max(),
        });
        var samples = 1;
        while (samples * width * 2 <= RowThreads)
        {
            samples *= 2;
        }

        return samples;
    }

    /// <summary>The kernels of a block in order, and a barrier wherever one reads what another one wrote.</summary>
    private string Block(Launch launch, int samplesPerBlock)
    {
        var writer = new SourceWriter();
        if (samplesPerBlock > 0)
        {
            writer.Line($"int from = {KernelTexts.Times("Grid.IdxX", samplesPerBlock)};");
            writer.Line(samplesPerBlock == 1 ? "const int samples = 1;" : Inv($"int samples = run.Batch - from < {samplesPerBlock} ? run.Batch - from : {samplesPerBlock};"));
        }

        var calls = launch.Kernels.Select(Call).ToList();
        if (calls.Any(call => call.Contains("(scratch, ") || call.Contains(", scratch, ")))
        {
            writer.Line(Inv($"{context.View} scratch = SharedMemory.Allocate<{context.T}>({ThreadsOf(launch)});"));
        }

        var written = new HashSet<(DeviceSpace, int)>();
        foreach (var (kernel, call) in launch.Kernels.Zip(calls, (kernel, call) => (kernel, call)))
        {
            if (kernel.Reads.Any(node => written.Contains(PlaceOf(node))))
            {
                writer.Line("Group.Barrier();");
                written.Clear();
            }

            WriteGuarded(writer, kernel, call);
            written.UnionWith(kernel.Writes.Select(PlaceOf));
        }

        return writer.ToString();
    }

    private (DeviceSpace, int) PlaceOf(Node node)
    {
        var place = program.Memory.Find(node);
        return (place.Space, place.Offset);
    }

    private (string Body, string Blocks) Sums(Launch launch)
    {
        var writer = new SourceWriter();
        var (constant, sliced) = (0, 0);
        var calls = launch.Kernels.Select(new GradientKernels(context, program).Print).ToList();
        if (calls.Any(call => call.Contains(", scratch, ")))
        {
            writer.Line(Inv($"{context.View} scratch = SharedMemory.Allocate<{context.T}>({GradientKernels.Threads});"));
        }

        writer.Line("int task = Grid.IdxX;");
        foreach (var (kernel, call) in launch.Kernels.Zip(calls, (kernel, call) => (kernel, call)))
        {
            var (blocks, isSliced) = GradientKernels.BlocksOf(kernel);
            var count = isSliced ? KernelTexts.Times("run.Slices", blocks) : Inv($"{blocks}");
            (constant, sliced) = isSliced ? (constant, sliced + blocks) : (constant + blocks, sliced);
            using (writer.Block($"if (task >= 0 && task < {count})"))
            {
                WriteGuarded(writer, kernel, call);
            }

            writer.Line();
            writer.Line($"task -= {count};");
        }

        return (writer.ToString(), KernelTexts.Sum(KernelTexts.Times("run.Slices", sliced), Inv($"{constant}")));
    }

    private static void WriteGuarded(SourceWriter writer, Kernel kernel, string call)
    {
        if (!kernel.OnlyForInputGradient)
        {
            writer.Line(call);
            return;
        }

        using (writer.Block("if (run.InputGradients != 0)"))
        {
            writer.Line(call);
        }
    }

    private string Call(Kernel kernel) => kernel switch
    {
        MatMulKernel product => new DenseKernel(context, program).Print(product),
        RowKernel row => new RowKernelPrinter(context, program).Print(row),
        LoopKernel loop => new LoopKernelPrinter(context, program).Print(loop),
        ProductKernel product => new ProductKernelPrinter(context, program).Print(product),
        _ => new Moves(context, program).Print(kernel),
    };
}
