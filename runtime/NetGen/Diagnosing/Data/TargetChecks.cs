namespace NetGen;

/// <summary>Whether the targets are about equally frequent, or numbers of a size that a network can reach.</summary>
internal static class TargetChecks
{
    private const double LargestRatio = 10;
    private const double LargestRootMeanSquare = 10;
    private const double SmallestDeviation = 0.01;

    public static void Run<TInput, TTarget>(NetworkInfo network, SampleOfSet<TInput, TTarget> sample, DiagnosisNotes notes)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        for (int index = 0, start = 0; index < network.Targets.Count; start += network.Targets[index++].Size)
        {
            var target = network.Targets[index];
            if (target.Classes > 0)
            {
                // In a text, the frequencies of what comes next are as they are.
                if (target.Size == 1)
                {
                    CheckClasses(network, target, sample.LabelCounts[index], sample.Set.ClassNames, sample.All(sample.LabelCounts[index].Sum()), notes);
                }
            }
            else if (target.Loss == "BinaryCrossEntropy" && target.Size == 1)
            {
                CheckBinary(network, target, sample.Targets.Mean(start), sample.Targets.Rows, sample.All(sample.Targets.Rows), notes);
            }
            else if (target.Loss is "MeanSquaredError" or "MeanAbsoluteError" or "Huber")
            {
                CheckNumbers(target, sample.Targets, start, sample.All(sample.Targets.Rows), notes);
            }
        }
    }

    private static void CheckClasses(NetworkInfo network, TargetInfo target, int[] counts, IReadOnlyList<string>? names, string all, DiagnosisNotes notes)
    {
        int total = counts.Sum(), missing = counts.Count(count => count == 0), most = Array.IndexOf(counts, counts.Max());
        if (missing == counts.Length - 1 && total > 1)
        {
            notes.Fail("NG7005", target.Name, $"{all} have the label {Name(most)}", "There is nothing to tell apart: look at how the labels are read, or at how the set was cut.");
            return;
        }

        if (missing > 0 && total >= LargestRatio * counts.Length)
        {
            notes.Tell("NG7005", target.Name, $"{missing} of {counts.Length} classes do not occur among {total} samples", "Is the output as wide as the data set has classes, and are the samples shuffled before they are split?");
        }

        int least = Array.IndexOf(counts, counts.Where(count => count > 0).DefaultIfEmpty(0).Min());
        if (counts[least] > 0 && counts[most] >= LargestRatio * counts[least] && total >= LargestRatio * counts.Length && network.LabelWeights is null)
        {
            notes.Warn(
                "NG7005", target.Name, $"{Name(most)} has {counts[most]} of {total} samples and {Name(least)} has {counts[least]}: {(double)counts[most] / counts[least]:G3} times fewer",
                "Give the loss ClassWeights, or sample the rare classes more often; judge by F1 or the balanced recall, not by accuracy.");
        }

        string Name(int label) => names is not null && label < names.Count ? $"'{names[label]}'" : FormattableString.Invariant($"class {label}");
    }

    private static void CheckBinary(NetworkInfo network, TargetInfo target, double mean, int samples, string all, DiagnosisNotes notes)
    {
        if (mean is 0 or 1 && samples > 1)
        {
            notes.Fail("NG7005", target.Name, $"the target is {mean} in {all}", "There is nothing to tell apart: look at how the targets are read, or at how the set was cut.");
        }
        else if (Math.Min(mean, 1 - mean) * (LargestRatio + 1) < 1 && samples >= 2 * LargestRatio && !network.Loss!.Contains("Weights", StringComparison.Ordinal))
        {
            notes.Warn("NG7005", target.Name, $"the mean of the target is {mean:G3}: one answer is {Math.Max(mean, 1 - mean) / Math.Min(mean, 1 - mean):G3} times as frequent as the other", "Give the loss PositiveWeights, and choose the threshold on validation data (Thresholds); judge by F1 or average precision, not by accuracy.");
        }
    }

    private static void CheckNumbers(TargetInfo target, ColumnStatistics statistics, int start, string all, DiagnosisNotes notes)
    {
        double size = statistics.RootMeanSquare(start, target.Size), variance = statistics.MeanVariance(start, target.Size);
        notes.Measure("target_rms", size);
        notes.Measure("target_variance", variance);
        if (variance == 0 && statistics.Rows > 1)
        {
            notes.Fail("NG7006", target.Name, $"the targets are the same in {all}", "There is nothing to learn: look at how the targets are read.");
        }
        else if (size > LargestRootMeanSquare)
        {
            notes.Warn("NG7006", target.Name, $"the targets are large: their root mean square is {size:G3}, their standard deviation {Math.Sqrt(variance):G3}", "Train on (target - mean) / deviation, with numbers of the training part, and undo it in the answers: a network begins near zero, and steps are small.");
        }
        else if (Math.Sqrt(variance) < SmallestDeviation && statistics.Rows > 1)
        {
            notes.Warn("NG7006", target.Name, $"the targets hardly differ: their standard deviation is {Math.Sqrt(variance):G3}", "Train on (target - mean) / deviation: differences so small drown in the noise of the steps.");
        }
    }
}
