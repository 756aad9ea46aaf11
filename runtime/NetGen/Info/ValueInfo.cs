namespace NetGen;

/// <summary>One of the inputs or outputs of a network, as one sample has it.</summary>
/// <param name="Name">As the declaration names it.</param>
/// <param name="Shape">The shape, without the batch.</param>
public sealed record ValueInfo(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>How many tokens there are, where the values are tokens: whole numbers from 0. Otherwise 0.</summary>
    public int Vocabulary { get; init; }

    /// <summary>The number of values.</summary>
    public int Size => Shape.Aggregate(1, (product, extent) => checked(product * extent));
}
