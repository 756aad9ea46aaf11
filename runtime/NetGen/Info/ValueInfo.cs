namespace NetGen;

/// <summary>One of the inputs or outputs of a network, as one sample has it.</summary>
/// <param name="Name">As the declaration names it.</param>
/// <param name="Shape">The shape, without the batch.</param>
public sealed record ValueInfo(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>The number of values.</summary>
    public int Size => Shape.Aggregate(1, (product, extent) => checked(product * extent));
}
