namespace NetGen.Runtime;

// Whose state is on the device: that of the optimizer of the last step, until another one comes or somebody else goes on with it.
public abstract partial class DeviceCore<T> : IDeviceState
{
    private DeviceOptimizer<T>? _optimizer;

    void IDeviceState.Leave()
    {
        using var use = Enter();
        Leave();
    }

    void IDeviceState.Flush()
    {
        using var use = Enter();
        Update(_optimizer!, isFlush: true);
        _ = Wait();
    }

    /// <summary>Makes sure that the state of an optimizer is on the device.</summary>
    /// <exception cref="InvalidOperationException">It belongs to another network, or its settings contradict each other.</exception>
    private DeviceOptimizer<T> Prepare(Optimizer optimizer)
    {
        if (_optimizer is { } present && ReferenceEquals(present.Optimizer, optimizer))
        {
            return present;
        }

        var next = new DeviceOptimizer<T>(optimizer, Storage);
        Leave();
        optimizer.Device?.Leave();
        WriteState(next);
        optimizer.Device = this;
        return _optimizer = next;
    }

    private void Leave()
    {
        if (_optimizer is not null)
        {
            ReadState(_optimizer);
            Forget();
        }
    }

    private void Forget()
    {
        if (_optimizer is not null)
        {
            _optimizer.Optimizer.Device = null;
            _optimizer = null;
        }
    }
}
