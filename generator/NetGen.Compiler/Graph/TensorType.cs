using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <summary>The type of a value: its shape, and whether a batch of them stands in front of it.</summary>
/// <param name="Batched">True for <c>[B, …]</c>, one per sample; false for parameters and constants.</param>
/// <param name="Shape">The shape without the batch.</param>
public sealed record TensorType(bool Batched, Shape Shape)
{
    /// <summary>Extent of the last axis: the features of a row.</summary>
    public int Last => Shape.Last;

    /// <summary>Rows per sample: the product of all axes but the last.</summary>
    public int Rows => Shape.Rows;

    public TensorType WithLast(int last) => this with { Shape = Shape.WithLast(last) };

    public override string ToString() =>
        Batched ? "[" + string.Join(", ", Shape.Dims.Select(dim => Inv($"{dim}")).Prepend("B")) + "]" : Shape.ToString();
}
