namespace NetGen;

/// <summary>The counts of a classification with one right class per answer; memory does not grow with the answers.</summary>
internal sealed class ClassificationTally(string[] names, int calibrationBins)
{
    /// <summary>The class of an answer that is NaN.</summary>
    public const int Nothing = -1;

    /// <summary>A matrix for more classes would take more than 8 MiB, and nobody would read it.</summary>
    private const int MatrixClasses = 1024;

    private readonly ClassCounts _counts = new(names.Length);
    private readonly long[]? _matrix = names.Length <= MatrixClasses ? new long[names.Length * names.Length] : null;
    private readonly CalibrationTally _calibration = new(calibrationBins);

    /// <summary>How often the right class was at a place of the ranking; after the last place those that were NaN.</summary>
    private readonly long[] _ranks = new long[names.Length + 1];
    private long _answers;
    private long _right;

    private bool AnyNaN => _ranks[^1] > 0;

    /// <summary>Takes an answer.</summary>
    /// <param name="actual">The right class.</param>
    /// <param name="predicted">The chosen one.</param>
    /// <param name="rank">How many classes rank before the right one.</param>
    public void Add(int actual, int predicted, int rank)
    {
        _answers++;
        _right += actual == predicted ? 1 : 0;
        _ranks[rank]++;
        _counts.Add(actual, isTarget: true, isAnswer: actual == predicted);
        if (predicted != actual && predicted != Nothing)
        {
            _counts.Add(predicted, isTarget: false, isAnswer: true);
        }

        if (_matrix is not null && predicted != Nothing)
        {
            _matrix[(actual * names.Length) + predicted]++;
        }
    }

    /// <summary>Takes an answer that is NaN: it is wrong, and no class is chosen.</summary>
    public void AddNaN(int actual) => Add(actual, Nothing, names.Length);

    /// <summary>Takes the probability of the most probable class, and whether that is the right one.</summary>
    public void AddConfidence(double confidence, bool right) => _calibration.Add(confidence, right);

    /// <param name="bare">What is known already.</param>
    /// <param name="areas">The areas under the curves of each class; null: not measured.</param>
    public Evaluation Complete(Evaluation bare, CurveAreas[]? areas) => bare with
    {
        Accuracy = (double)_right / _answers,
        InvalidAnswers = _ranks[^1],
        Ranks = _ranks,
        CalibrationError = AnyNaN ? null : _calibration.Error(),
        ConfusionMatrix = _matrix is null ? null : new ConfusionMatrix(names, _matrix),
        Classes = ClassScores.Of(_counts, names, areas),
        Macro = _counts.Macro(_counts.Occurs),
        Micro = _counts.Micro(),
        Weighted = _counts.Weighted(),
    };
}
