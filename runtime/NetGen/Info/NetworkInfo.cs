using System.Security.Cryptography;
using System.Text;

namespace NetGen;

/// <summary>The architecture of a network, as its generated class tells it. Immutable.</summary>
public sealed class NetworkInfo
{
    /// <summary>Describes a network. Called by generated code.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="precision">The number type.</param>
    /// <param name="inputShape">The shape of one input sample.</param>
    /// <param name="outputShape">The shape of one output.</param>
    /// <param name="targetSize">The number of target values per sample; 0 without a loss.</param>
    /// <param name="loss">The loss with its arguments, such as <c>SoftmaxCrossEntropy(LabelSmoothing = 0.1)</c>, or null for a network without one.</param>
    /// <param name="layers">The layers in their order.</param>
    /// <param name="predictBytesPerSample">Working memory of a prediction, per sample of the batch.</param>
    /// <param name="trainBytesPerSample">Working memory of a training step, per sample of the batch.</param>
    /// <param name="labelWeights">The weight of each class in a mean over labels, or null where all weigh the same.</param>
    /// <param name="architecture">The lines of <see cref="Architecture"/>; null: as much of them as the layers' descriptions tell.</param>
    /// <param name="nodes">The boxes of the picture, inputs first; null: none.</param>
    /// <param name="inputs">The inputs, where there are several or one of tokens; null: one of values.</param>
    /// <param name="outputs">The outputs, where there are several; null: one.</param>
    /// <param name="targets">What the losses compare with, where it is not one target for one output; null: that.</param>
    /// <exception cref="ArgumentNullException">A name, shape or list is null.</exception>
    public NetworkInfo(
        string name,
        Precision precision,
        IReadOnlyList<int> inputShape,
        IReadOnlyList<int> outputShape,
        int targetSize,
        string? loss,
        IReadOnlyList<LayerInfo> layers,
        long predictBytesPerSample,
        long trainBytesPerSample,
        IReadOnlyList<double>? labelWeights = null,
        IReadOnlyList<string>? architecture = null,
        IReadOnlyList<NodeInfo>? nodes = null,
        IReadOnlyList<ValueInfo>? inputs = null,
        IReadOnlyList<ValueInfo>? outputs = null,
        IReadOnlyList<TargetInfo>? targets = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(inputShape);
        ArgumentNullException.ThrowIfNull(outputShape);
        ArgumentNullException.ThrowIfNull(layers);
        Name = name;
        Precision = precision;
        InputShape = Array.AsReadOnly(inputShape.ToArray());
        OutputShape = Array.AsReadOnly(outputShape.ToArray());
        InputSize = Product(InputShape);
        OutputSize = Product(OutputShape);
        TargetSize = targetSize;
        Loss = loss;
        Layers = Array.AsReadOnly(layers.ToArray());
        ParameterCount = Layers.Sum(layer => layer.ParameterCount);
        Flops = Layers.Sum(layer => layer.Flops);
        PredictBytes = predictBytesPerSample;
        TrainBytes = trainBytesPerSample;
        LabelWeights = labelWeights is null ? null : Array.AsReadOnly(labelWeights.ToArray());
        Nodes = Array.AsReadOnly(nodes?.ToArray() ?? []);
        Inputs = Array.AsReadOnly(inputs?.ToArray() ?? [new ValueInfo("inputs", InputShape)]);
        Outputs = Array.AsReadOnly(outputs?.ToArray() ?? [new ValueInfo("outputs", OutputShape)]);
        Targets = Array.AsReadOnly(targets?.ToArray() ?? OnlyTarget());
        Architecture = Array.AsReadOnly(architecture?.ToArray() ?? [.. Layers.Select(layer => $"{layer.Description} -> {Shapes.Format(layer.OutputShape)}")]);
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>The number type of parameters and computations.</summary>
    public Precision Precision { get; }

    /// <summary>The shape of one input sample, without the batch; of several <see cref="Inputs"/>, one after the other, the number of their values.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>The shape of one output, without the batch; of several <see cref="Outputs"/>, one after the other, the number of their values.</summary>
    public IReadOnlyList<int> OutputShape { get; }

    /// <summary>The number of values of one input sample: of all <see cref="Inputs"/> together.</summary>
    public int InputSize { get; }

    /// <summary>The number of values of one output: of all <see cref="Outputs"/> together.</summary>
    public int OutputSize { get; }

    /// <summary>The inputs in the order of the declaration: one, or what a row of a data set has one after the other.</summary>
    public IReadOnlyList<ValueInfo> Inputs { get; }

    /// <summary>The outputs in the order of the declaration.</summary>
    public IReadOnlyList<ValueInfo> Outputs { get; }

    /// <summary>What the losses compare with, in their order, and so what the targets of a data set have one after the other; losses without a target do not occur.</summary>
    public IReadOnlyList<TargetInfo> Targets { get; }

    /// <summary>The number of target values per sample: 1 for a label, <see cref="OutputSize"/> for most other targets, 0 without a loss.</summary>
    public int TargetSize { get; }

    /// <summary>The number of trainable values.</summary>
    public int ParameterCount { get; }

    /// <summary>The layers in the order in which they are first applied, and between them the operations of <c>Forward</c>.</summary>
    public IReadOnlyList<LayerInfo> Layers { get; }

    /// <summary>The loss with its arguments, such as <c>SoftmaxCrossEntropy(LabelSmoothing = 0.1)</c>, or null for a network without one.</summary>
    public string? Loss { get; }

    /// <summary>
    /// The weight of each class where targets are labels and the loss has class weights; otherwise null. The mean loss of a batch is then
    /// divided by the sum of its labels' weights, so that means of batches are combined by these sums, not by the numbers of samples.
    /// </summary>
    public IReadOnlyList<double>? LabelWeights { get; }

    /// <summary>Floating-point operations of the forward pass for one sample; a multiplication with an addition counts as two.</summary>
    public long Flops { get; }

    /// <summary>Whether outputs or targets are several in a row, so that no metric and no range is that of all of them.</summary>
    internal bool HasSeveralAnswers => Outputs.Count > 1 || Targets.Count > 1;

    /// <summary>The label that counts for nothing, of a network with one target.</summary>
    internal int IgnoredLabel => Targets.Count == 0 ? TargetInfo.Unlabelled : Targets[0].IgnoredLabel;

    /// <summary>Floating-point operations of a training step, per sample: forward, and twice as many backward.</summary>
    internal long TrainingFlops => 3 * Flops;

    /// <summary>Working memory of a prediction in bytes, per sample of the batch.</summary>
    public long PredictBytes { get; }

    /// <summary>Working memory of a training step in bytes, per sample of the batch.</summary>
    public long TrainBytes { get; }

    /// <summary>
    /// The fewest samples of a batch in training (<c>Step</c>, <c>Gradient</c>, <c>Fit</c>): 2 where a batch norm has one value per channel in each sample, because a single value has no variance;
    /// otherwise 1. Predictions and losses in evaluation mode take any number.
    /// </summary>
    public int SmallestTrainingBatch { get; init; } = 1;

    /// <summary>Everything that is applied, in order, with what goes in where: inputs, parameters of <c>Forward</c>, layers, operations.</summary>
    public IReadOnlyList<NodeInfo> Nodes { get; }

    /// <summary>
    /// What decides what Predict computes, given the parameters, a line each: <c>Dense(128) 784 -> 128 (dense1.weight, dense1.bias)</c>. What matters to
    /// training alone, such as initialisers, dropout and the arguments of the loss, does not occur.
    /// </summary>
    public IReadOnlyList<string> Architecture { get; }

    /// <summary>
    /// SHA-256 of <see cref="Architecture"/>, each line ended by <c>\n</c>, in UTF-8, as 64 hexadecimal digits in lower case. The same for the same declaration on every
    /// machine and in every later version.
    /// </summary>
    public string SpecHash => field ??= Hash(ArchitectureText);

    /// <summary>The lines of the architecture, each ended by a line feed.</summary>
    internal string ArchitectureText => string.Concat(Architecture.Select(line => line + "\n"));

    /// <summary>
    /// The network as a table: a row per layer and operation with its output shape, parameters and FLOPs, then the totals. The same text on every
    /// machine and in every culture; lines end in <c>\n</c>.
    /// </summary>
    /// <returns>The table.</returns>
    public string Summary() => SummaryTable.Write(this);

    /// <summary>The network as a Mermaid flowchart, as Markdown pages show it in a <c>mermaid</c> block; fields and blocks are frames.</summary>
    /// <returns>The text; lines end in <c>\n</c>.</returns>
    public string ToMermaid() => Diagram.Mermaid(this);

    /// <summary>The network as a digraph for Graphviz: <c>dot -Tsvg</c>.</summary>
    /// <returns>The text; lines end in <c>\n</c>.</returns>
    public string ToDot() => Diagram.Dot(this);

    /// <summary>One line: name, shapes and the number of parameters.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        $"{Name}: {SummaryTable.Shape(InputShape)} -> {SummaryTable.Shape(OutputShape)}, {SummaryTable.Number(ParameterCount)} parameters";

    /// <summary>Whether the loss is of a kind, whatever its arguments.</summary>
    /// <param name="kind">The name without arguments.</param>
    internal bool HasLoss(string kind) =>
        Loss is not null && Loss.StartsWith(kind, StringComparison.Ordinal) && (Loss.Length == kind.Length || Loss[kind.Length] == '(');

    /// <summary>The hash of the lines of an architecture.</summary>
    internal static string Hash(string architecture) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(architecture)));

    private TargetInfo[] OnlyTarget()
    {
        if (TargetSize == 0)
        {
            return [];
        }

        bool labels = HasLoss("SoftmaxCrossEntropy");
        return [new(labels ? "labels" : "targets", TargetSize, labels ? OutputSize / TargetSize : 0, Loss?.Split('(')[0] ?? "")];
    }

    private static int Product(IReadOnlyList<int> shape) => shape.Aggregate(1, (product, dimension) => checked(product * dimension));
}
