namespace NetGen;

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">Which epoch, from 1.</param>
/// <param name="Loss">
/// The mean training loss over the epoch, each batch weighted by its samples: in training mode, while the weights changed.
/// </param>
/// <param name="ValidationLoss">The loss of the validation set after the epoch; null without one.</param>
/// <param name="ValidationAccuracy">The accuracy on the validation set, from 0 to 1; null without one, and where there is no accuracy (see <see cref="Evaluation.Accuracy"/>).</param>
/// <param name="Elapsed">The time that the epoch took, validation included.</param>
public sealed record EpochResult(int Epoch, double Loss, double? ValidationLoss, double? ValidationAccuracy, TimeSpan Elapsed);
