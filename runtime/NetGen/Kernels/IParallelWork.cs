using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Work that <see cref="WorkerPool"/> divides among threads: numbered tasks, independent of each other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParallelWork
{
    /// <summary>Does one task. Called once per task, on any thread, in any order, several tasks at the same time.</summary>
    /// <param name="task">Number of the task, from 0.</param>
    public void Execute(int task);
}
