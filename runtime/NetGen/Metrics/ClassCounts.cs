namespace NetGen;

/// <summary>What precision and recall are made of: per class, right answers, answers and targets.</summary>
internal sealed class ClassCounts(int classes)
{
    private readonly long[] _right = new long[classes];
    private readonly long[] _answers = new long[classes];
    private readonly long[] _targets = new long[classes];

    public int Classes => classes;

    public void Add(int label, bool isTarget, bool isAnswer)
    {
        _right[label] += isTarget && isAnswer ? 1 : 0;
        _answers[label] += isAnswer ? 1 : 0;
        _targets[label] += isTarget ? 1 : 0;
    }

    public long Support(int label) => _targets[label];

    /// <summary>Whether a class is among targets or answers: scikit-learn takes means over these.</summary>
    public bool Occurs(int label) => _targets[label] + _answers[label] > 0;

    public AveragedScore Score(int label) => Score(_right[label], _answers[label], _targets[label]);

    public AveragedScore Micro() => Score(_right.Sum(), _answers.Sum(), _targets.Sum());

    /// <summary>The mean over the classes that pass.</summary>
    public AveragedScore Macro(Func<int, bool> included) => Mean(label => included(label) ? 1 : 0);

    /// <summary>The mean over classes, each weighted by its targets.</summary>
    public AveragedScore Weighted() => Mean(label => _targets[label]);

    /// <summary>Precision, recall and F1 of counts; 0/0 is 0.</summary>
    public static AveragedScore Score(long right, long answers, long targets) =>
        new(Ratio(right, answers), Ratio(right, targets), Ratio(2 * right, answers + targets));

    public static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;

    private AveragedScore Mean(Func<int, double> weight)
    {
        double precision = 0, recall = 0, f1 = 0, weights = 0;
        for (int label = 0; label < classes; label++)
        {
            double own = weight(label);
            var score = Score(label);
            precision += own * score.Precision;
            recall += own * score.Recall;
            f1 += own * score.F1;
            weights += own;
        }

        return new(Ratio(precision, weights), Ratio(recall, weights), Ratio(f1, weights));
    }
}
