namespace Tuning;

/// <summary>What a trial came to on a rung.</summary>
/// <param name="Rung">Which rung, from 0.</param>
/// <param name="Trial">The number of the trial.</param>
/// <param name="Loss">The loss on the images held back, after the last epoch of the rung; NaN if the training failed.</param>
/// <param name="Accuracy">The accuracy on them, 0 to 1; NaN if the training failed.</param>
/// <param name="Failure">Why the training failed; null if it did not.</param>
internal sealed record RungResult(int Rung, int Trial, double Loss, double Accuracy, string? Failure = null);
