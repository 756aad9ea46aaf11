namespace NetGen;

/// <summary>
/// Single-label classification: <c>-log softmax(x)[label]</c>. Targets are <see cref="int"/> labels from 0, one per sample, or one per
/// position when the output has two axes (each position then counts as a sample). Link: softmax; <c>Predict</c> returns probabilities.
/// <c>torch.nn.CrossEntropyLoss</c>; with class weights c, as there, the mean is <c>Σ c(yᵢ) lᵢ / Σ c(yᵢ)</c>.
/// </summary>
public sealed class SoftmaxCrossEntropyAttribute : LossFunctionAttribute
{
    /// <summary>
    /// ε in [0, 1): the target is <c>1 - ε</c> at the label plus <c>ε / classes</c> everywhere (default: 0). PyTorch's <c>label_smoothing</c>.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>
    /// The label of positions, or samples, that count for nothing: they have no share in the mean and no gradient (default: -100, PyTorch's <c>ignore_index</c>). A batch of nothing else has
    /// the loss 0, where PyTorch has NaN, and no gradient. Data sets take labels from 0 and -100.
    /// </summary>
    public int IgnoreIndex { get; set; } = -100;
}

/// <summary>
/// Independent yes-or-no outputs: <c>-t log σ(x) - (1 - t) log(1 - σ(x))</c>. Targets are <see cref="float"/> in [0, 1], one per output.
/// Link: sigmoid; <c>Predict</c> returns probabilities. <c>torch.nn.BCEWithLogitsLoss</c> with <c>weight</c> = class weights.
/// </summary>
public sealed class BinaryCrossEntropyAttribute : LossFunctionAttribute
{
    /// <summary>One factor of the positive term per output; null (the default) for ones. PyTorch's <c>pos_weight</c>.</summary>
    public double[]? PositiveWeights { get; set; }
}

/// <summary>
/// Agreement with given distributions: <c>Σ t (log t - log softmax(x))</c> over the classes, where terms with t = 0 are 0. Targets are
/// <see cref="float"/> probabilities, one per class. Link: softmax; <c>Predict</c> returns probabilities.
/// <c>torch.nn.KLDivLoss(reduction="batchmean")</c> of <c>log_softmax(x)</c>.
/// </summary>
public sealed class KLDivergenceAttribute : LossFunctionAttribute;

/// <summary>
/// Margins: <c>max(0, 1 - t x)</c>, mean over the outputs. Targets are <see cref="float"/>, -1 or +1 per output. No link.
/// </summary>
public sealed class HingeAttribute : LossFunctionAttribute;
