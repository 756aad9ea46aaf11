using System.Globalization;

namespace NetGen;

/// <summary>How a network does on a set.</summary>
public sealed record Evaluation
{
    /// <summary>The mean loss in evaluation mode, whatever the batches: each counts by its samples or, with class weights on labels, by the sum of their weights.</summary>
    public required double Loss { get; init; }

    /// <summary>
    /// The part of right answers, from 0 to 1: the most probable class equals the label (of every position, where a network answers per position);
    /// for a single output trained by binary cross-entropy on targets 0 and 1, the target is 1 exactly where the prediction is 0.5 or above. Null for anything else.
    /// </summary>
    public double? Accuracy { get; init; }

    /// <summary>How many samples were looked at.</summary>
    public required int Count { get; init; }

    /// <summary>The measured numbers by name: <c>loss</c>, <c>accuracy</c>.</summary>
    public IReadOnlyDictionary<string, double> Scalars =>
        Accuracy is double accuracy ? new Dictionary<string, double> { ["loss"] = Loss, ["accuracy"] = accuracy } : new Dictionary<string, double> { ["loss"] = Loss };

    /// <summary>For example <c>loss 0.0712, accuracy 97.85 % (10000 samples)</c>.</summary>
    public override string ToString()
    {
        string accuracy = Accuracy is double part ? string.Create(CultureInfo.InvariantCulture, $", accuracy {part * 100:F2} %") : "";
        return string.Create(CultureInfo.InvariantCulture, $"loss {Loss:G4}{accuracy} ({Count} samples)");
    }
}
