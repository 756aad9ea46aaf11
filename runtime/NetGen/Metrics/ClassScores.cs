namespace NetGen;

/// <summary>Brings together what is known of each class.</summary>
internal static class ClassScores
{
    public static IReadOnlyList<ClassScore> Of(ClassCounts counts, string[] names, CurveAreas[]? areas)
    {
        var scores = new ClassScore[names.Length];
        for (int label = 0; label < scores.Length; label++)
        {
            var score = counts.Score(label);
            scores[label] = new(
                label, names[label], score.Precision, score.Recall, score.F1, counts.Support(label), areas?[label].RocAuc, areas?[label].AveragePrecision);
        }

        return Array.AsReadOnly(scores);
    }

    /// <summary>The mean of a metric over all classes; null if one of them does not have it.</summary>
    public static double? Mean(CurveAreas[]? areas, Func<CurveAreas, double?> metric) =>
        areas is not null && areas.All(area => metric(area) is not null) ? areas.Average(metric) : null;
}
