namespace NetGen;

/// <summary>Whether the network that a training leaves behind does more than answer the same for every sample: in evaluation mode, on samples of the training set.</summary>
internal sealed class LearningCheck<TInput, TTarget>(ITrainable<TInput, TTarget> network, SampleOfSet<TInput, TTarget> sample)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>The part of the best constant answer's loss above which nothing was learned.</summary>
    private const double Nothing = 0.95;
    private const int BatchSize = 256;

    private readonly NetworkInfo _info = network.Network;

    /// <param name="epochs">How many epochs were trained.</param>
    /// <param name="seed">The seed of the order: the samples are those of the statistics.</param>
    /// <param name="notes">Takes what is found.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Run(int epochs, ulong seed, DiagnosisNotes notes, CancellationToken cancellation)
    {
        if (InitialLoss.Expected(_info, sample) is null || Constant() is not { } constant)
        {
            return;
        }

        var (loss, floor) = (Loss(seed, cancellation), SmoothedLabels.Floor(_info));
        notes.Measure("final_loss", loss);
        notes.Measure("constant_answer_loss", constant);
        if (constant <= floor || loss - floor <= Nothing * (constant - floor))
        {
            return;
        }

        // One epoch may be too short, and numbers that are mostly noise can be guessed no better.
        bool isWeak = _info.HasLoss("MeanSquaredError") && loss < constant;
        notes.Find(
            "NG7202", epochs == 1 || isWeak ? FindingSeverity.Info : FindingSeverity.Warning, _info.Name,
            isWeak ? (FormattableString)$"little was learned: the loss on the training set is {loss:G4}, and the same answer for every sample costs {constant:G4}"
                : $"nothing was learned{(epochs == 1 ? " in one epoch" : "")}: the loss on the training set is {loss:G4}, and the same answer for every sample costs {constant:G4}",
            epochs == 1 ? "More epochs, or a higher learning rate (net.FindLearningRate), may be all that it takes."
                : "Do inputs and targets belong together (read and shuffled in the same order)? Is the learning rate of the right size (net.FindLearningRate)? Does NG7103 say that even one batch is not learned?");
    }

    private double Loss(ulong seed, CancellationToken cancellation)
    {
        var (loss, weights, samples) = (0.0, 0.0, 0);
        using var batches = BatchPlan<TInput, TTarget>.For(sample.Set, BatchSize, seed: seed).Start(cancellation);
        while (samples < sample.Inputs.Rows && batches.MoveNext())
        {
            var batch = batches.Current;
            double mean = network.Loss(batch.Inputs, batch.Targets), weight = BatchWeight.Of(_info, batch);
            (loss, weights, samples) = (loss + (mean * weight), weights + weight, samples + batch.Count);
        }

        return weights > 0 ? loss / weights : 0;
    }

    /// <summary>The loss of the best answer that does not look at the input: the entropy of the labels, the variance of numbers.</summary>
    private double? Constant()
    {
        var target = _info.Targets[0];
        return target.Loss switch
        {
            "SoftmaxCrossEntropy" when _info.LabelWeights is null => SmoothedLabels.Constant(_info, sample.LabelCounts[0]),
            "BinaryCrossEntropy" => Enumerable.Range(0, target.Size).Average(column => SmoothedLabels.Entropy(sample.Targets.Mean(column), 1 - sample.Targets.Mean(column))),
            "MeanSquaredError" => sample.Targets.MeanVariance(0, target.Size),
            _ => null,
        };
    }
}
