namespace NetGen;

/// <summary>The content of an IDX file of unsigned bytes.</summary>
/// <param name="Shape">The extents, the samples first: 60000, 28, 28 for MNIST's training images.</param>
/// <param name="Values">The values in row-major order: as many as the product of the extents.</param>
public sealed record IdxArray(IReadOnlyList<int> Shape, byte[] Values);
