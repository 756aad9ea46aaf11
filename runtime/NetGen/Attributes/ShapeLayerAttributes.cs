namespace NetGen;

/// <summary>Joins all axes of a sample into one, the last axis running fastest. <c>torch.nn.Flatten</c>. Costs nothing.</summary>
public sealed class FlattenAttribute : LayerAttribute;

/// <summary>
/// Gives a sample another shape with the same number of values, in the same order. <c>torch.reshape</c> without the batch.
/// </summary>
/// <param name="dims">The dimensions, each at least 1; one of them may be -1 and is then computed.</param>
public sealed class ReshapeAttribute(params int[] dims) : LayerAttribute
{
    /// <summary>The new dimensions, without the batch.</summary>
    public int[] Dims { get; } = dims;
}
