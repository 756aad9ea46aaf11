using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace NetGen.Service.Tests;

/// <summary>What one service measures; others in this process have meters of the same names.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tag)> _seen = [];
    private readonly Lock _lock = new();

    public Measurements(RunningService service)
    {
        var scope = service.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, scope))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The values and first tags of an instrument.</summary>
    public List<(double Value, string Tag)> Of(string name)
    {
        lock (_lock)
        {
            return [.. _seen.Where(each => each.Name == name).Select(each => (each.Value, each.Tag))];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var tag = tags.IsEmpty ? "" : tags[0].Value?.ToString() ?? "";
        lock (_lock)
        {
            _seen.Add((instrument.Name, value, tag));
        }
    }
}
