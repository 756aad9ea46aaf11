using Microsoft.Extensions.Logging;

namespace NetGen.Runtime;

/// <summary>The messages of <see cref="LoggerCallback"/>. Ids and names stay what they are: filters are built on them.</summary>
internal static partial class TrainingMessages
{
    [LoggerMessage(
        1,
        LogLevel.Information,
        "Training {Network} ({Parameters} parameters) for {Epochs} epochs of {BatchesPerEpoch} batches: {Samples} samples, {Optimizer}, learning rate {LearningRate}")]
    public static partial void TrainingBegins(
        this ILogger logger, string network, int parameters, int epochs, int batchesPerEpoch, int samples, string optimizer, double learningRate);

    [LoggerMessage(2, LogLevel.Information, "Training of {Network} goes on from step {Step}: {CompletedEpochs} of {Epochs} epochs are complete")]
    public static partial void TrainingGoesOn(this ILogger logger, string network, long step, int completedEpochs, int epochs);

    [LoggerMessage(
        3,
        LogLevel.Debug,
        "Step {Step} (epoch {Epoch}, batch {Batch}): loss {Loss}, learning rate {LearningRate}, {SamplesPerSecond:F0} samples/s")]
    public static partial void StepTaken(
        this ILogger logger, long step, int epoch, int batch, float loss, double learningRate, double samplesPerSecond);

    [LoggerMessage(4, LogLevel.Information, "Epoch {Epoch} of {Epochs} of {Network} in {ElapsedSeconds:F1} s: {Metrics}")]
    public static partial void EpochCompleted(this ILogger logger, int epoch, int epochs, string network, double elapsedSeconds, string metrics);

    [LoggerMessage(5, LogLevel.Debug, "Epoch {Epoch}: {Metric} {Value}")]
    public static partial void MetricMeasured(this ILogger logger, int epoch, string metric, double value);

    [LoggerMessage(6, LogLevel.Information, "Training of {Network} {Outcome} after {Steps} steps and {CompletedEpochs} epochs in {ElapsedSeconds:F1} s; best epoch: {BestEpoch}")]
    public static partial void TrainingEnded(
        this ILogger logger, string network, string outcome, long steps, int completedEpochs, double elapsedSeconds, int? bestEpoch);
}
