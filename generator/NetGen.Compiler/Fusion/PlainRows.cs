using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Which elementwise values the kernels over rows can compute: all arguments have the result's rows, or one number per row, or are one
/// row for all. Everything else (axes that are broadcast, numbers that depend on the sample alone) takes nested loops.
/// </summary>
internal static class PlainRows
{
    public static bool Holds(Node node) => node.Type.Batched && node.Inputs.All(input => IsPlain(node, input));

    private static bool IsPlain(Node node, Node input)
    {
        var memory = Aliases.Resolve(input);
        if (memory.Operation is IotaOperation)
        {
            return input.Type.Last == node.Type.Last && node.Type.Last > 1;
        }

        if (!input.Type.Batched)
        {
            return !Placement.IsPerRow(node) && input.Type.Rows == 1 && input.Type.Last == node.Type.Last && Placement.Of(memory) is Place.Parameter or Place.Constant or Place.Fixed;
        }

        return input.Type.Rows == node.Type.Rows && (Placement.IsPerRow(memory) || input.Type.Last == node.Type.Last);
    }
}

/// <summary>Which products the tiled kernels compute: rows of the batch by a matrix that is a parameter.</summary>
internal static class ProductRule
{
    public static bool IsByWeight(Node product) => product.Operation is MatMulOperation { TransposeLeft: false }
        && product.Inputs[0].Type.Batched && Weight(product) is not null;

    /// <summary>The parameter that a product multiplies by, or null.</summary>
    public static ParameterOperation? Weight(Node product) => Aliases.Resolve(product.Inputs[1]).Operation as ParameterOperation;
}
