namespace NetGen;

/// <summary>
/// The errors of a regression, in double. The variance of the targets comes from Welford's update (1962), which loses nothing to a large mean.
/// </summary>
internal sealed class RegressionMetrics<TTarget>(int outputs) : MetricAccumulator<TTarget>
    where TTarget : unmanaged
{
    private readonly double[] _absolute = new double[outputs];
    private readonly double[] _squared = new double[outputs];
    private readonly double[] _mean = new double[outputs];
    private readonly double[] _deviation = new double[outputs];
    private double _largest;
    private long _samples;

    public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<TTarget> targets)
    {
        for (int start = 0; start < targets.Length; start += outputs)
        {
            _samples++;
            for (int output = 0; output < outputs; output++)
            {
                double target = TargetRange.ToDouble(targets[start + output]);
                double error = Math.Abs(predictions[start + output] - target);
                _absolute[output] += error;
                _squared[output] += error * error;
                _largest = Math.Max(_largest, error);

                double fromMean = target - _mean[output];
                _mean[output] += fromMean / _samples;
                _deviation[output] += fromMean * (target - _mean[output]);
            }
        }
    }

    public override Evaluation Complete(Evaluation bare)
    {
        var scores = new OutputScore[outputs];
        for (int output = 0; output < outputs; output++)
        {
            double squared = _squared[output] / _samples;
            scores[output] = new(output, _absolute[output] / _samples, squared, Math.Sqrt(squared), R2(output));
        }

        double mean = scores.Average(score => score.MeanSquaredError);
        return bare with
        {
            MeanAbsoluteError = scores.Average(score => score.MeanAbsoluteError),
            MeanSquaredError = mean,
            RootMeanSquaredError = Math.Sqrt(mean),
            MaxError = _largest,
            R2 = scores.Average(score => score.R2),
            Outputs = Array.AsReadOnly(scores),
        };
    }

    private double? R2(int output) =>
        _samples < 2 ? null
        : _deviation[output] != 0 ? 1 - (_squared[output] / _deviation[output])
        : _squared[output] == 0 ? 1
        : double.IsNaN(_squared[output]) ? double.NaN
        : 0;
}
