namespace NetGen;

/// <summary>One of the inputs or outputs of a network, as one sample has it.</summary>
/// <param name="Name">As the declaration names it.</param>
/// <param name="Shape">The shape, without the batch.</param>
public sealed record ValueInfo(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>How many tokens there are, where the values are tokens: whole numbers from 0. Otherwise 0.</summary>
    public int Vocabulary { get; init; }

    /// <summary>The number of values.</summary>
    public int Size
    {
        get
        {
            // By index: rows are taken apart by sizes in every call, and an enumerator of an interface would be allocated.
            var size = 1;
            for (var axis = 0; axis < Shape.Count; axis++)
            {
                size = checked(size * Shape[axis]);
            }

            return size;
        }
    }
}
