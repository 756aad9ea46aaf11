using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>Rows, or what the user gives, as vectors of neighbouring samples.</summary>
internal sealed record ToLanesOperation : Operation
{
    public override string Name => "to lanes";
}

/// <summary>Vectors of neighbouring samples as rows.</summary>
internal sealed record ToRowsOperation : Operation
{
    public override string Name => "to rows";
}

/// <summary>The same values in memory of their own.</summary>
internal sealed record LaneCopyOperation : Operation
{
    public override string Name => "copy";
}

/// <summary>What a window sees of an image [height, width, channels], times a weight [outputs, taps · channels]: a convolution.</summary>
internal sealed record ConvolveOperation(Window Window) : Operation
{
    public override string Name => $"convolve {Window}";
}

/// <summary>
/// Its transpose: what [rows, columns, outputs] times the weight puts into an image of <paramref name="Height"/> by <paramref name="Width"/>, of which the value is the part
/// from <paramref name="Top"/> and <paramref name="Left"/> on.
/// </summary>
internal sealed record SpreadOperation(Window Window, int Height, int Width, int Top, int Left) : Operation
{
    public override string Name => Inv($"spread {Window} to {Height}x{Width} from {Top}, {Left}");
}

/// <summary>What one block of samples contributes to the gradient of a weight, in the layout of the weight.</summary>
internal sealed record BlockGradientOperation(int Outputs, int Inputs) : Operation
{
    public override string Name => "gradient of a block";
}

/// <summary>What one block of samples contributes to numbers that are summed over the batch, rows of the result one after the other.</summary>
internal sealed record BlockSumOperation(int Rows, int Features) : Operation
{
    public override string Name => "sums of a block";
}
