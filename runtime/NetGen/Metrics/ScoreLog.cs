namespace NetGen;

/// <summary>
/// The scores of all classes, each against the rest, for what can only be told at the end: the areas under the curves. Exact while there is room,
/// binned beyond, see <see cref="EvaluationOptions.Details"/>.
/// </summary>
internal sealed class ScoreLog
{
    /// <summary>The bins of a column take 1.3 MB.</summary>
    private const int BinnedColumns = 64;

    private ScoreColumn[]? _columns;
    private long _room;

    public ScoreLog(int columns, EvaluationOptions options)
    {
        _room = options.ExactScores;
        if (options.Details)
        {
            _columns = new ScoreColumn[columns];
            foreach (ref var column in _columns.AsSpan())
            {
                column = new();
            }
        }
    }

    /// <summary>Forgets all and takes no more: there is no curve.</summary>
    public void Close() => _columns = null;

    /// <summary>Takes the scores of all classes, one of which is right.</summary>
    public void Add(ReadOnlySpan<float> scores, int label)
    {
        for (int i = 0; i < scores.Length; i++)
        {
            Add(i, scores[i], i == label);
        }
    }

    public void Add(int column, float score, bool positive)
    {
        if (_columns is null)
        {
            return;
        }

        if (_room-- == 0)
        {
            Coarsen();
        }

        _columns?[column].Add(score, positive);
    }

    /// <summary>The areas under the curves of each class; null where the scores are not known.</summary>
    public CurveAreas[]? Areas()
    {
        if (_columns is null)
        {
            return null;
        }

        var areas = new CurveAreas[_columns.Length];
        for (int i = 0; i < areas.Length; i++)
        {
            areas[i] = CurveAreas.Of(_columns[i]);
        }

        return areas;
    }

    /// <summary>The curve of a class; null where the scores are not known, or all targets are of one kind.</summary>
    public ThresholdCurve? Curve(int column) =>
        _columns?[column] is { Positives: > 0, Negatives: > 0 } scores ? ThresholdCurve.Of(scores) : null;

    private void Coarsen()
    {
        if (_columns!.Length > BinnedColumns)
        {
            Close();
            return;
        }

        foreach (var column in _columns)
        {
            column.Coarsen();
        }
    }
}
