using NetGen.Runtime;

namespace Tuning;

/// <summary>
/// Divides the processors among trainings. The threads that a step is divided among are one pool for the process, which serves one step at
/// a time; the steps of other trainings find it taken and do without. So several trainings at once get a thread each, and one alone
/// gets all. Either way a training has the same bits: they do not depend on the number of threads.
/// </summary>
internal sealed class ThreadShare : IDisposable
{
    private readonly int before = WorkerPool.MaxThreads;

    /// <param name="atOnce">How many trainings run at the same time.</param>
    public ThreadShare(int atOnce) => WorkerPool.MaxThreads = atOnce > 1 ? 1 : before;

    public void Dispose() => WorkerPool.MaxThreads = before;
}
