namespace NetGen;

/// <summary>What all explanations of a single answer have in common.</summary>
public abstract record ExplainOptions
{
    private protected ExplainOptions()
    {
    }

    /// <summary>Which number is explained; the output itself unless said otherwise.</summary>
    public Explained Of { get; init; } = Explained.Output;

    /// <summary>Points that the network computes at once, at least 1: of influence on speed and memory only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int BatchSize { get; init => field = Setting.AtLeast(1, value, nameof(BatchSize)); } = 128;

    /// <summary>Told after each batch which part is done, from 0 to 1; null: nobody.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Ends the computation between two batches with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }
}

/// <summary>How <see cref="Explain.Saliency"/> explains.</summary>
public sealed record SaliencyOptions : ExplainOptions
{
    /// <summary>Whether gradients keep their signs; by default their absolute values are returned, as in the paper.</summary>
    public bool Signed { get; init; }
}

/// <summary>How <see cref="Explain.IntegratedGradients"/> explains.</summary>
public sealed record IntegratedGradientsOptions : ExplainOptions
{
    /// <summary>Where the path starts, an input that says nothing: a value per input, or a single one for all of them; null (the default): zeros.</summary>
    public IReadOnlyList<float>? Baseline { get; init; }

    /// <summary>Points on the path, at least 1. <see cref="Attribution.Error"/> tells whether there were enough.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Steps { get; init => field = Setting.AtLeast(1, value, nameof(Steps)); } = 64;
}

/// <summary>How <see cref="Explain.SmoothGrad"/> explains.</summary>
public sealed record SmoothGradOptions : ExplainOptions
{
    /// <summary>
    /// The standard deviation of the noise as a part of the input's range (its largest value less its smallest), finite and not negative. The paper recommends
    /// 0.1 to 0.2.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double Noise { get; init => field = Setting.NotNegative(value, nameof(Noise)); } = 0.15;

    /// <summary>Noisy copies of the input, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Samples { get; init => field = Setting.AtLeast(1, value, nameof(Samples)); } = 50;

    /// <summary>Where the noise comes from: the same seed gives the same noise on every machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether absolute values of the mean gradient are returned, as <see cref="Explain.Saliency"/> returns them.</summary>
    public bool Absolute { get; init; }
}

/// <summary>How <see cref="Explain.Occlusion"/> explains.</summary>
public sealed record OcclusionOptions : ExplainOptions
{
    /// <summary>How the inputs are seen, such as 1, 28, 28 for a network that takes an image as 784 values; null (the default): as the network declares them.</summary>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>
    /// The extents of what is covered at once, along the last axes; axes before them are covered as a whole, so that 3, 3 of an image C, H, W covers 3 × 3 pixels in all
    /// channels. Null (the default): a single position, in all channels of an image.
    /// </summary>
    public IReadOnlyList<int>? Window { get; init; }

    /// <summary>How far the window moves along each of its axes, at most its extent there; null (the default): by 1.</summary>
    public IReadOnlyList<int>? Stride { get; init; }

    /// <summary>What covered inputs are set to: a value per input, or a single one for all of them; null (the default): zeros.</summary>
    public IReadOnlyList<float>? Fill { get; init; }
}
