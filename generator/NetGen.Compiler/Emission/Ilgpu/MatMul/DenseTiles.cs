using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>Prints the product of rows by a weight, with bias and epilogue, as tiles: a group of threads per tile of the result.</summary>
internal sealed class DenseTiles(GpuContext context, DeviceProgram program, ProductPrecision products)
{
    /// <summary>Below this many multiplications per row a tile costs more than it saves.</summary>
    private const int SmallestWeight = 512;

    /// <summary>True for products that are worth tiles.</summary>
    public static bool Suits(Kernel kernel) => kernel is MatMulKernel product && product.Left.Type.Batched && (long)product.K * product.N >= SmallestWeight;

    /// <summary>How many tiles lie beside one another.</summary>
    public static int Across(MatMulKernel kernel, TileShape shape) => (kernel.N + shape.Columns - 1) / shape.Columns;

    /// <summary>The number of tiles for a number of rows given as text.</summary>
    public static string Count(MatMulKernel kernel, TileShape shape, string rows) =>
        KernelTexts.Times($"({KernelTexts.Quotient(Inv($"{KernelTexts.Wrap(rows)} + {shape.Rows - 1}"), shape.Rows)})", Across(kernel, shape));

    /// <summary>Quads of shared memory that the product needs.</summary>
    public int Shared(MatMulKernel kernel, TileShape shape) => ProductOf(kernel, shape).Shared;

    /// <summary>Adds the method and returns the call for tile number <paramref name="tile"/> of the samples of a block, or of the batch.</summary>
    public string Print(MatMulKernel kernel, TileShape shape, string tile, bool ofBlock)
    {
        var product = ProductOf(kernel, shape);
        TileTypes.Add(context, product);
        var passed = kernel.Operands.Where(DeviceArgument.IsPassed);
        var names = DeviceNames.Of(kernel.Stores.Select(store => store.Node).Concat(passed));
        var results = names.Keys.Select(node => DeviceArgument.Of(context, program, node, names[node], ofBlock)).ToList();
        if (kernel.Bias is not null)
        {
            results.Insert(0, DeviceArgument.Of(context, program, kernel.Bias, "bias", ofBlock));
        }

        var left = DeviceArgument.OfTile(context, program.Memory.Find(kernel.Left), kernel.Left.Type.Rows * kernel.K, true, ofBlock, product.LeftQuads, "left");
        var weightPlace = new DevicePlace(DeviceSpace.Parameters, context.Layout.ParameterOffsets[kernel.Parameter]);
        var weight = DeviceArgument.OfTile(context, weightPlace, kernel.K * kernel.N, false, ofBlock, product.RightQuads, "weight");
        var method = context.Method(kernel.Name + "Tile" + shape.Name + product.Suffix, name => PrintMethod(name, kernel, product, names, [left, weight, .. results], results));
        var rows = KernelTexts.Times(ofBlock ? "samples" : "run.Batch", kernel.Left.Type.Rows);
        return $"{method}({tile}, {rows}, shared, {string.Join(", ", new[] { left, weight }.Concat(results).Select(argument => argument.Source))});";
    }

    private TileProduct ProductOf(MatMulKernel kernel, TileShape shape)
    {
        var rightRow = kernel.Transposed ? kernel.K : kernel.N;
        return TileProduct.Of(TensorTile.Suits(kernel.K, kernel.N) ? products : ProductPrecision.Single, context.T, shape, OperandLayout.Inner, kernel.Transposed ? OperandLayout.Inner : OperandLayout.Outer, kernel.K % 4 == 0, rightRow % 4 == 0);
    }

    private string PrintMethod(string name, MatMulKernel kernel, TileProduct product, IReadOnlyDictionary<Node, string> names, IReadOnlyList<DeviceArgument> arguments, IReadOnlyList<DeviceArgument> results)
    {
        var store = context.Method(kernel.Name + "Store", storeName => PrintStore(storeName, kernel, names, results));
        var passed = string.Concat(results.Select(argument => argument.Declaration.Substring(argument.Declaration.LastIndexOf(' '))).Select(argument => "," + argument));
        var tiles = new TileKernel(product);
        var writer = new SourceWriter();
        writer.Line($"/// <summary>{XmlText.Of(DenseKernel.Formula(kernel, WithLeft(kernel, names)))}: [rows, {kernel.K}] → [rows, {kernel.N}], one tile of it.</summary>");
        using (writer.Block($"private static void {name}(int tile, int rows, ArrayView<Quad> shared, {string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            var right = new TileOperand("weight", Inv($"{kernel.N}"), Inv($"{(kernel.Transposed ? kernel.K : kernel.N)}"));
            foreach (var line in tiles.Sums(new TileOperand("left", "rows", Inv($"{kernel.K}")), right, "tile", Inv($"{Across(kernel, product.Shape)}"), "0", Inv($"{kernel.K}")))
            {
                writer.Line(line);
            }

            foreach (var line in tiles.Stores("rows", Inv($"{kernel.N}"), kernel.N % product.Shape.Columns == 0, (row, column, sum) => $"{store}({row}, {column}, {sum}{passed});"))
            {
                writer.Line(line);
            }
        }

        return writer.ToString();
    }

    private string PrintStore(string name, MatMulKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<DeviceArgument> results)
    {
        var writer = new SourceWriter();
        writer.Line("/// <summary>What becomes of one element of the product.</summary>");
        using (writer.Block($"private static void {name}(int row, int f, {context.T} product, {string.Join(", ", results.Select(argument => argument.Declaration))})"))
        {
            writer.Line($"int i = {KernelTexts.Sum(KernelTexts.Times("row", kernel.N), "f")};");
            if (kernel.Bias is not null)
            {
                writer.Line("product += bias[f];");
            }

            new DenseKernel(context, program).WriteEpilogue(writer, kernel, names, "i", "row", "f");
        }

        return writer.ToString();
    }

    /// <summary>Names for the comment, in which the rows have their own.</summary>
    private static IReadOnlyDictionary<Node, string> WithLeft(MatMulKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var all = names.ToDictionary(pair => pair.Key, pair => pair.Value);
        all[kernel.Left] = "left";
        return all;
    }
}
