using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Layers.Sequences;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Emission;

/// <summary>All that the back ends print from.</summary>
/// <param name="Network">The declaration, its parameters, and its programs before scheduling.</param>
/// <param name="Parameters">Where each trainable tensor lives.</param>
/// <param name="Programs">Predict, and when there is a loss: loss and train; backward; and, where a sequence can be taken one position at a time, advance. Without what trains for a network that only answers.</param>
public sealed record NetworkPlan(NetworkPrograms Network, IReadOnlyList<ParameterPlan> Parameters, IReadOnlyList<ProgramPlan> Programs)
{
    /// <summary>Where each buffer lives: behind the parameters.</summary>
    public IReadOnlyList<ParameterPlan> Buffers { get; init; } = [];

    /// <summary>The layers with their shapes; null where there are only programs.</summary>
    public ShapedNetwork? Shaped { get; init; }

    public NetworkSpec Spec => Network.Spec;

    /// <summary>True for one input, one output and at most one loss: what the usual network has.</summary>
    public bool IsSimple => Spec.Inputs.Count == 1 && Network.Outputs.Count == 1 && Network.Targets.Count <= 1;

    public Precision Precision => Spec.Precision;

    /// <summary>The C# type of a value.</summary>
    public string Scalar => Precision == Precision.Single ? "float" : "double";

    /// <summary>Values in a row of a panel: 128 bytes.</summary>
    public int Width => Precision == Precision.Single ? 32 : 16;

    /// <summary>Values in 64 bytes, the least that anything is padded to.</summary>
    public int Half => Width / 2;

    /// <summary>Bytes of the arena per sample; 0 for a program that the network has not got.</summary>
    public long BytesPerSample(string program) => Programs.Where(candidate => candidate.Name == program)
        .Select(candidate => (candidate.Memory.Units * 128L) + ((candidate.Memory.Lanes + candidate.Memory.Scalars) * (Precision == Precision.Single ? 4L : 8L))).FirstOrDefault();
}

/// <summary>A program with its kernels and its memory.</summary>
/// <param name="Name">What the program is for.</param>
/// <param name="Declared">What is computed.</param>
/// <param name="Schedule">How processors compute it.</param>
/// <param name="Memory">Where they keep its values.</param>
public sealed record ProgramPlan(string Name, TensorProgram Declared, Schedule Schedule, MemoryPlan Memory)
{
    /// <summary>How devices compute it: the same, unless there are images, which lie in rows there, or recurrences, whose steps are written out, or attention, which is made of other primitives there. Made anew at each call, which only a network with kernels for devices needs, and once.</summary>
    public Schedule DeviceSchedule => Memory.HasLanes || HasScans || AttentionExpansion.IsNeeded(Declared) ? Scheduler.Run(AttentionExpansion.Run(ScanUnrolling.Run(Declared)), inLanes: false) : Schedule;

    private bool HasScans => Declared.Nodes.Any(node => node.Operation is ScanOperation);
}

/// <summary>A trainable tensor in the file's order and in the kernels' memory.</summary>
/// <param name="Name">As in the file: <c>dense1.weight</c>.</param>
/// <param name="Spec">Shape, initialiser, fans.</param>
/// <param name="Frozen">Whether it starts frozen.</param>
/// <param name="Offset">First value among all parameters in the file's order.</param>
/// <param name="KernelOffset">First value in the kernels' block.</param>
/// <param name="KernelLength">Values there, with padding.</param>
/// <param name="TransposedOffset">First value of the transposed copy, or −1 where there is none: for a vector, or where nothing that only answers reads it.</param>
/// <param name="KeepsTransposed">Whether training needs the transposed copy, so that each update refreshes it.</param>
public sealed record ParameterPlan(
    string Name, ParameterSpec Spec, bool Frozen, int Offset, int KernelOffset, int KernelLength, int TransposedOffset, bool KeepsTransposed)
{
    public bool HasTransposed => TransposedOffset >= 0;

    public bool IsMatrix => Spec.KernelShape.Rank == 2;

    /// <summary>How the runtime keeps it, as a member of its <c>ParameterKind</c>.</summary>
    public string Kind => Spec.KernelShape.Rank switch { 2 => "Matrix", 1 => "Vector", _ => "General" };
}
