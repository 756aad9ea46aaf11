using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>The kernels of a program in the order in which they run.</summary>
/// <param name="Program">What is computed.</param>
/// <param name="Phases">Between two phases all threads meet.</param>
/// <param name="LossRows">The value per row whose sum is the loss, or null.</param>
public sealed record Schedule(TensorProgram Program, IReadOnlyList<Phase> Phases, Node? LossRows)
{
    public IEnumerable<Kernel> Kernels => Phases.SelectMany(phase => phase.Kernels);
}

/// <summary>Kernels between two meetings of the threads: split by samples, or (sums over the batch) by outputs.</summary>
public sealed record Phase(bool SumsOverBatch, IReadOnlyList<Kernel> Kernels);
