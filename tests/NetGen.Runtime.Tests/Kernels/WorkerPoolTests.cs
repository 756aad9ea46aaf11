using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

public sealed class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Run_does_each_task_once(int threads)
    {
        using Limit limit = new(threads);
        WorkerPool pool = new();
        Counting work = new(100);
        for (int round = 1; round <= 200; round++)
        {
            int tasks = round % 100;
            pool.Run(work, tasks);
            Assert.Equal(tasks, work.TakeSum());
        }

        Assert.All(work.Counts, (count, task) => Assert.Equal(2 * (99 - task), count));
    }

    [Fact]
    public void Run_wakes_workers_that_have_parked()
    {
        using Limit limit = new(3);
        WorkerPool pool = new();
        Counting work = new(10);
        for (int round = 0; round < 3; round++)
        {
            pool.Run(work, 10);
            Thread.Sleep(30);
        }

        Assert.Equal(30, work.TakeSum());
    }

    [Fact]
    public void Run_inside_a_task_is_serial_and_complete()
    {
        using Limit limit = new(4);
        WorkerPool pool = new();
        Counting inner = new(7);
        pool.Run(new Delegated(_ => pool.Run(inner, 7)), 5);
        Assert.Equal(35, inner.TakeSum());
    }

    [Fact]
    public void Run_from_several_threads_at_once_is_complete()
    {
        using Limit limit = new(2);
        WorkerPool pool = new();
        Counting work = new(16);
        Thread[] callers = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                pool.Run(work, 16);
            }
        }))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());
        Assert.Equal(3 * 100 * 16, work.TakeSum());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_rethrows_the_exception_of_a_task_and_stays_usable(int threads)
    {
        using Limit limit = new(threads);
        WorkerPool pool = new();
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => pool.Run(
            new Delegated(task => throw new InvalidOperationException($"task {task}")), 8));
        Assert.StartsWith("task ", thrown.Message, StringComparison.Ordinal);
        Counting work = new(8);
        pool.Run(work, 8);
        Assert.Equal(8, work.TakeSum());
    }

    [Fact]
    public void Run_allocates_nothing()
    {
        using Limit limit = new(2);
        WorkerPool pool = new();
        Counting work = new(4);
        pool.Run(work, 4);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            pool.Run(work, 4);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void MaxThreads_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkerPool.MaxThreads = 0);

    private sealed class Counting(int tasks) : IParallelWork
    {
        private int _sum;

        public int[] Counts { get; } = new int[tasks];

        public void Execute(int task)
        {
            Interlocked.Increment(ref Counts[task]);
            Interlocked.Increment(ref _sum);
        }

        public int TakeSum() => Interlocked.Exchange(ref _sum, 0);
    }

    private sealed class Delegated(Action<int> action) : IParallelWork
    {
        public void Execute(int task) => action(task);
    }

    private sealed class Limit : IDisposable
    {
        private readonly int _before = WorkerPool.MaxThreads;

        public Limit(int threads) => WorkerPool.MaxThreads = threads;

        public void Dispose() => WorkerPool.MaxThreads = _before;
    }
}
