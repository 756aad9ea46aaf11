using FsCheck;
using FsCheck.Fluent;

namespace NetGen.Runtime.Tests.Metrics;

public sealed class PropertyTests
{
    /// <summary>Scores out of few values, so that many are equal, each with a target.</summary>
    private static readonly Gen<(int Score, bool Target)[]> Scored =
        Gen.Choose(0, 12).Zip(Gen.Elements(true, false)).Select(pair => (pair.Item1, pair.Item2)).ArrayOf();

    /// <summary>Labels out of four, each with four scores.</summary>
    private static readonly Gen<(int Label, int[] Scores)[]> Labelled =
        Gen.Choose(0, 3).Zip(Gen.Choose(0, 5).ArrayOf(4)).Select(pair => (pair.Item1, pair.Item2)).NonEmptyListOf().Select(list => list.ToArray());

    [Fact]
    public void Area_under_ROC_is_the_part_of_pairs_in_order() => Prop.ForAll(Scored.ToArbitrary(), scored =>
    {
        (int Score, bool Target)[] all = [.. scored, (3, true), (4, false)];
        var pairs = from positive in all where positive.Target from negative in all where !negative.Target
                    select positive.Score > negative.Score ? 1 : positive.Score == negative.Score ? 0.5 : 0;
        var evaluation = Measured.Binary([.. all.Select(one => one.Score / 16f)], [.. all.Select(one => one.Target ? 1f : 0)]);
        Assert.Equal(pairs.Average(), evaluation.RocAuc!.Value, 12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Averages_over_classes_relate_to_accuracy_and_matrix() => Prop.ForAll(Labelled.ToArbitrary(), samples =>
    {
        var evaluation = Measured.Classes(4, [.. samples.SelectMany(sample => sample.Scores).Select(score => score / 8f)], [.. samples.Select(sample => sample.Label)]);
        var matrix = evaluation.ConfusionMatrix!;
        Assert.Equal(evaluation.Accuracy!.Value, evaluation.Micro!.Precision, 12);
        Assert.Equal(evaluation.Accuracy.Value, evaluation.Micro.Recall, 12);
        Assert.Equal(evaluation.Accuracy.Value, evaluation.Weighted!.Recall, 12);
        Assert.Equal(evaluation.Accuracy.Value, (double)Enumerable.Range(0, 4).Sum(label => matrix[label, label]) / matrix.Total, 12);
        Assert.All(evaluation.Classes!, score => Assert.Equal(score.Support, matrix.RowSum(score.Class)));
        Assert.All(evaluation.Classes!, score => Assert.Equal(ClassCounts.Ratio(matrix[score.Class, score.Class], matrix.ColumnSum(score.Class)), score.Precision));
        Assert.True(Enumerable.Range(1, 3).All(k => evaluation.TopK(k) <= evaluation.TopK(k + 1)));
    }).QuickCheckThrowOnFailure();
}
