using NetGen.Compiler.Emission.Ilgpu.MatMul;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>The parts of launches that are made of tiles: products of layers and gradients of weights.</summary>
internal sealed class TileLaunches(GpuContext context, DeviceProgram program)
{
    /// <summary>From this many large tiles on, a device of our days has work for all its processors.</summary>
    private const int ManyTiles = 96;

    /// <summary>From this many rows on, sums over the batch are long enough for large tiles.</summary>
    private const int ManyRows = 4096;

    /// <summary>Blocks that sums over the batch are cut into, where the batch allows it.</summary>
    private const int WantedBlocks = 264;

    private static readonly ProductPrecision[] Precisions = [ProductPrecision.Single, ProductPrecision.TensorFloat32, ProductPrecision.BFloat16];

    private bool IsSingle => context.Network.Precision == Precision.Single;

    public static bool HasTiles(Launch launch) => launch.Kind switch
    {
        LaunchKind.Sums => launch.Kernels.Any(GradientTiles.Suits),
        LaunchKind.Once => false,
        _ => launch.Kernels.Any(DenseTiles.Suits),
    };

    /// <summary>The forms of a launch, of which the host chooses by the size of the batch and, where tensor cores can multiply, by what was asked for.</summary>
    public IReadOnlyList<LaunchForm> FormsOf(Launch launch)
    {
        var forms = FormsBySize(launch);
        return IsSingle && HasTiles(launch) && launch.Kernels.Any(CanUseTensorCores)
            ? [.. Precisions.SelectMany(products => forms.Select(form => form with { Products = products, HasOthers = true }))]
            : forms;
    }

    private static LaunchForm[] FormsBySize(Launch launch)
    {
        if (!HasTiles(launch))
        {
            return [LaunchForm.Only];
        }

        var left = launch.Kernels.OfType<MatMulKernel>().FirstOrDefault(DenseTiles.Suits);
        var many = launch.Kind switch
        {
            LaunchKind.Sums => Inv($"run.Batch >= {LargeBatch(launch)}"),
            LaunchKind.Tile when left!.N <= 16 => null,
            LaunchKind.Tile => Inv($"{DenseTiles.Count(left!, left!.N <= 64 ? TileShape.Tall : TileShape.Wide, RowsOf(left))} >= {ManyTiles}"),
            _ => Inv($"run.Batch >= {ManyTiles * SamplesPerBlock(launch, true)}"),
        };
        return many is null ? [LaunchForm.Only] : [new LaunchForm(true, many), new LaunchForm(false, many.Replace(">=", "<"))];
    }

    /// <summary>Samples of a block that runs through several kernels: as many as fill a tile.</summary>
    public static int SamplesPerBlock(Launch launch, bool isLarge)
    {
        var rows = launch.Kernels.Where(DenseTiles.Suits).OfType<MatMulKernel>().Max(kernel => kernel.Left.Type.Rows);
        return Math.Max(1, (isLarge ? TileShape.Tall.Rows : TileShape.Small.Rows) / rows);
    }

    /// <summary>The slices that sums over a batch are cut into, as a function of <c>batch</c>.</summary>
    public static string Slices(GpuContext context)
    {
        var launches = context.Plan.Programs.SelectMany(program => program.Launches.Select(launch => (program, launch))).Where(pair => pair.launch.Kind == LaunchKind.Sums && HasTiles(pair.launch)).ToList();
        if (launches.Count == 0)
        {
            return "static batch => batch >= 4096 ? 16 : batch >= 512 ? 4 : 1";
        }

        int Most(bool longSums) => launches.Max(pair =>
            Math.Min(64, Math.Max(1, WantedBlocks / new GradientTiles(context, pair.program, longSums, ProductPrecision.Single).Count(WeightsOf(pair.launch)))));
        var large = launches.Max(pair => LargeBatch(pair.launch));
        return Inv($"static batch => batch >= {large} ? Math.Min({Most(true)}, batch / {Math.Max(1, large / 8)}) : Math.Min({Math.Min(8, Most(false))}, (batch + {Math.Max(1, large / 32) - 1}) / {Math.Max(1, large / 32)})");
    }

    /// <summary>A launch of one product: a block per tile.</summary>
    public (string Body, string Blocks) Tile(Launch launch, LaunchForm form)
    {
        var kernel = (MatMulKernel)launch.Kernels[0];
        var shape = ShapeOf(kernel, form);
        var writer = new SourceWriter();
        writer.Line(Shared(launch.Kernels, form));
        writer.Line(new DenseTiles(context, program, form.Products).Print(kernel, shape, "Grid.IdxX", false));
        return (writer.ToString(), DenseTiles.Count(kernel, shape, RowsOf(kernel)));
    }

    /// <summary>A product for the samples of a block, tile by tile.</summary>
    public string Call(MatMulKernel kernel, LaunchForm form, int samplesPerBlock)
    {
        var shape = ShapeOf(kernel, form);
        var isOne = samplesPerBlock * kernel.Left.Type.Rows <= shape.Rows && DenseTiles.Across(kernel, shape) == 1;
        var call = new DenseTiles(context, program, form.Products).Print(kernel, shape, isOne ? "0" : "tile", true);
        return isOne ? call : $"for (int tile = 0; tile < {DenseTiles.Count(kernel, shape, KernelTexts.Times("samples", kernel.Left.Type.Rows))}; tile++)\n{{\n    {call}\n}}";
    }

    /// <summary>The declaration of the shared memory of all products of a launch.</summary>
    public string Shared(IEnumerable<Kernel> kernels, LaunchForm form) =>
        TileKernel.Shared(kernels.Where(DenseTiles.Suits).OfType<MatMulKernel>().Max(kernel => new DenseTiles(context, program, form.Products).Shared(kernel, ShapeOf(kernel, form))));

    /// <summary>Writes the gradients of weights and returns how many blocks a slice of them takes.</summary>
    public int WriteGradients(SourceWriter writer, Launch launch, LaunchForm form)
    {
        var tiles = new GradientTiles(context, program, form.IsLarge, form.Products);
        var groups = tiles.Groups(WeightsOf(launch)).ToList();
        writer.Line(TileKernel.Shared(groups.Max(tiles.Shared)));
        foreach (var group in groups)
        {
            var count = KernelTexts.Times("run.Slices", tiles.Count(group));
            using (writer.Block($"if (task >= 0 && task < {count})"))
            {
                writer.Line(tiles.Print(group, launch.Name + "Weights"));
            }

            writer.Line();
            writer.Line($"task -= {count};");
        }

        return groups.Sum(tiles.Count);
    }

    private static bool CanUseTensorCores(Kernel kernel) => kernel switch
    {
        MatMulKernel product => DenseTiles.Suits(product) && TensorTile.Suits(product.K, product.N),
        WeightGradientKernel weight => GradientTiles.Suits(weight) && TensorTile.Suits(weight.K, weight.N),
        _ => false,
    };

    private static IEnumerable<WeightGradientKernel> WeightsOf(Launch launch) => launch.Kernels.Where(GradientTiles.Suits).OfType<WeightGradientKernel>();

    private static int LargeBatch(Launch launch) => Math.Max(64, ManyRows / WeightsOf(launch).Max(kernel => kernel.Left.Type.Rows));

    private static string RowsOf(MatMulKernel kernel) => KernelTexts.Times("run.Batch", kernel.Left.Type.Rows);

    private TileShape ShapeOf(MatMulKernel kernel, LaunchForm form) => form.IsLarge ? TileShape.ForManyRows(kernel.N, IsSingle) : TileShape.ForFewRows(kernel.N);
}
