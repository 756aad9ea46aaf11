namespace NetGen.Runtime.Tests.Datasets.Augmentation;

/// <summary>Which samples a set gives that is changed in training.</summary>
public sealed class DatasetAugmentationTests
{
    private const int Count = 50;

    private static readonly ImageTransform[] Transforms =
        [new RandomCrop(2), new HorizontalFlip(), new RandomAffine { Rotation = 20, Scale = (0.8, 1.2) }, new ColorJitter { Brightness = 0.2, Contrast = 0.2 }, new Cutout(2)];

    private readonly Dataset<float, int> _data = Images(Count);

    [Fact]
    public void Same_seed_gives_the_same_images_and_another_seed_others()
    {
        var augmented = _data.Augment(Transforms);
        Assert.Equal(All(augmented.Batches(8, shuffleSeed: 3)), All(augmented.Batches(8, shuffleSeed: 3)));
        Assert.NotEqual(All(augmented.Batches(8)), All(_data.Batches(8)));
        Assert.NotEqual(Multiset(augmented.Batches(8, shuffleSeed: 3)), Multiset(augmented.Batches(8, shuffleSeed: 4)));
    }

    [Fact]
    public void Images_do_not_depend_on_the_batch_size() =>
        Assert.Equal(All(_data.Augment(Transforms).Batches(3, shuffleSeed: 3)), All(_data.Augment(Transforms).Batches(17, shuffleSeed: 3)));

    [Fact]
    public void Labels_stay_with_their_images_and_every_sample_is_there()
    {
        var augmented = _data.Augment(new HorizontalFlip(1));
        int[] labels = [.. augmented.Batches(8, shuffleSeed: 1).SelectMany(batch => batch.Targets.ToArray())];
        float[][] images = [.. All(augmented.Batches(8, shuffleSeed: 1)).Chunk(64)];
        Assert.Equal(Enumerable.Range(0, Count), labels.Order());
        Assert.All(labels.Zip(images), pair => Assert.Equal(_data.Input(pair.First)[..8].ToArray().Reverse(), pair.Second[..8]));
    }

    [Fact]
    public void Epochs_give_different_images_of_the_same_samples()
    {
        var plan = BatchPlan<float, int>.For(_data.Augment(Transforms), 10, epochs: 2, augmentationSeed: 5);
        using var stream = plan.Start(CancellationToken.None);
        float[][] batches = [.. Take(stream, 10)];
        Assert.NotEqual(batches[0], batches[5]);
        Assert.False(stream.MoveNext());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(0, 4)]
    public void Stream_opened_anywhere_gives_the_images_of_the_whole_one(int epoch, int batch)
    {
        var plan = BatchPlan<float, int>.For(_data.Augment(Transforms).Mixup(), 10, epochs: 2, seed: 5, augmentationSeed: 5);
        using var whole = plan.Start(CancellationToken.None);
        float[][] expected = [.. Take(whole, 10)];

        using var later = plan.Start(new BatchPosition(epoch, batch), CancellationToken.None);

        Assert.Equal(expected[((epoch * 5) + batch)..], Take(later, 10 - (epoch * 5) - batch));
    }

    [Fact]
    public void Images_are_the_same_when_the_threads_of_the_training_make_them()
    {
        var augmented = _data.Augment(Transforms).Mixup();
        using var background = BatchPlan<float, int>.For(augmented, 10, 2, seed: 5, augmentationSeed: 5).Start(CancellationToken.None);
        using var crowded = BatchPlan<float, int>.For(augmented, 10, 2, seed: 5, crowded: true, augmentationSeed: 5).Start(CancellationToken.None);
        Assert.Equal(Take(background, 10), Take(crowded, 10));
    }

    [Fact]
    public void Pass_that_is_no_training_sees_the_samples_as_they_are()
    {
        var augmented = _data.Augment(Transforms).Mixup();
        using var stream = BatchPlan<float, int>.For(augmented, 10).Start(CancellationToken.None);
        Assert.Equal(All(_data.Batches(10)), Take(stream, 5).SelectMany(batch => batch));
        Assert.Equal(_data.Input(7).ToArray(), augmented.Input(7).ToArray());
    }

    [Fact]
    public void Parts_keep_the_changes()
    {
        var (first, second) = _data.Augment(new HorizontalFlip(1)).Split(0.5, seed: 1);
        foreach (var part in (Dataset<float, int>[])[first, second, first.Take(3), second.Shuffle(2)])
        {
            Assert.Equal(part.Input(0)[..8].ToArray().Reverse(), All(part.Batches(4))[..8]);
        }
    }

    [Fact]
    public void Streamed_set_gives_the_images_of_the_one_in_memory()
    {
        var stream = new ArrayStream(_data).Augment(Transforms).Mixup();
        Assert.Equal(All(_data.Augment(Transforms).Mixup().Batches(8)), All(stream.Batches(8)));
        Assert.NotEqual(All(stream.Batches(8)), All(stream.Batches(8, shuffleSeed: 1)));
    }

    [Fact]
    public void Shape_is_that_of_the_set_or_given()
    {
        var flat = Dataset.From(new float[2 * 12], new int[2]);
        Assert.Contains("Augment(new ImageShape(1, 28, 28), …)", Assert.Throws<ArgumentException>(() => flat.Augment(new HorizontalFlip())).Message, StringComparison.Ordinal);
        Assert.Equal(12, flat.Augment(new ImageShape(3, 2, 2), new HorizontalFlip()).Augment(new VerticalFlip()).InputSize);
        Assert.Throws<ArgumentException>(() => flat.Augment(new ImageShape(3, 2, 3), new HorizontalFlip()));
        Assert.Throws<ArgumentException>(() => flat.Augment(new ImageShape(3, 2, 2), new HorizontalFlip()).Augment(new ImageShape(1, 3, 4), new HorizontalFlip()));
        Assert.Throws<ArgumentException>(() => _data.Augment(new RandomCrop(8)));
        Assert.Throws<ArgumentException>(() => _data.Augment());
        Assert.Equal(4, Dataset.From(new float[2 * 4], new int[2], 2, 2).Augment(new HorizontalFlip()).InputSize);
    }

    [Fact]
    public void Fingerprint_names_changes_and_seed()
    {
        var augmented = _data.Augment(new RandomCrop(2)).Mixup(0.4);
        string plain = BatchPlan<float, int>.For(_data, 8).Fingerprint, changed = BatchPlan<float, int>.For(augmented, 8, augmentationSeed: 9).Fingerprint;
        Assert.Equal($"{plain}, augmented by RandomCrop(2), Mixup(0.4) from seed 9", changed);
        Assert.Equal(plain, BatchPlan<float, int>.For(augmented, 8).Fingerprint);
    }

    /// <summary>Images of 1×8×8 with their number as label.</summary>
    private static Dataset<float, int> Images(int count)
    {
        var random = new Random(1);
        return Dataset.From([.. Enumerable.Range(0, count * 64).Select(_ => random.NextSingle())], [.. Enumerable.Range(0, count)], 1, 8, 8);
    }

    private static float[] All(IEnumerable<Batch<float, int>> batches) => [.. batches.SelectMany(batch => batch.Inputs.ToArray())];

    private static double[] Multiset(IEnumerable<Batch<float, int>> batches) => [.. All(batches).Chunk(64).Select(image => image.Sum(pixel => (double)pixel)).Order()];

    private static List<float[]> Take(BatchStream<float, int> stream, int count)
    {
        var batches = new List<float[]>();
        while (batches.Count < count && stream.MoveNext())
        {
            batches.Add(stream.Current.Inputs.ToArray());
        }

        Assert.Equal(count, batches.Count);
        return batches;
    }

    private sealed class ArrayStream(Dataset<float, int> data) : StreamedDataset<float, int>(data.Count, data.InputShape, data.TargetSize)
    {
        protected internal override SampleReader<float, int> Open() => new Reader(data);

        private sealed class Reader(Dataset<float, int> data) : SampleReader<float, int>
        {
            private int _next;

            public override int Read(Span<float> inputs, Span<int> targets)
            {
                int count = Math.Min(targets.Length, data.Count - _next);
                for (int i = 0; i < count; i++, _next++)
                {
                    data.Input(_next).CopyTo(inputs[(i * data.InputSize)..]);
                    targets[i] = data.Target(_next)[0];
                }

                return count;
            }
        }
    }
}
