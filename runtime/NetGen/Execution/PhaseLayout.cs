using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What runs between two meetings of the threads.</summary>
/// <param name="Kind">How it is split.</param>
/// <param name="Tasks">Independent tasks, for sums over the batch.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PhaseLayout(PhaseKind Kind, int Tasks)
{
    /// <summary>A phase that is split by samples.</summary>
    public static PhaseLayout Rows => new(PhaseKind.Rows, 0);

    /// <summary>A phase of one thread.</summary>
    public static PhaseLayout Once => new(PhaseKind.Once, 1);

    /// <summary>A phase of sums over the batch.</summary>
    /// <param name="tasks">How many independent tasks there are.</param>
    /// <returns>The phase.</returns>
    public static PhaseLayout Sums(int tasks) => new(PhaseKind.Sums, tasks);
}

/// <summary>How a phase is split among threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PhaseKind
{
    /// <summary>By samples.</summary>
    Rows,

    /// <summary>By outputs: each is a sum over the batch.</summary>
    Sums,

    /// <summary>Not at all: what is the same for all samples.</summary>
    Once,
}

/// <summary>The rows of one loss.</summary>
/// <param name="Scalar">First of the numbers per sample.</param>
/// <param name="Rows">Rows per sample.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct LossLayout(int Scalar, int Rows);
