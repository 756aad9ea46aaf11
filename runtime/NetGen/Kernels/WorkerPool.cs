using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NetGen.Runtime;

/// <summary>
/// Divides short pieces of work (from a few microseconds) among threads of its own. A fork-join costs well under a
/// microsecond while the workers are awake: they spin, then yield, then park.
/// </summary>
/// <remarks>
/// The caller takes part; tasks are claimed one by one, so uneven tasks balance. Nothing is allocated per
/// <see cref="Run"/>. One caller at a time: a second one, or a task that calls <see cref="Run"/> again, does its work alone.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkerPool
{
    /// <summary>More would only wait for each other, and sizes computed from any number could overflow.</summary>
    private const int MostThreads = 1024;

    /// <summary>Floating-point operations below which the other threads would not wake in time to help.</summary>
    internal const long ParallelFlops = 4_000_000;

    private static int _maxThreads = DefaultThreads();

    private readonly Lock _growth = new();
    private Worker[] _workers = [];
    private int _held;

    // Generation of the job in the upper half, number of unclaimed tasks in the lower. A claim is a compare-exchange
    // on both, so a worker that overslept can claim nothing of a later job by mistake; and while a claim succeeds
    // the job is unfinished, so _work and _tasks are the ones of that generation.
    private long _ticket;
    private IParallelWork? _work;
    private int _tasks;
    private int _helpers;
    private int _finished;
    private Exception? _failure;

    /// <summary>The pool of this process.</summary>
    public static WorkerPool Shared { get; } = new();

    /// <summary>
    /// Upper limit of threads for one <see cref="Run"/>, the caller included; 1 means that nothing runs in parallel. Starts as
    /// the environment variable <c>NETGEN_THREADS</c> or, without it, the number of processors. At most 1024: a higher number,
    /// here or in the variable, counts as 1024.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public static int MaxThreads
    {
        get => Volatile.Read(ref _maxThreads);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            Volatile.Write(ref _maxThreads, Math.Min(value, MostThreads));
        }
    }

    internal long Ticket => Volatile.Read(ref _ticket);

    /// <summary>Does all tasks of <paramref name="work"/> and returns when the last one has ended.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="tasks">Number of tasks; 0 or less does nothing.</param>
    /// <exception cref="Exception">The first exception of a task, after every started task has ended; tasks not yet started are skipped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(IParallelWork work, int tasks)
    {
        int helpers = Math.Min(MaxThreads, tasks) - 1;
        if (helpers <= 0 || Interlocked.CompareExchange(ref _held, 1, 0) != 0)
        {
            for (int task = 0; task < tasks; task++)
            {
                work.Execute(task);
            }

            return;
        }

        Worker[] workers = GrowOrLetGo(helpers);
        _work = work;
        _tasks = tasks;
        _helpers = helpers;
        _failure = null;
        Volatile.Write(ref _finished, 0);
        long generation = (_ticket >>> 32) + 1;
        Interlocked.Exchange(ref _ticket, (generation << 32) | (uint)tasks);
        for (int i = 0; i < helpers; i++)
        {
            workers[i].Wake();
        }

        Help((int)generation);
        Backoff backoff = default;
        while (Volatile.Read(ref _finished) != tasks)
        {
            backoff.Pause();
        }

        _work = null;
        Exception? failure = _failure;
        Volatile.Write(ref _held, 0);
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Claims and does tasks of one job until none is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Help(int generation)
    {
        int done = 0;
        while (true)
        {
            long ticket = Volatile.Read(ref _ticket);
            int unclaimed = (int)ticket;
            if ((int)(ticket >>> 32) != generation || unclaimed == 0)
            {
                break;
            }

            IParallelWork? work = _work;
            int task = _tasks - unclaimed;
            if (Interlocked.CompareExchange(ref _ticket, ticket - 1, ticket) != ticket)
            {
                continue;
            }

            done++;
            Execute(work!, task);
        }

        if (done > 0)
        {
            Interlocked.Add(ref _finished, done);
        }
    }

    /// <summary>Whether the worker with this number takes part in the present job.</summary>
    internal bool Wants(int worker) => worker < Volatile.Read(ref _helpers);

    private void Execute(IParallelWork work, int task)
    {
        if (Volatile.Read(ref _failure) is not null)
        {
            return;
        }

        try
        {
            work.Execute(task);
        }
        catch (Exception failure)
        {
            // Rethrown on the caller's thread: it must not end the process from here.
            Interlocked.CompareExchange(ref _failure, failure, null);
        }
    }

    private Worker[] GrowOrLetGo(int count)
    {
        try
        {
            return Grow(count);
        }
        catch
        {
            // The system may refuse a thread; the pool goes on with those it has.
            Volatile.Write(ref _held, 0);
            throw;
        }
    }

    private Worker[] Grow(int count)
    {
        if (_workers.Length >= count)
        {
            return _workers;
        }

        lock (_growth)
        {
            // One by one, so that what has started is known when the next does not.
            for (int i = _workers.Length; i < count; i++)
            {
                _workers = [.. _workers, new Worker(this, i)];
            }

            return _workers;
        }
    }

    private static int DefaultThreads()
    {
        string? text = Environment.GetEnvironmentVariable("NETGEN_THREADS");
        bool given = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads >= 1;
        return Math.Min(given ? threads : Environment.ProcessorCount, MostThreads);
    }
}
