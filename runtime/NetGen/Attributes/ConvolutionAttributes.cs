namespace NetGen;

/// <summary>What convolutions have in common. Images are [channels, height, width], sequences [channels, length].</summary>
public abstract class ConvolutionAttribute : WeightedLayerAttribute
{
    private protected ConvolutionAttribute(int channels) => Channels = channels;

    /// <summary>The number of output channels.</summary>
    public int Channels { get; }

    /// <summary>Positions from one window to the next, in each direction (default: 1).</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Zeros around the input, on each side (default: 0).</summary>
    public int Padding { get; set; }

    /// <summary>Positions from one tap of the window to the next (default: 1).</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// Into how many groups channels are divided, each of which is convolved by itself (default: 1). As many groups as channels is a depthwise convolution.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a number per output channel is added (default: true).</summary>
    public bool Bias { get; set; } = true;
}

/// <summary>
/// A convolution (cross-correlation) over images: input <c>[in, height, width]</c>, output <c>[channels, rows, columns]</c> with
/// <c>rows = (height + 2 padding - dilation (kernel - 1) - 1) / stride + 1</c>, rounded down. Parameters: <c>weight [channels, in / groups, kernel, kernel]</c> and,
/// unless Bias is false, <c>bias [channels]</c>. <c>torch.nn.Conv2d</c>.
/// </summary>
public sealed class Conv2DAttribute : ConvolutionAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="channels">The number of output channels, at least 1.</param>
    /// <param name="kernel">Rows and columns of the window.</param>
    public Conv2DAttribute(int channels, int kernel)
        : base(channels) => (Kernel, KernelHeight, KernelWidth) = (kernel, kernel, kernel);

    /// <summary>A window of any shape.</summary>
    /// <param name="channels">The number of output channels, at least 1.</param>
    /// <param name="kernelHeight">Rows of the window.</param>
    /// <param name="kernelWidth">Columns of the window.</param>
    public Conv2DAttribute(int channels, int kernelHeight, int kernelWidth)
        : base(channels) => (KernelHeight, KernelWidth) = (kernelHeight, kernelWidth);

    /// <summary>Rows and columns of a square window; 0 for another one.</summary>
    public int Kernel { get; }

    /// <summary>Rows of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>
    /// Whether the padding is chosen so that the output is as large as the input or, with a stride s, a part of 1 / s, rounded up; an odd row or column goes to the
    /// end (default: false). <c>padding='same'</c>.
    /// </summary>
    public bool Same { get; set; }
}

/// <summary>
/// A convolution (cross-correlation) over sequences: input <c>[in, length]</c>, output <c>[channels, positions]</c>. Parameters:
/// <c>weight [channels, in / groups, kernel]</c> and, unless Bias is false, <c>bias [channels]</c>. <c>torch.nn.Conv1d</c>.
/// </summary>
/// <param name="channels">The number of output channels, at least 1.</param>
/// <param name="kernel">Positions of the window.</param>
public sealed class Conv1DAttribute(int channels, int kernel) : ConvolutionAttribute(channels)
{
    /// <summary>Positions of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Whether the padding is chosen so that the output is as long as the input or, with a stride s, a part of 1 / s, rounded up (default: false).</summary>
    public bool Same { get; set; }
}

/// <summary>
/// The transpose of a convolution, which enlarges images: input <c>[in, height, width]</c>, output <c>[channels, rows, columns]</c> with
/// <c>rows = (height - 1) stride - 2 padding + dilation (kernel - 1) + output padding + 1</c>. Parameters: <c>weight [in, channels / groups, kernel, kernel]</c> and,
/// unless Bias is false, <c>bias [channels]</c>. <c>torch.nn.ConvTranspose2d</c>.
/// </summary>
public sealed class ConvTranspose2DAttribute : ConvolutionAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="channels">The number of output channels, at least 1.</param>
    /// <param name="kernel">Rows and columns of the window.</param>
    public ConvTranspose2DAttribute(int channels, int kernel)
        : base(channels) => (Kernel, KernelHeight, KernelWidth) = (kernel, kernel, kernel);

    /// <summary>A window of any shape.</summary>
    /// <param name="channels">The number of output channels, at least 1.</param>
    /// <param name="kernelHeight">Rows of the window.</param>
    /// <param name="kernelWidth">Columns of the window.</param>
    public ConvTranspose2DAttribute(int channels, int kernelHeight, int kernelWidth)
        : base(channels) => (KernelHeight, KernelWidth) = (kernelHeight, kernelWidth);

    /// <summary>Rows and columns of a square window; 0 for another one.</summary>
    public int Kernel { get; }

    /// <summary>Rows of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>Rows and columns more at the end: with a stride several sizes of output belong to one size of input (default: 0).</summary>
    public int OutputPadding { get; set; }
}
