namespace NetGen;

/// <summary>How far a training has come.</summary>
/// <param name="Epoch">The current epoch, from 1.</param>
/// <param name="Epochs">How many epochs are planned.</param>
/// <param name="Batch">Steps done in this epoch, from 1.</param>
/// <param name="Batches">Steps of an epoch.</param>
/// <param name="Loss">The mean training loss of this epoch so far, each batch weighted by its samples.</param>
/// <param name="SamplesPerSecond">Training speed in this epoch, validation left out.</param>
/// <param name="Elapsed">Time since the start of the training.</param>
/// <param name="Remaining">Time to the end of the last epoch at the speed so far.</param>
/// <param name="Completed">The result of the epoch in the report that ends it, otherwise null.</param>
public sealed record FitProgress(
    int Epoch,
    int Epochs,
    int Batch,
    int Batches,
    double Loss,
    double SamplesPerSecond,
    TimeSpan Elapsed,
    TimeSpan Remaining,
    EpochResult? Completed);
