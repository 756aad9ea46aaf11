using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>
/// A bounded ring of reusable slots that one background thread fills in order and one consumer takes in order. Built on a monitor:
/// neither side allocates. An exception of the filling reaches the consumer when it asks for the slot that failed.
/// </summary>
/// <typeparam name="TSlot">What is filled again and again.</typeparam>
internal sealed class PrefetchRing<TSlot> : IDisposable
    where TSlot : class
{
    // How late a cancellation is seen while the consumer waits.
    private const int MillisecondsBetweenLooks = 100;

    private readonly TSlot[] _slots;
    private readonly Func<TSlot, bool> _fill;
    private readonly object _gate = new();
    private readonly Thread _thread;
    private long _filled;
    private long _taken;
    private bool _ended;
    private bool _stopped;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Starts to fill.</summary>
    /// <param name="slots">The slots; the one last taken belongs to the consumer, the others are filled ahead.</param>
    /// <param name="fill">Fills a slot, on the background thread; false: there was nothing left, and it is not called again.</param>
    public PrefetchRing(TSlot[] slots, Func<TSlot, bool> fill)
    {
        _slots = slots;
        _fill = fill;
        _thread = new Thread(FillAll) { IsBackground = true, Name = "NetGen prefetch" };
        _thread.Start();
    }

    /// <summary>Gives the last slot back and waits for the next one; null after the end.</summary>
    /// <param name="cancellation">Ends the waiting: a source may take long.</param>
    /// <exception cref="ObjectDisposedException">The ring was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while there was nothing to take.</exception>
    public TSlot? Take(CancellationToken cancellation = default)
    {
        lock (_gate)
        {
            // Only now is the previous slot free: until this call the consumer was reading it.
            _taken++;
            Monitor.PulseAll(_gate);
            while (_filled < _taken && !_ended)
            {
                ObjectDisposedException.ThrowIf(_stopped, this);
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_gate, MillisecondsBetweenLooks);
            }

            if (_filled >= _taken)
            {
                return _slots[(_taken - 1) % _slots.Length];
            }
        }

        _failure?.Throw();
        return null;
    }

    /// <summary>Ends the background thread; returns when it no longer touches the slots.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }

        _thread.Join();
    }

    private void FillAll()
    {
        try
        {
            while (WaitForFreeSlot() is { } slot && _fill(slot))
            {
                lock (_gate)
                {
                    _filled++;
                    Monitor.PulseAll(_gate);
                }
            }
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }

        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
        }
    }

    private TSlot? WaitForFreeSlot()
    {
        lock (_gate)
        {
            // Slot number `_taken - 1` is being read; it is the one that `_filled` would meet after a full round.
            while (_filled >= Math.Max(_taken - 1, 0) + _slots.Length && !_stopped)
            {
                Monitor.Wait(_gate);
            }

            return _stopped ? null : _slots[_filled % _slots.Length];
        }
    }
}
