namespace NetGen;

/// <summary>
/// The shape of one input sample, without the batch: <c>Input(784)</c> for 784 features, <c>Input(1, 28, 28)</c> for an image as
/// channels, height, width, as in PyTorch. A network with several inputs says it once for each, at the class in the order of the parameters of <c>Forward</c>, or at
/// the parameters; at the last parameter of a <see cref="LossAttribute"/> method it is the shape of the target.
/// </summary>
/// <param name="dims">The dimensions, each at least 1.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(params int[] dims) : Attribute
{
    /// <summary>The dimensions of one sample.</summary>
    public int[] Dims { get; } = dims;
}
