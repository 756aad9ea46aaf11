namespace NetGen;

/// <summary>The best epoch so far, and how long ago it was.</summary>
internal sealed class BestEpoch(Measure measure)
{
    /// <summary>Its number; null before the first.</summary>
    public int? Epoch { get; private set; }

    public double? Value { get; private set; }

    /// <summary>Epochs since then.</summary>
    public int EpochsWithout { get; private set; }

    /// <summary>The most epochs that ever passed without a better one: with less patience the training would have ended there.</summary>
    public int LongestWait { get; private set; }

    /// <summary>Whether this epoch is the best.</summary>
    public bool Take(EpochResult epoch)
    {
        double value = measure.Of(epoch);
        if (!measure.IsBetter(value, Value))
        {
            EpochsWithout++;
            LongestWait = Math.Max(LongestWait, EpochsWithout);
            return false;
        }

        (Epoch, Value, EpochsWithout) = (epoch.Epoch, value, 0);
        return true;
    }

    public void Restore(int? epoch, double? value, int epochsWithout, int longestWait) =>
        (Epoch, Value, EpochsWithout, LongestWait) = (epoch, value, epochsWithout, longestWait);
}
