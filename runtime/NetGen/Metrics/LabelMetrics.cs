namespace NetGen;

/// <summary>The metrics of a network that tells one of several classes, once per sample or per position.</summary>
internal sealed class LabelMetrics(string[] names, int ignored, EvaluationOptions options) : MetricAccumulator<int>
{
    private readonly int _classes = names.Length;
    private readonly ClassificationTally _tally = new(names, options.CalibrationBins);
    private readonly ScoreLog _log = new(names.Length, options);

    public override void Add(ReadOnlySpan<float> outputs, ReadOnlySpan<int> targets)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] != ignored)
            {
                Add(outputs.Slice(i * _classes, _classes), targets[i]);
            }
        }
    }

    public override Evaluation Complete(Evaluation bare)
    {
        var areas = _log.Areas();
        return _tally.Complete(bare, areas) with
        {
            RocAuc = _classes == 2 ? areas?[1].RocAuc : ClassScores.Mean(areas, area => area.RocAuc),
            AveragePrecision = _classes == 2 ? areas?[1].AveragePrecision : ClassScores.Mean(areas, area => area.AveragePrecision),
            Thresholds = _classes == 2 ? _log.Curve(1) : null,
        };
    }

    private void Add(ReadOnlySpan<float> scores, int label)
    {
        float own = scores[label];
        int best = 0, rank = 0;
        bool isNaN = false;
        for (int i = 0; i < scores.Length; i++)
        {
            float score = scores[i];
            isNaN |= float.IsNaN(score);
            best = score > scores[best] ? i : best;
            rank += score > own || (score == own && i < label) ? 1 : 0;
        }

        if (isNaN)
        {
            _tally.AddNaN(label);
            _log.Close();
            return;
        }

        _tally.Add(label, Decide(scores, best), rank);
        _tally.AddConfidence(scores[best], best == label);
        _log.Add(scores, label);
    }

    private int Decide(ReadOnlySpan<float> scores, int best) =>
        scores.Length != 2 || options.Threshold == 0.5 ? best
        : scores[1] >= options.Threshold ? 1
        : 0;
}
