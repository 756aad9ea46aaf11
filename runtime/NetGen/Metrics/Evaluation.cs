namespace NetGen;

/// <summary>
/// How a network does on a set. What does not apply to the network is null. There are metrics for
/// <list type="bullet">
/// <item>classes: targets are labels (one per sample, or one per position), or one output is trained by binary cross-entropy on targets 0 and 1;</item>
/// <item>several labels per sample: several outputs are trained by binary cross-entropy on targets 0 and 1;</item>
/// <item>regression: mean squared, mean absolute and Huber loss.</item>
/// </list>
/// For other losses, and for binary cross-entropy on targets between 0 and 1, there is the loss alone. Names and values are scikit-learn's, with <c>zero_division=0</c>.
/// </summary>
public sealed partial record Evaluation
{
    /// <summary>The mean loss in evaluation mode, whatever the batches: each counts by its samples or, with class weights on labels, by the sum of their weights.</summary>
    public required double Loss { get; init; }

    /// <summary>How many samples were looked at.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// Classes: the part of right answers, from 0 to 1. The answer is the most probable class (the first among equals), for two classes that
    /// of <see cref="EvaluationOptions.Threshold"/>.
    /// </summary>
    public double? Accuracy { get; init; }

    /// <summary>Classes and labels: how many answers are NaN. They are wrong, no class is chosen by them, and areas, curve and calibration are null if there is one.</summary>
    public long InvalidAnswers { get; init; }

    /// <summary>Classes, up to 1,024 of them: how often each was taken for each.</summary>
    public ConfusionMatrix? ConfusionMatrix { get; init; }

    /// <summary>Classes and labels: how well each is told from the rest, in the order of their numbers.</summary>
    public IReadOnlyList<ClassScore>? Classes { get; init; }

    /// <summary>Classes and labels: the mean over all labels, or over the classes that occur among targets or answers.</summary>
    public AveragedScore? Macro { get; init; }

    /// <summary>Classes and labels: from the counts of all of them together. For classes all three are the accuracy, as long as no answer is NaN.</summary>
    public AveragedScore? Micro { get; init; }

    /// <summary>Classes and labels: the mean weighted by their targets.</summary>
    public AveragedScore? Weighted { get; init; }

    /// <summary>Several labels per sample: the mean over samples, each with its own precision, recall and F1.</summary>
    public AveragedScore? SampleAverage { get; init; }

    /// <summary>
    /// The area under the ROC curve: for two classes of class 1, otherwise the mean over all classes or labels, each against the rest
    /// (<c>roc_auc_score</c> with <c>multi_class="ovr"</c>). Null where a class has all targets or none.
    /// </summary>
    public double? RocAuc { get; init; }

    /// <summary>The area under the precision-recall curve by steps, <c>average_precision_score</c>: for two classes of class 1, otherwise the mean over all; null as <see cref="RocAuc"/> is.</summary>
    public double? AveragePrecision { get; init; }

    /// <summary>Two classes with targets of both: what each threshold would do, and the choice of one.</summary>
    public ThresholdCurve? Thresholds { get; init; }

    /// <summary>
    /// Classes: how far confidence is from accuracy, from 0 to 1: Σ |B_m| / n · |accuracy(B_m) − confidence(B_m)|. B_m are the answers whose highest probability
    /// (of two classes, max(p, 1 − p)) lies in ((m − 1) / M, m / M], with M = <see cref="EvaluationOptions.CalibrationBins"/>; right is an answer
    /// whose most probable class is the target, whatever the threshold. The expected calibration error of Guo et al. 2017, "On Calibration of Modern Neural Networks".
    /// </summary>
    public double? CalibrationError { get; init; }

    /// <summary>Several labels per sample: the part of samples with all labels right.</summary>
    public double? SubsetAccuracy { get; init; }

    /// <summary>Several labels per sample: the part of wrong labels.</summary>
    public double? HammingLoss { get; init; }

    /// <summary>Several labels per sample: the mean over samples of right labels / labels among target or answer; 0 where there are none, as <c>jaccard_score(average="samples")</c>.</summary>
    public double? JaccardIndex { get; init; }

    /// <summary>Regression: the mean of |prediction − target| over all samples and outputs.</summary>
    public double? MeanAbsoluteError { get; init; }

    /// <summary>Regression: the mean of (prediction − target)² over all samples and outputs.</summary>
    public double? MeanSquaredError { get; init; }

    /// <summary>Regression: the square root of <see cref="MeanSquaredError"/>.</summary>
    public double? RootMeanSquaredError { get; init; }

    /// <summary>Regression: the largest |prediction − target|.</summary>
    public double? MaxError { get; init; }

    /// <summary>
    /// Regression: the coefficient of determination 1 − Σ (y − ŷ)² / Σ (y − ȳ)², the mean over outputs (<c>r2_score</c>). An output whose targets are
    /// all equal counts 1 if every prediction is exact, otherwise 0. Null for fewer than two samples.
    /// </summary>
    public double? R2 { get; init; }

    /// <summary>Regression: the errors of each output.</summary>
    public IReadOnlyList<OutputScore>? Outputs { get; init; }

    /// <summary>How often the right class was at each place of the ranking, then how often the answer was NaN.</summary>
    internal long[]? Ranks { get; init; }

    /// <summary>One line for logs, for example <c>loss 0.0712, accuracy 97.85 % (10000 samples)</c>.</summary>
    public string Summary => EvaluationText.Summary(this);

    /// <summary>
    /// Classes: the part of answers whose target is among the <paramref name="k"/> most probable classes. Equal probabilities rank in the order of the classes, so that
    /// <c>TopK(1)</c> is the accuracy at the threshold 0.5 (scikit-learn's <c>top_k_accuracy_score</c> ranks equals in the opposite order, <c>torch.topk</c> in any).
    /// </summary>
    /// <param name="k">How many classes; at least 1. All of them contain every target but those with a NaN answer.</param>
    /// <returns>The part, from 0 to 1; null where there are no classes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public double? TopK(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return Ranks is null ? null : (double)Ranks.Take(Math.Min(k, Ranks.Length - 1)).Sum() / Ranks.Sum();
    }

    /// <summary>The summary, then as tables: the score of each class (of more than 100, the 20 of lowest F1), and the confusion matrix of up to 20 classes.</summary>
    /// <returns>The text; a single line if there is the loss alone. Lines end in <c>\n</c>.</returns>
    public override string ToString() => EvaluationText.Write(this);
}
