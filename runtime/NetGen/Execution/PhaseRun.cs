namespace NetGen.Runtime;

/// <summary>A phase cut into chunks for the worker pool. One object per core, reused: starting threads allocates nothing.</summary>
internal sealed class PhaseRun<T>(NetworkCore<T> core) : IParallelWork
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private ProgramKind _program;
    private int _phase;
    private Pass<T>? _pass;
    private int _count;
    private int _chunk;

    /// <summary>Runs <paramref name="count"/> samples or tasks in chunks of <paramref name="chunk"/>.</summary>
    public void Run(ProgramKind program, int phase, Pass<T> pass, int count, int chunk)
    {
        (_program, _phase, _pass, _count, _chunk) = (program, phase, pass, count, chunk);
        try
        {
            WorkerPool.Shared.Run(this, ((count - 1) / chunk) + 1);
        }
        finally
        {
            _pass = null;
        }
    }

    public void Execute(int task)
    {
        var from = task * _chunk;
        core.Execute(_program, _phase, _pass!, task, from, Math.Min(_count, from + _chunk));
    }
}
