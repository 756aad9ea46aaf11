using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>One background thread of a <see cref="WorkerPool"/>.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The thread and its event live as long as the process.")]
internal sealed class Worker
{
    private readonly WorkerPool _pool;
    private readonly int _number;
    private readonly AutoResetEvent _wake = new(false);
    private int _parked;

    internal Worker(WorkerPool pool, int number)
    {
        _pool = pool;
        _number = number;
        Thread thread = new(Loop, maxStackSize: 1 << 20) { IsBackground = true, Name = $"NetGen worker {number + 1}" };
        thread.Start();
    }

    /// <summary>Wakes the thread if it has parked; costs one read otherwise.</summary>
    internal void Wake()
    {
        if (Volatile.Read(ref _parked) != 0 && Interlocked.Exchange(ref _parked, 0) != 0)
        {
            _wake.Set();
        }
    }

    private void Loop()
    {
        int seen = 0;
        while (true)
        {
            seen = WaitForJob(seen);
            _pool.Help(seen);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int WaitForJob(int seen)
    {
        Backoff backoff = default;
        while (true)
        {
            int generation = (int)(_pool.Ticket >>> 32);
            if (generation != seen)
            {
                seen = generation;
                if (_pool.Wants(_number))
                {
                    return seen;
                }
            }

            if (!backoff.IsExhausted)
            {
                backoff.Pause();
                continue;
            }

            // Announce, look again, sleep: a job published in between is either seen here or sees the announcement.
            Interlocked.Exchange(ref _parked, 1);
            if ((int)(_pool.Ticket >>> 32) == seen || Interlocked.Exchange(ref _parked, 0) == 0)
            {
                _wake.WaitOne();
            }

            backoff = default;
        }
    }
}
