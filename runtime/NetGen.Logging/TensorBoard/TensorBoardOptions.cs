using NetGen.Runtime;

namespace NetGen;

/// <summary>How much <see cref="TensorBoardLog"/> writes while a network is trained.</summary>
public sealed record TensorBoardOptions
{
    /// <summary>Every how many steps loss, learning rate and speed are written; 0: for no step. 10 unless told otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int StepInterval { get; init => field = LogInterval.Check(value, nameof(StepInterval)); } = 10;

    /// <summary>Every how many epochs there are histograms of the parameters; 0: never. 1 unless told otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int WeightHistogramInterval { get; init => field = LogInterval.Check(value, nameof(WeightHistogramInterval)); } = 1;

    /// <summary>
    /// Every how many epochs there are histograms of the gradients, which a backward pass over <see cref="GradientSamples"/> computes at the end of the epoch;
    /// 0 (the default): never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int GradientHistogramInterval { get; init => field = LogInterval.Check(value, nameof(GradientHistogramInterval)); }

    /// <summary>How many of the first samples of the training set the gradients are taken over, at least 1; null (the default): as many as a batch has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? GradientSamples
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(GradientSamples), value, $"{nameof(GradientSamples)} is at least 1, but is {value}.");
    }

    /// <summary>Where the time comes from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
