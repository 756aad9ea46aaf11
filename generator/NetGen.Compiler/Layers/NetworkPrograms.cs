using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Streaming;

namespace NetGen.Compiler.Layers;

/// <summary>A network as tensor programs: all that scheduling, memory planning and emission of kernels need.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Parameters">The trainable tensors in the order of the file; <see cref="ParameterOperation"/> counts in it.</param>
/// <param name="Outputs">The shapes of what Predict returns; outputs of role <see cref="OutputRole.Prediction"/> count in it.</param>
/// <param name="Targets">What the losses compare with; <see cref="TargetOperation"/> and <see cref="RowWeightOperation"/> count in it.</param>
/// <param name="Programs">
/// Predict; with a loss, loss and train; backward; for a sequence that can be taken one position at a time, advance. Without what trains for a network that only answers. A program has one output of role <see cref="OutputRole.Loss"/> for each loss, a sum over all rows; the loss is their sum.
/// </param>
/// <param name="Flops">Floating-point operations of the forward pass of one sample.</param>
public sealed record NetworkPrograms(
    NetworkSpec Spec,
    IReadOnlyList<NamedParameter> Parameters,
    IReadOnlyList<Shape> Outputs,
    IReadOnlyList<TargetType> Targets,
    IReadOnlyList<TensorProgram> Programs,
    long Flops)
{
    /// <summary>Vectors that training gathers; <see cref="BufferOperation"/> counts in it.</summary>
    public IReadOnlyList<NamedParameter> Buffers { get; init; } = [];

    /// <summary>Numbers that stateful recurrences leave to the next window, per sample; 0 without any.</summary>
    public int WindowStates { get; init; }

    /// <summary>How the network takes its sequence one position at a time, which is the last of the programs; null where it cannot.</summary>
    public StreamedProgram? Streamed { get; init; }
}

/// <summary>A trainable tensor under its name in the file, <c>stem.dense1.weight</c>.</summary>
public sealed record NamedParameter(string Name, ParameterSpec Spec, bool Frozen);

/// <summary>What one loss is compared with.</summary>
/// <param name="Labels">True for a label per row, an integer; false for values. A loss without a target has values of shape [0].</param>
/// <param name="Shape">For labels the shape of the rows, with a last axis of 1; for values their shape.</param>
/// <param name="Classes">For labels, how many there are.</param>
/// <param name="RowsPerSample">Rows per sample whose losses are averaged.</param>
/// <param name="LabelWeights">The weights of rows by their label; empty when all weigh the same.</param>
public sealed record TargetType(bool Labels, Shape Shape, int Classes, int RowsPerSample, EquatableArray<double> LabelWeights)
{
    /// <summary>The label of rows that count for nothing, unless the loss says otherwise: PyTorch's.</summary>
    public const int Unlabelled = -100;

    /// <summary>The label of rows that count for nothing.</summary>
    public int Ignored { get; init; } = Unlabelled;
}
