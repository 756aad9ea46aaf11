using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// What all kernels of one run on a device are told. It stands here and not in the code that is injected into users' projects because ILGPU makes types of its own
/// that hold it, which must see it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public record struct GpuRun
{
    /// <summary>Samples.</summary>
    public int Batch { get; set; }

    /// <summary>The batch rounded up to a multiple of 64: what offsets per sample are multiplied with.</summary>
    public int Stride { get; set; }

    /// <summary>Where values that are the same for all samples begin.</summary>
    public int FixedStart { get; set; }

    /// <summary>Into how many parts sums over the batch are cut; each has a copy of the gradient.</summary>
    public int Slices { get; set; }

    /// <summary>1 if gradients by the inputs were asked for, else 0.</summary>
    public int InputGradients { get; set; }

    /// <summary>How matrix products are computed: a <see cref="ProductPrecision"/>.</summary>
    public int Products { get; set; }

    /// <summary>The lower half of the seed of masks and noise.</summary>
    public uint SeedLow { get; set; }

    /// <summary>The upper half.</summary>
    public uint SeedHigh { get; set; }

    /// <summary>1 in a training step, which alone changes running statistics, else 0.</summary>
    public int UpdatesBuffers { get; set; }

    /// <summary>The training steps that the network has behind it.</summary>
    public uint Step { get; set; }
}
