namespace NetGen.Runtime.Tests.Datasets;

public sealed class BatchesTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(100, 1, false)]
    [InlineData(100, 7, false)]
    [InlineData(100, 7, true)]
    [InlineData(100, 100, true)]
    [InlineData(50_000, 32, false)]
    [InlineData(50_000, 40_000, false)]
    public void Shuffled_pass_gives_every_sample_once(int count, int batchSize, bool dropLast)
    {
        var batches = Numbered.Set(count).Batches(batchSize, shuffleSeed: 5, dropLast);
        var seen = new List<int>();
        var sizes = new List<int>();
        foreach (var batch in batches)
        {
            sizes.Add(batch.Count);
            seen.AddRange(batch.Numbers());
        }

        Assert.Equal(batches.Count, sizes.Count);
        Assert.All(sizes.SkipLast(1), size => Assert.Equal(batchSize, size));
        Assert.Equal(dropLast ? count / batchSize * batchSize : count, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public void Order_depends_on_the_seed_alone()
    {
        var data = Numbered.Set(1000);
        Assert.Equal(Order(data, 7, 3), Order(data, 7, 3));
        Assert.Equal(Order(data, 7, 3), Order(data, 64, 3));
        Assert.NotEqual(Order(data, 7, 3), Order(data, 7, 4));
    }

    [Fact]
    public void Without_a_seed_the_order_is_that_of_the_set()
    {
        Assert.Equal(Enumerable.Range(0, 100), Order(Numbered.Set(100), 7, null));
        var shuffled = Numbered.Set(100).Shuffle(2);
        Assert.Equal(shuffled.Numbers(), Order(shuffled, 7, null));
    }

    [Fact]
    public void Each_epoch_has_an_order_of_its_own_and_all_samples()
    {
        using var stream = new ArrayBatchPlan<float, int>(Numbered.Set(100), 30, epochs: 3, seed: 1, dropLast: false).Start(default);
        var epochs = new List<int>[] { [], [], [] };
        for (int batch = 0; stream.MoveNext(); batch++)
        {
            epochs[batch / 4].AddRange(stream.Current.Numbers());
        }

        Assert.All(epochs, epoch => Assert.Equal(Enumerable.Range(0, 100), epoch.Order()));
        Assert.NotEqual(epochs[0], epochs[1]);
        Assert.NotEqual(epochs[1], epochs[2]);
        Assert.False(stream.MoveNext());
    }

    [Fact]
    public void Batches_are_not_allocated_after_the_first()
    {
        using var stream = new ArrayBatchPlan<float, int>(Numbered.Set(20_000), 16, epochs: 3, seed: 1, dropLast: false).Start(default);
        stream.MoveNext();
        long before = GC.GetAllocatedBytesForCurrentThread();
        long samples = 0;
        while (stream.MoveNext())
        {
            samples += stream.Current.Inputs.Length / 2;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(60_000 - 16, samples);
    }

    [Fact]
    public void Cancellation_ends_the_pass()
    {
        using var cancellation = new CancellationTokenSource();
        using var batches = Numbered.Set(1000).Batches(10, shuffleSeed: 1, cancellationToken: cancellation.Token).GetEnumerator();
        Assert.True(batches.MoveNext());
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => batches.MoveNext());
    }

    [Fact]
    public void Pass_that_is_left_early_ends_its_thread()
    {
        for (int i = 0; i < 50; i++)
        {
            foreach (var batch in Numbered.Set(5000).Batches(10, shuffleSeed: 1))
            {
                Assert.Equal(10, batch.Count);
                break;
            }
        }
    }

    [Fact]
    public void Batch_sizes_that_give_no_batch_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(10).Batches(0));
        Assert.Contains(
            "would leave none", Assert.Throws<ArgumentOutOfRangeException>(() => Numbered.Set(10).Batches(11, dropLast: true)).Message, StringComparison.Ordinal);
    }

    private static List<int> Order(Dataset<float, int> data, int batchSize, ulong? seed)
    {
        var order = new List<int>();
        foreach (var batch in data.Batches(batchSize, seed))
        {
            order.AddRange(batch.Numbers());
        }

        return order;
    }
}
