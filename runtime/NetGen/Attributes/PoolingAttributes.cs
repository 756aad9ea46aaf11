namespace NetGen;

/// <summary>What pooling with a window has in common: input <c>[channels, height, width]</c>, output <c>[channels, rows, columns]</c>.</summary>
public abstract class PoolingAttribute : LayerAttribute
{
    private protected PoolingAttribute(int kernel, int kernelHeight, int kernelWidth) => (Kernel, KernelHeight, KernelWidth) = (kernel, kernelHeight, kernelWidth);

    /// <summary>Rows and columns of a square window; 0 for another one.</summary>
    public int Kernel { get; }

    /// <summary>Rows of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>Positions from one window to the next (default: those of the window, so that windows touch and do not overlap).</summary>
    public int Stride { get; set; }

    /// <summary>Positions around the image, on each side; at most half of the window (default: 0).</summary>
    public int Padding { get; set; }
}

/// <summary>The largest value that a window sees, channel by channel; of equal ones the first gets the gradient. <c>torch.nn.MaxPool2d</c>.</summary>
public sealed class MaxPool2DAttribute : PoolingAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="kernel">Rows and columns of the window.</param>
    public MaxPool2DAttribute(int kernel)
        : base(kernel, kernel, kernel)
    {
    }

    /// <summary>A window of any shape.</summary>
    /// <param name="kernelHeight">Rows of the window.</param>
    /// <param name="kernelWidth">Columns of the window.</param>
    public MaxPool2DAttribute(int kernelHeight, int kernelWidth)
        : base(0, kernelHeight, kernelWidth)
    {
    }

    /// <summary>Positions from one tap of the window to the next (default: 1).</summary>
    public int Dilation { get; set; } = 1;
}

/// <summary>The mean of what a window sees, channel by channel; padding counts as zeros. <c>torch.nn.AvgPool2d</c>.</summary>
public sealed class AveragePool2DAttribute : PoolingAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="kernel">Rows and columns of the window.</param>
    public AveragePool2DAttribute(int kernel)
        : base(kernel, kernel, kernel)
    {
    }

    /// <summary>A window of any shape.</summary>
    /// <param name="kernelHeight">Rows of the window.</param>
    /// <param name="kernelWidth">Columns of the window.</param>
    public AveragePool2DAttribute(int kernelHeight, int kernelWidth)
        : base(0, kernelHeight, kernelWidth)
    {
    }
}

/// <summary>The mean of each channel: <c>[channels, height, width]</c> becomes <c>[channels]</c>. <c>torch.nn.AdaptiveAvgPool2d(1)</c>, flattened.</summary>
public sealed class GlobalAveragePool2DAttribute : LayerAttribute;

/// <summary>
/// Means over as many parts of an image as are asked for, whatever its size: part i of n reaches from ⌊i · extent / n⌋ to ⌈(i + 1) · extent / n⌉.
/// <c>torch.nn.AdaptiveAvgPool2d</c>.
/// </summary>
public sealed class AdaptiveAveragePool2DAttribute : LayerAttribute
{
    /// <summary>As many columns as rows.</summary>
    /// <param name="size">Rows and columns of the output.</param>
    public AdaptiveAveragePool2DAttribute(int size) => (Size, Height, Width) = (size, size, size);

    /// <summary>Any number of rows and columns.</summary>
    /// <param name="height">Rows of the output.</param>
    /// <param name="width">Columns of the output.</param>
    public AdaptiveAveragePool2DAttribute(int height, int width) => (Height, Width) = (height, width);

    /// <summary>Rows and columns where they are equal by declaration; else 0.</summary>
    public int Size { get; }

    /// <summary>Rows of the output.</summary>
    public int Height { get; }

    /// <summary>Columns of the output.</summary>
    public int Width { get; }
}

/// <summary>
/// An image <c>scale</c> times as high and wide: each value repeated or, if <see cref="Bilinear"/>, weighted means of the four nearest, without aligned corners.
/// <c>torch.nn.Upsample</c>.
/// </summary>
/// <param name="scale">How many times, at least 1.</param>
public sealed class Upsample2DAttribute(int scale) : LayerAttribute
{
    /// <summary>How many times as high and wide.</summary>
    public int Scale { get; } = scale;

    /// <summary>Whether values are interpolated (default: false, they are repeated).</summary>
    public bool Bilinear { get; set; }
}
