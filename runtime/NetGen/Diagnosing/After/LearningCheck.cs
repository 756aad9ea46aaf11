namespace NetGen;

/// <summary>Whether the training came to more than answering the same for every sample.</summary>
internal static class LearningCheck
{
    /// <summary>The part of the best constant answer's loss above which nothing was learned.</summary>
    private const double Nothing = 0.95;

    public static void Run<TInput, TTarget>(NetworkInfo network, SampleOfSet<TInput, TTarget> sample, double loss, DiagnosisNotes notes)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        notes.Measure("final_loss", loss);
        if (InitialLoss.Expected(network, sample) is null || Constant(network, sample) is not { } constant)
        {
            return;
        }

        notes.Measure("constant_answer_loss", constant);
        if (constant > 0 && loss > Nothing * constant)
        {
            notes.Warn(
                "NG7202", network.Name, $"nothing was learned: the loss of the last epoch is {loss:G4}, and the same answer for every sample costs {constant:G4}",
                "Do inputs and targets belong together (read and shuffled in the same order)? Is the learning rate of the right size (net.FindLearningRate)? Does NG7103 say that even one batch is not learned?");
        }
    }

    /// <summary>The loss of the best answer that does not look at the input: the entropy of the labels, the variance of numbers.</summary>
    private static double? Constant<TInput, TTarget>(NetworkInfo network, SampleOfSet<TInput, TTarget> sample)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var target = network.Targets[0];
        return target.Loss switch
        {
            "SoftmaxCrossEntropy" when network.LabelWeights is null => Entropy(sample.LabelCounts[0]),
            "BinaryCrossEntropy" => Enumerable.Range(0, target.Size).Average(column => Entropy(sample.Targets.Mean(column), 1 - sample.Targets.Mean(column))),
            "MeanSquaredError" => sample.Targets.MeanVariance(0, target.Size),
            _ => null,
        };
    }

    private static double Entropy(IReadOnlyList<int> counts)
    {
        double total = counts.Sum();
        return Entropy([.. counts.Select(count => count / total)]);
    }

    private static double Entropy(params ReadOnlySpan<double> parts)
    {
        double sum = 0;
        foreach (double part in parts)
        {
            sum -= part > 0 ? part * Math.Log(part) : 0;
        }

        return sum;
    }
}
