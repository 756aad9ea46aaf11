namespace ILGPU.Runtime;

/// <summary>What is asked of a stream is done at once, or, with <see cref="Simulation.Simulator.Deferred"/>, no sooner than somebody waits for it.</summary>
public class AcceleratorStream : AcceleratorObject
{
    private readonly Queue<Action> _waiting = new();

    internal AcceleratorStream(Accelerator accelerator)
        : base(accelerator)
    {
    }

    public void Synchronize()
    {
        while (_waiting.TryDequeue(out var action))
        {
            action();
        }
    }

    public Task SynchronizeAsync() => Task.Run(Synchronize);

    public ProfilingMarker AddProfilingMarker()
    {
        if (!Accelerator.Context.Properties.EnableProfiling)
        {
            throw new NotSupportedException("The context was built without profiling.");
        }

        var marker = new ProfilingMarker(this);
        Enqueue(marker.Reach);
        return marker;
    }

    internal void Enqueue(Action action)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ObjectDisposedException.ThrowIf(Accelerator.IsDisposed, Accelerator);
        if (Accelerator.Simulator.Deferred)
        {
            _waiting.Enqueue(action);
        }
        else
        {
            Synchronize();
            action();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Synchronize();
        Accelerator.Forget(this);
    }
}
