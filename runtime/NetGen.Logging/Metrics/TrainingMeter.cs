using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NetGen;

/// <summary>
/// Publishes a training as metrics of the meter <see cref="MeterName"/>, for OpenTelemetry, <c>dotnet-counters</c> and every other
/// <see cref="MeterListener"/>:
/// <list type="bullet">
/// <item><c>netgen.training.steps</c>, <c>.samples</c>, <c>.epochs</c>: counters of what this run did, what came before a resumption left out.</item>
/// <item><c>netgen.training.loss</c>: the mean loss of the last batch; <c>netgen.training.learning_rate</c>: gauges, after each step.</item>
/// <item><c>netgen.training.throughput</c>: a gauge, samples per second in this epoch, validation left out.</item>
/// <item><c>netgen.training.step.duration</c>: a histogram, seconds from the end of one step to the end of the next within an epoch, callbacks included.</item>
/// <item><c>netgen.training.epoch.duration</c>: a histogram, seconds of an epoch, validation included.</item>
/// <item><c>netgen.training.metric</c>: a gauge, each number of <see cref="EpochResult.Metrics"/> after an epoch, told apart by the tag <c>metric</c>.</item>
/// </list>
/// All have the tag <c>network</c> and, where asked for, <c>run</c>. Nothing is measured, and nothing allocated, for what nobody listens to.
/// </summary>
/// <example><code>
/// using var meter = new TrainingMeter();
/// net.Fit(train, new FitOptions { Epochs = 5, Callbacks = [meter] });
/// </code></example>
public sealed class TrainingMeter : TrainingCallback, IDisposable
{
    /// <summary>The name of the meter, <c>NetGen.Training</c>: what OpenTelemetry's <c>AddMeter</c> takes.</summary>
    public const string MeterName = "NetGen.Training";

    // From small networks (microseconds a step) to large ones.
    private static readonly InstrumentAdvice<double> StepSeconds = new()
    {
        HistogramBucketBoundaries = [1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
    };

    private static readonly InstrumentAdvice<double> EpochSeconds = new()
    {
        HistogramBucketBoundaries = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 1800, 3600, 7200, 14400],
    };

    private readonly TrainingMeterOptions _options;
    private readonly Meter _meter;
    private readonly Counter<long> _steps;
    private readonly Counter<long> _samples;
    private readonly Counter<long> _epochs;
    private readonly Gauge<double> _loss;
    private readonly Gauge<double> _learningRate;
    private readonly Gauge<double> _throughput;
    private readonly Histogram<double> _stepDuration;
    private readonly Histogram<double> _epochDuration;
    private readonly Gauge<double> _metric;
    private KeyValuePair<string, object?>[] _tags = [];
    private int _samplesBefore;
    private long _stepStart;

    /// <summary>Makes the meter and its instruments.</summary>
    /// <param name="options">How; null: the defaults.</param>
    public TrainingMeter(TrainingMeterOptions? options = null)
    {
        _options = options ?? new TrainingMeterOptions();
        string? version = typeof(TrainingMeter).Assembly.GetName().Version?.ToString(3);
        _meter = _options.MeterFactory?.Create(new MeterOptions(MeterName) { Version = version }) ?? new Meter(MeterName, version);
        _steps = _meter.CreateCounter<long>("netgen.training.steps", "{step}", "Steps taken.");
        _samples = _meter.CreateCounter<long>("netgen.training.samples", "{sample}", "Samples learned from.");
        _epochs = _meter.CreateCounter<long>("netgen.training.epochs", "{epoch}", "Epochs completed.");
        _loss = _meter.CreateGauge<double>("netgen.training.loss", "1", "Mean training loss of the last batch.");
        _learningRate = _meter.CreateGauge<double>("netgen.training.learning_rate", "1", "Learning rate.");
        _throughput = _meter.CreateGauge<double>("netgen.training.throughput", "{sample}/s", "Training speed in this epoch, validation left out.");
        _stepDuration = _meter.CreateHistogram("netgen.training.step.duration", "s", "Time of a step.", tags: null, StepSeconds);
        _epochDuration = _meter.CreateHistogram("netgen.training.epoch.duration", "s", "Time of an epoch, validation included.", tags: null, EpochSeconds);
        _metric = _meter.CreateGauge<double>("netgen.training.metric", "1", "What was measured after the last epoch, by the tag metric.");
    }

    /// <inheritdoc/>
    public override void OnBegin(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        var network = new KeyValuePair<string, object?>("network", training.Info.Name);
        _tags = _options.Run is null ? [network] : [network, new("run", _options.Run)];
        BeginSteps(training);
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        BeginSteps(training);
    }

    /// <inheritdoc/>
    public override void OnStep(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        _steps.Add(1, _tags);
        _samples.Add(training.Samples - _samplesBefore, _tags);
        _samplesBefore = training.Samples;
        _loss.Record(training.BatchLoss, _tags);
        _learningRate.Record(training.Optimizer.LearningRate, _tags);
        if (_throughput.Enabled)
        {
            _throughput.Record(training.SamplesPerSecond, _tags);
        }

        RecordDuration();
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingContext training, EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _epochs.Add(1, _tags);
        _epochDuration.Record(result.Elapsed.TotalSeconds, _tags);
        if (_metric.Enabled)
        {
            foreach ((string metric, double value) in result.Metrics)
            {
                _metric.Record(value, [.. _tags, new("metric", metric)]);
            }
        }
    }

    /// <summary>Ends the meter, unless it came from a <see cref="TrainingMeterOptions.MeterFactory"/>, which does it.</summary>
    public void Dispose()
    {
        if (_options.MeterFactory is null)
        {
            _meter.Dispose();
        }
    }

    private void BeginSteps(TrainingContext training)
    {
        _samplesBefore = training.Samples;
        _stepStart = Stopwatch.GetTimestamp();
    }

    private void RecordDuration()
    {
        if (_stepDuration.Enabled)
        {
            long now = Stopwatch.GetTimestamp();

            // 0: nobody listened to the step before, so that its end is not known.
            if (_stepStart != 0)
            {
                _stepDuration.Record(Stopwatch.GetElapsedTime(_stepStart, now).TotalSeconds, _tags);
            }

            _stepStart = now;
        }
        else
        {
            _stepStart = 0;
        }
    }
}
