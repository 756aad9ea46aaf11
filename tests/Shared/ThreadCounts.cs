using NetGen.Runtime;

namespace NetGen.Testing;

/// <summary>Tests that set the number of threads of the process, or measure its memory: one at a time, and nothing else meanwhile.</summary>
[CollectionDefinition(nameof(ThreadCounts), DisableParallelization = true)]
public sealed class ThreadCounts
{
    /// <summary>The result of <paramref name="action"/> with at most so many threads.</summary>
    public static T With<T>(int threads, Func<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var before = WorkerPool.MaxThreads;
        WorkerPool.MaxThreads = threads;
        try
        {
            return action();
        }
        finally
        {
            WorkerPool.MaxThreads = before;
        }
    }
}
