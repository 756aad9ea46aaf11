namespace NetGen;

/// <summary>How far a training has come; with the weights and the optimizer, all that the next step depends on.</summary>
internal sealed class FitPosition
{
    /// <summary>Epochs that are complete.</summary>
    public int Epoch { get; set; }

    /// <summary>Batches of the next epoch that are done.</summary>
    public int Batch { get; set; }

    /// <summary>Samples of the next epoch that are done.</summary>
    public int Samples { get; set; }

    /// <summary>Batches of all epochs that are done.</summary>
    public long Step { get; set; }

    /// <summary>The losses of the next epoch's batches, each times its weight.</summary>
    public double LossSum { get; set; }

    /// <summary>The sum of those weights.</summary>
    public double Weights { get; set; }

    /// <summary>Whether the callbacks were told that the next epoch begins.</summary>
    public bool EpochBegun { get; set; }

    /// <summary>The mean loss of the next epoch so far. Without any weight every batch has the loss zero.</summary>
    public double Loss => Weights > 0 ? LossSum / Weights : 0;

    public void Add(int samples, double loss, double weight)
    {
        Batch++;
        Step++;
        Samples += samples;
        LossSum += loss * weight;
        Weights += weight;
    }

    public void EndEpoch()
    {
        Epoch++;
        (Batch, Samples, LossSum, Weights, EpochBegun) = (0, 0, 0, 0, false);
    }
}
