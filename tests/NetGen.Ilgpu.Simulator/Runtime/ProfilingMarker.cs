using System.Diagnostics;

namespace ILGPU.Runtime;

public class ProfilingMarker : AcceleratorObject
{
    private readonly AcceleratorStream _stream;
    private long _time;

    internal ProfilingMarker(AcceleratorStream stream)
        : base(stream.Accelerator) => _stream = stream;

    public static TimeSpan operator -(ProfilingMarker end, ProfilingMarker start) => end.MeasureFrom(start);

    public void Synchronize() => _stream.Synchronize();

    public TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        Synchronize();
        return Stopwatch.GetElapsedTime(marker._time, _time);
    }

    internal void Reach() => _time = Stopwatch.GetTimestamp();

    protected override void Dispose(bool disposing)
    {
    }
}
