using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What the runtime has to know to run a compiled program.</summary>
/// <param name="Units">Panels of the arena per sample.</param>
/// <param name="Scalars">Numbers per sample behind the panels.</param>
/// <param name="LossScalar">First of the numbers per sample that add up to the loss, or −1.</param>
/// <param name="Tasks">Independent tasks of the phase that sums over the batch; 0 without one.</param>
/// <param name="Flops">Floating-point operations per sample, to decide whether threads are worth waking.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ProgramLayout(int Units, int Scalars, int LossScalar, int Tasks, long Flops);
