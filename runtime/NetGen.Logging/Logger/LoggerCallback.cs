using System.Globalization;
using Microsoft.Extensions.Logging;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Tells an <see cref="ILogger"/> how a training goes, in structured messages: its begin (event 1; 2 for one that goes on), each epoch (4) and its end (6) at
/// <see cref="LogLevel.Information"/>; steps (3) and each number of an epoch by itself (5, with <c>Metric</c> and <c>Value</c>) at
/// <see cref="LogLevel.Debug"/>.
/// </summary>
/// <example><code>net.Fit(train, new FitOptions { Epochs = 5, Callbacks = [new LoggerCallback(loggers.CreateLogger("Training"))] });</code></example>
public sealed class LoggerCallback : TrainingCallback
{
    private readonly ILogger _logger;
    private readonly LoggerCallbackOptions _options;

    /// <summary>Tells a logger.</summary>
    /// <param name="logger">The logger; called on the training thread.</param>
    /// <param name="options">How much it is told; null: the defaults.</param>
    public LoggerCallback(ILogger logger, LoggerCallbackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(logger);
        _logger = logger;
        _options = options ?? new LoggerCallbackOptions();
    }

    /// <inheritdoc/>
    public override void OnBegin(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (!_logger.IsEnabled(LogLevel.Information))
        {
            return;
        }

        if (training.Step > 0)
        {
            _logger.TrainingGoesOn(training.Info.Name, training.Step, training.History.Count, training.Epochs);
            return;
        }

        _logger.TrainingBegins(
            training.Info.Name,
            training.Info.ParameterCount,
            training.Epochs,
            training.BatchesPerEpoch,
            training.Train.Count,
            training.Optimizer.GetType().Name,
            training.Optimizer.LearningRate);
    }

    /// <inheritdoc/>
    public override void OnStep(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (LogInterval.Holds(_options.StepInterval, training.Step) && _logger.IsEnabled(LogLevel.Debug))
        {
            _logger.StepTaken(
                training.Step, training.Epoch, training.Batch, training.BatchLoss, training.Optimizer.LearningRate, training.SamplesPerSecond);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingContext training, EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(result);
        if (_logger.IsEnabled(LogLevel.Information))
        {
            _logger.EpochCompleted(result.Epoch, training.Epochs, training.Info.Name, result.Elapsed.TotalSeconds, Text(result.Metrics));
        }

        if (_logger.IsEnabled(LogLevel.Debug))
        {
            foreach ((string metric, double value) in result.Metrics)
            {
                _logger.MetricMeasured(result.Epoch, metric, value);
            }
        }
    }

    /// <inheritdoc/>
    public override void OnEnd(TrainingContext training, FitResult result)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(result);
        if (_logger.IsEnabled(LogLevel.Information))
        {
            string outcome = result.Cancelled ? "was cancelled" : result.StoppedEarly ? "stopped early" : "is complete";
            _logger.TrainingEnded(training.Info.Name, outcome, result.Steps, result.Epochs.Count, result.Elapsed.TotalSeconds, result.Best?.Epoch);
        }
    }

    private static string Text(IReadOnlyDictionary<string, double> metrics) =>
        string.Join(", ", metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value:G4}")));
}
