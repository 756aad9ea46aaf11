namespace NetGen;

/// <summary>The metrics of a network with a probability for each of several labels. A target other than 0 and 1 ends the measurement.</summary>
internal sealed class MultiLabelMetrics<TTarget>(string[] names, EvaluationOptions options) : MetricAccumulator<TTarget>
    where TTarget : unmanaged
{
    private readonly int _labels = names.Length;
    private readonly ClassCounts _counts = new(names.Length);
    private readonly ScoreLog _log = new(names.Length, options);
    private bool _isSoft;
    private long _samples;
    private long _exact;
    private long _wrong;
    private long _invalid;
    private double _jaccard;
    private double _precision;
    private double _recall;
    private double _f1;

    public override void Add(ReadOnlySpan<float> outputs, ReadOnlySpan<TTarget> targets)
    {
        for (int start = 0; start < targets.Length && !_isSoft; start += _labels)
        {
            AddSample(outputs.Slice(start, _labels), targets.Slice(start, _labels));
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

        var areas = _log.Areas();
        return bare with
        {
            InvalidAnswers = _invalid,
            SubsetAccuracy = (double)_exact / _samples,
            HammingLoss = (double)_wrong / _samples / _labels,
            JaccardIndex = _jaccard / _samples,
            Classes = ClassScores.Of(_counts, names, areas),
            Macro = _counts.Macro(_ => true),
            Micro = _counts.Micro(),
            Weighted = _counts.Weighted(),
            SampleAverage = new(_precision / _samples, _recall / _samples, _f1 / _samples),
            RocAuc = ClassScores.Mean(areas, area => area.RocAuc),
            AveragePrecision = ClassScores.Mean(areas, area => area.AveragePrecision),
        };
    }

    private void AddSample(ReadOnlySpan<float> probabilities, ReadOnlySpan<TTarget> targets)
    {
        int right = 0, answers = 0, wanted = 0, wrong = 0;
        for (int label = 0; label < targets.Length; label++)
        {
            double target = TargetRange.ToDouble(targets[label]);
            if (target is not (0 or 1))
            {
                _isSoft = true;
                return;
            }

            float probability = probabilities[label];
            bool isTarget = target == 1, isAnswer = probability >= options.Threshold, isNaN = float.IsNaN(probability);
            _counts.Add(label, isTarget, isAnswer);
            right += isTarget && isAnswer ? 1 : 0;
            answers += isAnswer ? 1 : 0;
            wanted += isTarget ? 1 : 0;
            wrong += isNaN || isTarget != isAnswer ? 1 : 0;
            if (isNaN)
            {
                _invalid++;
                _log.Close();
            }

            _log.Add(label, probability, isTarget);
        }

        var score = ClassCounts.Score(right, answers, wanted);
        _precision += score.Precision;
        _recall += score.Recall;
        _f1 += score.F1;
        _jaccard += ClassCounts.Ratio(right, answers + wanted - right);
        _samples++;
        _exact += wrong == 0 ? 1 : 0;
        _wrong += wrong;
    }
}
