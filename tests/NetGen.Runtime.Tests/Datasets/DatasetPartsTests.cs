namespace NetGen.Runtime.Tests.Datasets;

public sealed class DatasetPartsTests
{
    [Fact]
    public void Shuffle_is_the_same_on_every_machine() =>
        Assert.Equal(ExpectedOrder, Numbered.Set(12).Shuffle(seed: 42).Numbers());

    // Of an independent implementation of SplitMix64, xoshiro256** and Lemire's method (Python's exact integers).
    private static readonly int[] ExpectedOrder = [0, 2, 11, 3, 9, 10, 5, 7, 8, 6, 4, 1];

    [Fact]
    public void Streams_of_a_seed_and_neighbouring_seeds_differ()
    {
        int[] a = new int[50], b = new int[50], c = new int[50];
        Permutation.Draw(a, 1, 1);
        Permutation.Draw(b, 1, 2);
        Permutation.Draw(c, 2, 0);
        Assert.NotEqual(a, b);
        Assert.NotEqual(a, c);
        Assert.Equal(Enumerable.Range(0, 50), a.Order());
    }

    [Fact]
    public void Every_order_of_four_is_about_equally_frequent()
    {
        var counts = new Dictionary<string, int>();
        var order = new int[4];
        for (ulong seed = 0; seed < 24_000; seed++)
        {
            Permutation.Draw(order, seed);
            string key = string.Join(",", order);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void Split_divides_all_samples_without_repetition()
    {
        var (first, second) = Numbered.Set(100).Split(0.8, seed: 3);
        Assert.Equal((80, 20), (first.Count, second.Count));
        Assert.Equal(Enumerable.Range(0, 100), first.Numbers().Concat(second.Numbers()).Order());
        Assert.NotEqual(Enumerable.Range(0, 80), first.Numbers());
        Assert.Equal(10, second.ClassCount);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.5)]
    [InlineData(1.5)]
    [InlineData(0.001)]
    [InlineData(double.NaN)]
    public void Split_that_leaves_a_part_empty_is_refused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(100).Split(fraction));

    [Fact]
    public void Stratified_split_keeps_the_proportions()
    {
        // 70 samples of class 0, 20 of class 7, 10 of class 9.
        var data = Dataset.From(
            [.. Enumerable.Range(0, 100).Select(i => (float)i)], [.. Enumerable.Range(0, 100).Select(i => i < 70 ? 0 : i < 90 ? 7 : 9)], 1);
        var (first, second) = data.Split(0.7, seed: 1, stratified: true);
        Assert.Equal([49, 14, 7], Counts(first));
        Assert.Equal([21, 6, 3], Counts(second));
        Assert.Equal(Enumerable.Range(0, 100), Inputs(first).Concat(Inputs(second)).Order());

        static int[] Counts(Dataset<float, int> part) => [.. new[] { 0, 7, 9 }.Select(label => Enumerable.Range(0, part.Count).Count(i => part.Target(i)[0] == label))];
        static IEnumerable<int> Inputs(Dataset<float, int> part) => [.. Enumerable.Range(0, part.Count).Select(i => (int)part.Input(i)[0])];
    }

    [Fact]
    public void Stratified_split_has_exactly_the_asked_size_when_classes_do_not_divide() =>
        Assert.Equal(17, Numbered.Set(33, classes: 7).Split(0.5, seed: 1, stratified: true).First.Count);

    [Fact]
    public void Stratified_split_of_numbers_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Dataset.From([1f, 2, 3, 4], [1f, 2, 3, 4]).Split(0.5, stratified: true));

    [Fact]
    public void Parts_of_parts_refer_to_the_right_samples()
    {
        var part = Numbered.Set(20).Subset(5, 3, 19, 3).Take(3).Subset(2, 0);
        Assert.Equal([19, 5], part.Numbers());
        Assert.Equal([9], part.Target(0).ToArray());
    }

    [Fact]
    public void Subset_and_take_refuse_samples_that_do_not_exist()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(5).Subset(1, 5));
        Assert.Throws<ArgumentException>(() => Numbered.Set(5).Subset());
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(5).Take(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(5).Take(0));
    }
}
