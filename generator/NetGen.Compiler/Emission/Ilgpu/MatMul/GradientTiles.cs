using NetGen.Compiler.Fusion;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// Prints the gradients of all weights of a launch as tiles, each cut into slices of the batch. Weights whose tiles have one shape share the text of
/// their tile: the block finds out which weight it works for, and where that lies.
/// </summary>
internal sealed class GradientTiles(GpuContext context, DeviceProgram program, bool longSums, ProductPrecision products)
{
    /// <summary>True for gradients that are worth tiles.</summary>
    public static bool Suits(Kernel kernel) => kernel is WeightGradientKernel { Target: null } weight && weight.K * weight.N >= 256;

    /// <summary>Tiles of one slice.</summary>
    public int Count(IEnumerable<WeightGradientKernel> kernels) => kernels.Select(PlanOf).Sum(plan => plan.Tiles);

    /// <summary>The groups of weights whose tiles are alike.</summary>
    public IEnumerable<IReadOnlyList<WeightGradientKernel>> Groups(IEnumerable<WeightGradientKernel> kernels) =>
        kernels.GroupBy(kernel => PlanOf(kernel).Product).Select(group => group.ToList());

    /// <summary>Quads of shared memory.</summary>
    public int Shared(IReadOnlyList<WeightGradientKernel> group) => PlanOf(group[0]).Product.Shared;

    /// <summary>Adds the method of a group and returns the call for block number <c>task</c> of it.</summary>
    public string Print(IReadOnlyList<WeightGradientKernel> group, string name)
    {
        var product = PlanOf(group[0]).Product;
        TileTypes.Add(context, product);
        var method = context.Method(name + product.Shape.Name + product.Suffix, printed => PrintMethod(printed, group, product));
        return $"{method}(task, shared, values, parameters, gradients, given, results, run);";
    }

    private string PrintMethod(string name, IReadOnlyList<WeightGradientKernel> group, TileProduct product)
    {
        var (writer, tiles) = (new SourceWriter(), new TileKernel(product));
        var (count, scalar) = (Count(group), context.T);
        var parameters = string.Join(", ", group.Select(kernel => context.Network.Parameters[kernel.Parameter].Name));
        writer.Line($"/// <summary>The gradients of {parameters}: one tile, over one slice of the batch.</summary>");
        using (writer.Block($"private static void {name}(int task, ArrayView<Quad> shared, {context.View} values, {context.View} parameters, {context.View} gradients, {context.View} given, {context.View} results, GpuRun run)"))
        {
            writer.Line($"int slice = {KernelTexts.Quotient("task", count)};");
            writer.Line($"int tile = {KernelTexts.Remainder("task", count)};");
            writer.Line($"ArrayView<{(product.LeftQuads ? "Quad" : scalar)}> left;");
            writer.Line($"ArrayView<{(product.RightQuads ? "Quad" : scalar)}> right;");
            writer.Line("int height, width, across, place, down, beside, terms;");
            var first = 0;
            foreach (var kernel in group)
            {
                var plan = PlanOf(kernel);
                var isLast = first + plan.Tiles == count;
                using (writer.Block((first == 0 ? "" : "else ") + (isLast ? "" : Inv($"if (tile < {first + plan.Tiles})")) is { Length: > 0 } header ? header.TrimEnd() : "// The only one."))
                {
                    writer.Line($"left = {SourceOf(plan.Left, plan.Height, product.LeftQuads)};");
                    writer.Line($"right = {SourceOf(plan.Right, plan.Width, product.RightQuads)};");
                    writer.Line(Inv($"(height, width, across, place) = ({plan.Height}, {plan.Width}, {plan.Across}, {context.Layout.ParameterOffsets[kernel.Parameter]});"));
                    writer.Line(Inv($"(down, beside, terms) = ({(plan.IsSwapped ? 1 : kernel.K)}, {(plan.IsSwapped ? kernel.K : 1)}, {KernelTexts.Times("run.Batch", kernel.Left.Type.Rows)});"));
                    if (first > 0)
                    {
                        writer.Line(Inv($"tile -= {first};"));
                    }
                }

                first += plan.Tiles;
            }

            writer.Line();
            writer.Line("int length = (terms + run.Slices - 1) / run.Slices;");
            writer.Line("int from = slice * length;");
            writer.Line("int to = Math.Min(from + length, terms);");
            foreach (var line in tiles.Sums(new TileOperand("left", "height", "height"), new TileOperand("right", "width", "width"), "tile", "across", "from", "to"))
            {
                writer.Line(line);
            }

            writer.Line(Inv($"place += (slice * {context.Layout.ParameterLength}) + (row * down) + (column * beside);"));
            foreach (var line in tiles.Stores("height", "width", false, (row, column, sum) => $"gradients[{Place(row, column)}] = {sum};"))
            {
                writer.Line(line);
            }
        }

        return writer.ToString();
    }

    /// <summary>Where a sum goes; <c>place</c> is that of the thread's first.</summary>
    private static string Place(string row, string column)
    {
        var terms = new List<string> { "place" };
        if (row.IndexOf('+') >= 0)
        {
            terms.Add($"({row.Substring(row.IndexOf('+') + 2)} * down)");
        }

        if (column.IndexOf('+') >= 0)
        {
            terms.Add($"({column.Substring(column.IndexOf('+') + 2)} * beside)");
        }

        return string.Join(" + ", terms);
    }

    private string SourceOf(Graph.Node node, int size, bool quads) =>
        DeviceArgument.OfTile(context, program.Memory.Find(node), node.Type.Rows * size, true, false, quads, "").Source;

    /// <summary>Weights lie as [out, in]: outputs are rows, unless there are few of them, and more inputs.</summary>
    private Plan PlanOf(WeightGradientKernel kernel)
    {
        var isSwapped = kernel.N <= 16 && kernel.K > kernel.N;
        var (left, height, right, width) = isSwapped ? (kernel.Left, kernel.K, kernel.Right, kernel.N) : (kernel.Right, kernel.N, kernel.Left, kernel.K);
        var shape = longSums ? TileShape.ForLongSums(height, width, context.Network.Precision == Precision.Single) : TileShape.ForFewRows(width);
        var across = (width + shape.Columns - 1) / shape.Columns;
        var product = TileProduct.Of(TensorTile.Suits(kernel.K, kernel.N) ? products : ProductPrecision.Single, context.T, shape, OperandLayout.Outer, OperandLayout.Outer, height % 4 == 0, width % 4 == 0);
        return new Plan(left, height, right, width, isSwapped, product, across, across * ((height + shape.Rows - 1) / shape.Rows));
    }

    private sealed record Plan(Graph.Node Left, int Height, Graph.Node Right, int Width, bool IsSwapped, TileProduct Product, int Across, int Tiles);
}
