namespace NetGen.Runtime.Tests.Datasets;

public sealed class JoinedDatasetTests
{
    private static int[] Labels(int count) => [.. Enumerable.Range(0, count).Select(i => i % 3)];

    /// <summary>Sample i has the first inputs i and -i, the second input 100 + i and the third i / 2.</summary>
    private static JoinedDataset<float, int, double, int> Three(int count) => Dataset.Join(
        Dataset.From([.. Enumerable.Range(0, count).SelectMany(i => new float[] { i, -i })], Labels(count), 2),
        Dataset.From([.. Enumerable.Range(0, count).Select(i => 100 + i)], Labels(count), 1),
        Dataset.From([.. Enumerable.Range(0, count).Select(i => i / 2.0)], Labels(count), 1));

    private static JoinedDataset<float, int, int> Two(int count) => Dataset.Join(Three(count).First, Three(count).Second);

    private static int[] Numbers(JoinedDataset<float, int, int> data)
    {
        var numbers = new List<int>();
        foreach (var batch in data.Batches(4))
        {
            for (int i = 0; i < batch.Count; i++)
            {
                int number = (int)batch.First[2 * i];
                Assert.Equal((-number, 100 + number, number % 3), ((int)batch.First[(2 * i) + 1], batch.Second[i], batch.Targets[i]));
                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    [Fact]
    public void Shuffled_batches_keep_the_inputs_of_a_sample_together()
    {
        var seen = new List<int>();
        foreach (var batch in Three(103).Batches(8, shuffleSeed: 5))
        {
            for (int i = 0; i < batch.Count; i++)
            {
                int number = (int)batch.First[2 * i];
                Assert.Equal((100 + number, number / 2.0, number % 3), (batch.Second[i], batch.Third[i], batch.Targets[i]));
                seen.Add(number);
            }
        }

        Assert.Equal(Enumerable.Range(0, 103), seen.Order());
        Assert.NotEqual(Enumerable.Range(0, 103), seen);
        Assert.Equal(13, Three(103).Batches(8).Count);
    }

    [Fact]
    public void Order_is_that_of_a_set_with_one_input()
    {
        var joined = Two(50).Batches(10, shuffleSeed: 3).Select(batch => batch.First[0]);
        Assert.Equal(Two(50).First.Batches(10, shuffleSeed: 3).Select(batch => batch.Inputs[0]), joined);
    }

    [Fact]
    public void Parts_keep_the_inputs_of_a_sample_together()
    {
        var (first, second) = Two(30).Split(0.7, seed: 1, stratified: true);
        Assert.Equal(Enumerable.Range(0, 30), Numbers(first).Concat(Numbers(second)).Order());
        Assert.Equal([5, 0, 5], Numbers(Two(9).Subset(5, 0, 5)));
        Assert.Equal([7, 8, 9], Numbers(Two(10).SplitInOrder(0.7).Future));
        Assert.Equal(Enumerable.Range(0, 20), Two(20).KFold(4, seed: 2).SelectMany(fold => Numbers(fold.Validation)).Order());
        Assert.Equal([8, 9], Numbers(Two(10).ForwardFolds(4)[^1].Validation));
        Assert.Equal(Two(12).First.Shuffle(4).Input(0)[0], Numbers(Two(12).Shuffle(4))[0]);
    }

    [Fact]
    public void Sets_of_other_samples_are_refused()
    {
        var data = Two(10);
        Assert.Contains("10 samples", Assert.Throws<ArgumentException>(() => Dataset.Join(data.First, data.Second.Take(9))).Message, StringComparison.Ordinal);
        Assert.Contains("Sample 0 has the target", Assert.Throws<ArgumentException>(() => Dataset.Join(data.First, data.Second.Subset(1, 0, 2, 3, 4, 5, 6, 7, 8, 9))).Message, StringComparison.Ordinal);
    }
}
