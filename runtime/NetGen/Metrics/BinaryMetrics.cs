namespace NetGen;

/// <summary>
/// The metrics of a network with one probability, that of class 1. A target other than 0 and 1 ends the measurement: answers are not right or wrong then.
/// </summary>
internal sealed class BinaryMetrics<TTarget>(string[] names, EvaluationOptions options) : MetricAccumulator<TTarget>
    where TTarget : unmanaged
{
    private readonly ClassificationTally _tally = new(names, options.CalibrationBins);
    private readonly ScoreLog _log = new(1, options);
    private bool _isSoft;

    public override void Add(ReadOnlySpan<float> outputs, ReadOnlySpan<TTarget> targets)
    {
        for (int i = 0; i < targets.Length && !_isSoft; i++)
        {
            double target = TargetRange.ToDouble(targets[i]);
            _isSoft = target is not (0 or 1);
            if (!_isSoft)
            {
                Add(outputs[i], target == 1);
            }
        }

        if (_isSoft)
        {
            _log.Close();
        }
    }

    public override Evaluation Complete(Evaluation bare)
    {
        if (_isSoft)
        {
            return bare;
        }

        // The areas of class 0 are those of the turned ranking.
        CurveAreas[]? areas = _log.Areas() is [var one] ? [one.Turned, one] : null;
        return _tally.Complete(bare, areas) with
        {
            RocAuc = areas?[1].RocAuc,
            AveragePrecision = areas?[1].AveragePrecision,
            Thresholds = _log.Curve(0),
        };
    }

    private void Add(float probability, bool target)
    {
        int actual = target ? 1 : 0;
        if (float.IsNaN(probability))
        {
            _tally.AddNaN(actual);
            _log.Close();
            return;
        }

        int predicted = probability >= options.Threshold ? 1 : 0;
        _tally.Add(actual, predicted, predicted == actual ? 0 : 1);
        _tally.AddConfidence(Math.Max((double)probability, 1 - (double)probability), (probability >= 0.5f) == target);
        _log.Add(0, probability, target);
    }
}
