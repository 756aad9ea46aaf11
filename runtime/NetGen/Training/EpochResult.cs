namespace NetGen;

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">Which epoch, from 1.</param>
/// <param name="Loss">
/// The mean training loss over the epoch, each batch weighted by its samples: in training mode, while the weights changed.
/// </param>
/// <param name="ValidationLoss">The loss of the validation set after the epoch; null without one.</param>
/// <param name="ValidationAccuracy">The accuracy on the validation set, from 0 to 1; null without one, and where there is no accuracy (see <see cref="Evaluation.Accuracy"/>).</param>
/// <param name="Elapsed">The time that the epoch took, validation included.</param>
public sealed record EpochResult(int Epoch, double Loss, double? ValidationLoss, double? ValidationAccuracy, TimeSpan Elapsed)
{
    /// <summary>The optimizer's learning rate at the end of the epoch.</summary>
    public double LearningRate { get; init; }

    /// <summary>
    /// Every number that was measured, by name: <c>loss</c>, and those of <see cref="Evaluation.Scalars"/> with the prefix <c>validation_</c>, such as
    /// <c>validation_loss</c>, <c>validation_accuracy</c>, <c>validation_roc_auc</c>.
    /// </summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// The whole evaluation on the validation set; null without one. A history keeps it for its last and its best epoch, and not across a resumption.
    /// </summary>
    public Evaluation? Validation { get; init; }
}
