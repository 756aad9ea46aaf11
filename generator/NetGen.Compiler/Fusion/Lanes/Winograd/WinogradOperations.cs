using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes.Winograd;

/// <summary>
/// A convolution with a 3x3 window by minimal filtering, F(2x2, 3x3): of an image, and of a weight that lies as <see cref="FilterOperation"/> leaves it. The transpose of a
/// convolution is one, too, with zeros around.
/// </summary>
/// <param name="Top">Rows of zeros above the image.</param>
/// <param name="Left">Columns of zeros to the left of it.</param>
internal sealed record WinogradOperation(int Top, int Left) : Operation
{
    public override string Name => Top == 0 && Left == 0 ? "minimal filtering" : Inv($"minimal filtering from {-Top}, {-Left}");
}

/// <summary>
/// What minimal filtering multiplies by: the 3x3 taps of each channel and output as 16 numbers, [16 · channels, outputs].
/// </summary>
/// <param name="Transposed">Whether the taps are turned and channels and outputs exchanged, as the gradient by the image needs it.</param>
internal sealed record FilterOperation(bool Transposed) : Operation
{
    public override string Name => Transposed ? "transposed filter" : "filter";
}

/// <summary>Memory that a kernel uses while it runs.</summary>
internal sealed record ScratchOperation : Operation
{
    public override string Name => "scratch";
}
