using NetGen.Compiler.Emission.Ilgpu.MatMul;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints a launch: the method that the device starts, which calls one method per kernel; and what the host has to know of it.</summary>
internal sealed class LaunchPrinter(GpuContext context, DeviceProgram program)
{
    /// <summary>Threads per block where a block owns samples.</summary>
    private const int RowThreads = 128;

    /// <summary>Adds the methods and returns the descriptions for the host: one, or one per form, of which the host launches the one that suits a batch.</summary>
    public IEnumerable<string> Print(Launch launch) => new TileLaunches(context, program).FormsOf(launch).Select(form => Print(launch, form));

    private string Print(Launch launch, LaunchForm form)
    {
        var (body, blocks) = launch.Kind switch
        {
            LaunchKind.Sums => Sums(launch, form),
            LaunchKind.Once => (Block(launch, 0, form), "1"),
            LaunchKind.Tile when TileLaunches.HasTiles(launch) => new TileLaunches(context, program).Tile(launch, form),
            _ => Rows(launch, form),
        };
        var method = context.Method(launch.Name + form.Suffix, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{KernelTexts.Pascal(program.Program.Name)}, {Describe(launch)}{form.Remark}.</summary>");
            using (writer.Block($"internal static void {name}({context.View} values, {context.View} parameters, {context.View} gradients, {context.View} given, ArrayView<int> labels, {context.View} results, GpuRun run)"))
            {
                writer.Raw(body);
            }

            return writer.ToString();
        });
        return Inv($"new GpuLaunch<{context.T}>(\"{method}\", {method}, {ThreadsOf(launch)}, static run => {form.Blocks(blocks)}{(launch.OnlyForInputGradient ? ", onlyForInputGradient: true" : "")})");
    }

    private static int ThreadsOf(Launch launch) => launch.Kind is LaunchKind.Sums or LaunchKind.Once || TileLaunches.HasTiles(launch) ? GradientKernels.Threads : RowThreads;

    private static string Describe(Launch launch) => launch.Kind switch
    {
        LaunchKind.Sums => "sums over the batch, side by side",
        LaunchKind.Tile => launch.Kernels[0].Name + ", a tile per block",
        LaunchKind.Once => "what is the same for all samples",
        _ => "sample by sample: a block runs through " + string.Join(", ", launch.Kernels.Select(kernel => kernel.Name).Distinct()),
    };

    private (string Body, string Blocks) Rows(Launch launch, LaunchForm form)
    {
        var samples = TileLaunches.HasTiles(launch) ? TileLaunches.SamplesPerBlock(launch, form.IsLarge) : SamplesPerBlock(launch);
        return (Block(launch, samples, form), samples == 1 ? "run.Batch" : Inv($"(run.Batch + {samples - 1}) / {samples}"));
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
    private string Block(Launch launch, int samplesPerBlock, LaunchForm form)
    {
        var tiles = new TileLaunches(context, program);
        var writer = new SourceWriter();
        if (samplesPerBlock > 0)
        {
            writer.Line($"int from = {KernelTexts.Times("Grid.IdxX", samplesPerBlock)};");
            writer.Line(samplesPerBlock == 1 ? "const int samples = 1;" : Inv($"int samples = run.Batch - from < {samplesPerBlock} ? run.Batch - from : {samplesPerBlock};"));
        }

        var calls = launch.Kernels.Select(kernel => samplesPerBlock > 0 && DenseTiles.Suits(kernel) ? tiles.Call((MatMulKernel)kernel, form, samplesPerBlock) : Call(kernel)).ToList();
        if (samplesPerBlock > 0 && TileLaunches.HasTiles(launch))
        {
            writer.Line(tiles.Shared(launch.Kernels, form));
        }

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

    private (string Body, string Blocks) Sums(Launch launch, LaunchForm form)
    {
        var writer = new SourceWriter();
        var (constant, sliced) = (0, 0);
        var kernels = launch.Kernels.Where(kernel => !GradientTiles.Suits(kernel)).ToList();
        var calls = kernels.Select(new GradientKernels(context, program).Print).ToList();
        if (calls.Any(call => call.Contains(", scratch, ")))
        {
            writer.Line(Inv($"{context.View} scratch = SharedMemory.Allocate<{context.T}>({GradientKernels.Threads});"));
        }

        writer.Line("int task = Grid.IdxX;");
        if (TileLaunches.HasTiles(launch))
        {
            sliced += new TileLaunches(context, program).WriteGradients(writer, launch, form);
        }

        foreach (var (kernel, call) in kernels.Zip(calls, (kernel, call) => (kernel, call)))
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
