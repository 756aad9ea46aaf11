using System.Diagnostics.Metrics;
using System.Globalization;

namespace Service.Observation;

/// <summary>What the service counts and measures, for OpenTelemetry.</summary>
internal sealed class ServiceMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "NetGen.Service";

    private static readonly string[] Digits = [.. Enumerable.Range(0, 10).Select(digit => digit.ToString(CultureInfo.InvariantCulture))];

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Histogram<int> _batch;
    private readonly Counter<long> _predictions;
    private readonly Counter<long> _refusals;

    public ServiceMetrics(IMeterFactory meters, InputDrift drift)
    {
        _meter = meters.Create(MeterName);
        _duration = _meter.CreateHistogram("service.predict.duration", "s", "From the request's first byte to the answer.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5] });
        _batch = _meter.CreateHistogram("service.predict.batch", "{image}", "Images that were answered together.", advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128] });
        _predictions = _meter.CreateCounter<long>("service.predictions", "{image}", "Answers by digit.");
        _refusals = _meter.CreateCounter<long>("service.refusals", "{request}", "Requests that were refused, by status.");
        _meter.CreateObservableGauge("service.input.psi", () => drift.Index is { } index ? [new Measurement<double>(index)] : Array.Empty<Measurement<double>>(), "1", "Population stability index of the inputs against the training images.");
    }

    /// <summary>Counts an answer.</summary>
    public void CountAnswer(int digit, TimeSpan duration)
    {
        _predictions.Add(1, new KeyValuePair<string, object?>("digit", Digits[digit]));
        _duration.Record(duration.TotalSeconds);
    }

    /// <summary>Counts images that were answered together.</summary>
    public void CountBatch(int images) => _batch.Record(images);

    /// <summary>Counts a request that was refused.</summary>
    public void CountRefusal(int status) => _refusals.Add(1, new KeyValuePair<string, object?>("status", status));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
