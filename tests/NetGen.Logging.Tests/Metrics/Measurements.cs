using System.Diagnostics.Metrics;

namespace NetGen.Logging.Tests.Metrics;

/// <summary>Listens to one meter, or to some of its instruments.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();

    /// <param name="run">The value of the tag <c>run</c> to listen for: other tests' trainings use meters of the same name at the same time.</param>
    /// <param name="instruments">The instruments, or none for all.</param>
    public Measurements(string run, params string[] instruments)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == TrainingMeter.MeterName && (instruments.Length == 0 || instruments.Contains(instrument.Name)))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags, run));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags, run));
        _listener.Start();
    }

    public List<Measurement> All { get; } = [];

    public IEnumerable<Measurement> Of(string instrument) => All.Where(measurement => measurement.Instrument.Name == instrument);

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, string run)
    {
        var all = new Dictionary<string, object?>();
        foreach ((string key, object? tag) in tags)
        {
            all.Add(key, tag);
        }

        if (run.Equals(all.GetValueOrDefault("run")))
        {
            All.Add(new Measurement(instrument, value, all));
        }
    }

    public sealed record Measurement(Instrument Instrument, double Value, Dictionary<string, object?> Tags);
}
