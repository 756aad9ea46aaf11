namespace NetGen;

/// <summary>
/// The shape of one input sample, without the batch: <c>Input(784)</c> for 784 features, <c>Input(1, 28, 28)</c> for an image as
/// channels, height, width, as in PyTorch.
/// </summary>
/// <param name="dims">The dimensions, each at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class InputAttribute(params int[] dims) : Attribute
{
    /// <summary>The dimensions of one sample.</summary>
    public int[] Dims { get; } = dims;
}
