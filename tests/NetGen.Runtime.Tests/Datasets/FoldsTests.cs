namespace NetGen.Runtime.Tests.Datasets;

public sealed class FoldsTests
{
    [Fact]
    public void Every_sample_is_in_the_validation_part_of_one_fold()
    {
        var folds = Numbered.Set(23).KFold(4, seed: 1);

        Assert.Equal(Enumerable.Range(0, 23), folds.SelectMany(fold => fold.Validation.Numbers()).Order());
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, 23), fold.Train.Numbers().Concat(fold.Validation.Numbers()).Order()));
        Assert.All(folds, fold => Assert.InRange(fold.Validation.Count, 5, 6));
        Assert.NotEqual(Enumerable.Range(0, fold0().Length), fold0());

        int[] fold0() => folds[0].Validation.Numbers();
    }

    [Fact]
    public void Stratified_folds_have_each_class_in_proportion()
    {
        // 60 samples of class 0, 25 of class 1, 15 of class 2.
        var data = Dataset.From([.. Enumerable.Range(0, 100).Select(i => (float)i)], [.. Enumerable.Range(0, 100).Select(i => i < 60 ? 0 : i < 85 ? 1 : 2)], 1);
        Assert.All(data.KFold(5, seed: 2, stratified: true), fold =>
            Assert.Equal([12, 5, 3], new[] { 0, 1, 2 }.Select(label => Enumerable.Range(0, fold.Validation.Count).Count(i => fold.Validation.Target(i)[0] == label))));
    }

    [Fact]
    public void Seed_decides_the_folds()
    {
        Assert.Equal(Numbered.Set(30).KFold(3, seed: 5)[1].Validation.Numbers(), Numbered.Set(30).KFold(3, seed: 5)[1].Validation.Numbers());
        Assert.NotEqual(Numbered.Set(30).KFold(3, seed: 5)[1].Validation.Numbers(), Numbered.Set(30).KFold(3, seed: 6)[1].Validation.Numbers());
    }

    [Fact]
    public void Split_in_order_keeps_the_order()
    {
        var (past, future) = Numbered.Set(10).SplitInOrder(0.75);
        Assert.Equal(Enumerable.Range(0, 8), past.Numbers());
        Assert.Equal([8, 9], future.Numbers());
    }

    // The first validation sample and the number of validation samples of each fold, of tests/reference/tables.py.
    [Theory]
    [InlineData(10, 3, new[] { 4, 6, 8 }, 2)]
    [InlineData(12, 5, new[] { 2, 4, 6, 8, 10 }, 2)]
    [InlineData(7, 2, new[] { 3, 5 }, 2)]
    public void Forward_folds_are_those_of_scikit_learn(int count, int folds, int[] starts, int size) => Assert.Equal(
        starts.Select(start => (start, string.Join(' ', Enumerable.Range(start, size)))),
        Numbered.Set(count).ForwardFolds(folds).Select(fold => (fold.Train.Count, string.Join(' ', fold.Validation.Numbers()))));

    [Fact]
    public void Folds_that_samples_do_not_fill_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(5).KFold(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(5).KFold(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(5).ForwardFolds(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(5).SplitInOrder(0.01));
    }
}
