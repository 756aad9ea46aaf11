using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What the runtime has to know to run a compiled program.</summary>
/// <param name="Units">Panels of the arena per sample.</param>
/// <param name="Scalars">Numbers per sample behind the panels.</param>
/// <param name="LossScalar">First of the numbers per sample that add up to the loss, or −1.</param>
/// <param name="Tasks">Independent tasks of the longest phase that sums over the batch; 0 without one.</param>
/// <param name="Flops">Floating-point operations per sample, to decide whether threads are worth waking.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ProgramLayout(int Units, int Scalars, int LossScalar, int Tasks, long Flops)
{
    /// <summary>Panels of what is the same for all samples.</summary>
    public int Fixed { get; init; }

    /// <summary>Vectors of neighbouring samples, per block of samples.</summary>
    public int Lanes { get; init; }

    /// <summary>Vectors of neighbouring samples that a thread needs for one block of samples at a time.</summary>
    public int BriefLanes { get; init; }

    /// <summary>The phases in order; by default rows, and then the sums over the batch where there are any.</summary>
    public PhaseLayout[] Phases { get; init; } = Tasks > 0 ? [PhaseLayout.Rows, PhaseLayout.Sums(Tasks)] : [PhaseLayout.Rows];

    /// <summary>Where the rows of each loss are, when there are several or their rows are not the output's; otherwise empty.</summary>
    public LossLayout[] Losses { get; init; } = [];

    /// <summary>Whether anything lies in lanes.</summary>
    internal bool HasLanes => Lanes + BriefLanes > 0;

    /// <summary>True when rows are computed from sums over the batch, so that the batch must not be cut into blocks.</summary>
    internal bool CouplesSamples => Array.FindLastIndex(Phases, phase => phase.Kind == PhaseKind.Rows) > Array.FindIndex(Phases, phase => phase.Kind == PhaseKind.Sums)
        && Array.Exists(Phases, phase => phase.Kind == PhaseKind.Sums);

    /// <summary>The program up to its last rows: behind them are only gradients of parameters.</summary>
    internal ProgramLayout UpToRows()
    {
        var phases = Phases[..(Array.FindLastIndex(Phases, phase => phase.Kind == PhaseKind.Rows) + 1)];
        return this with { Phases = phases, Tasks = phases.Where(phase => phase.Kind == PhaseKind.Sums).Select(phase => phase.Tasks).DefaultIfEmpty(0).Max() };
    }
}
