namespace NetGen;

/// <summary>A batch of values of one shape, or a parameter.</summary>
public sealed partial class Tensor
{
}
