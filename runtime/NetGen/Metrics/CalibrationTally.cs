namespace NetGen;

/// <summary>
/// The expected calibration error of Guo et al. 2017, "On Calibration of Modern Neural Networks": Σ |B_m| / n · |accuracy(B_m) − confidence(B_m)|
/// over bins B_m = ((m − 1) / M, m / M] of the confidence.
/// </summary>
internal sealed class CalibrationTally(int bins)
{
    private readonly long[] _right = new long[bins];
    private readonly double[] _confidence = new double[bins];
    private long _count;

    public void Add(double confidence, bool right)
    {
        int bin = Math.Clamp((int)Math.Ceiling(confidence * bins) - 1, 0, bins - 1);
        _right[bin] += right ? 1 : 0;
        _confidence[bin] += confidence;
        _count++;
    }

    public double Error()
    {
        // |B| / n · |right / |B| − confidence / |B|| needs no |B|.
        double sum = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            sum += Math.Abs(_right[bin] - _confidence[bin]);
        }

        return sum / _count;
    }
}
