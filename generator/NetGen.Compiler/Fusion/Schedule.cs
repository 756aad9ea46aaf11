using NetGen.Compiler.Fusion.Scans;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>The kernels of a program in the order in which they run.</summary>
/// <param name="Program">What is computed.</param>
/// <param name="Phases">Between two phases all threads meet.</param>
/// <param name="LossRows">The value per row whose sum is the first loss, or null.</param>
public sealed record Schedule(TensorProgram Program, IReadOnlyList<Phase> Phases, Node? LossRows)
{
    /// <summary>The rows of every loss, in order; the first is <see cref="LossRows"/>.</summary>
    public IReadOnlyList<Node> Losses { get; init; } = [];

    public IEnumerable<Kernel> Kernels => Phases.SelectMany(phase => phase.Kernels);

    /// <summary>The parameters whose gradients some kernel computes.</summary>
    public IReadOnlyCollection<int> ParametersUpdated => new HashSet<int>(Kernels.Select(kernel => kernel.ParameterUpdated).OfType<ParameterOperation>().Select(parameter => parameter.Index));

    /// <summary>The kernels, those of the steps of recurrences among them.</summary>
    public IEnumerable<Kernel> AllKernels => Kernels.SelectMany(kernel => kernel is ScanKernel scan ? [scan, .. scan.Body] : new[] { kernel });
}

/// <summary>Kernels between two meetings of the threads: split by samples, or (sums over the batch) by outputs, or not at all.</summary>
public sealed record Phase(bool SumsOverBatch, IReadOnlyList<Kernel> Kernels)
{
    /// <summary>True for what is the same for all samples and is computed by one thread.</summary>
    public bool IsFixed { get; init; }
}
