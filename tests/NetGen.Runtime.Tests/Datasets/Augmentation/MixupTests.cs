namespace NetGen.Runtime.Tests.Datasets.Augmentation;

public sealed class MixupTests
{
    [Fact]
    public void Values_are_mixed_with_their_inputs()
    {
        // Inputs 1, 2, 4, … and targets ten times as much: whatever is mixed keeps that.
        var data = Dataset.From([1f, 2, 4, 8, 16, 32, 64, 128], [10f, 20, 40, 80, 160, 320, 640, 1280], 1).Mixup(1);
        int mixed = 0;
        for (ulong seed = 0; seed < 20; seed++)
        {
            foreach (var batch in data.Batches(4, shuffleSeed: seed))
            {
                for (int i = 0; i < batch.Count; i++)
                {
                    Assert.Equal(10 * batch.Inputs[i], batch.Targets[i], 1e-3f * batch.Targets[i]);
                    mixed += float.Log2(batch.Inputs[i]) % 1 == 0 ? 0 : 1;
                }
            }
        }

        Assert.InRange(mixed, 140, 160);
    }

    [Fact]
    public void Labels_stay_those_of_the_larger_part_on_average()
    {
        // Two classes at 0 and 1; the mean share of the sample's own input is that of Beta(a + 1, a): (a + 1) / (2 a + 1).
        const double alpha = 0.4;
        var data = Dataset.From([.. Enumerable.Range(0, 100).Select(i => (float)(i % 2))], [.. Enumerable.Range(0, 100).Select(i => i % 2)], 1).Mixup(alpha);
        double sum = 0;
        int count = 0;
        for (ulong seed = 0; seed < 200; seed++)
        {
            foreach (var batch in data.Batches(10, shuffleSeed: seed))
            {
                for (int i = 0; i < batch.Count; i++)
                {
                    Assert.InRange(batch.Targets[i], 0, 1);
                    if (batch.Inputs[i] is > 0 and < 1)
                    {
                        sum += batch.Targets[i] == 1 ? batch.Inputs[i] : 1 - batch.Inputs[i];
                        count++;
                    }
                }
            }
        }

        Assert.Equal((alpha + 1) / ((2 * alpha) + 1), sum / count, 0.01);
    }

    [Fact]
    public void Expected_loss_of_labels_is_that_of_mixup()
    {
        // Any loss will do: l(x, y) = (x − y)³ + y x² of two samples per batch, 0 with label 3 and 1 with label 5.
        static double Loss(double x, double y) => Math.Pow(x - y, 3) + (y * x * x);
        const double alpha = 0.7;
        var random = new Random(5);
        double expected = Enumerable.Range(0, 200_000).Average(_ =>
        {
            // Beta(α, α): one of the sizes of Beta(α + 1, α), either way round.
            double share = BetaNumbers.Draw(random, alpha + 1, alpha), part = random.Next(2) == 0 ? share : 1 - share, x = 1 - part;
            return (part * Loss(x, 3)) + ((1 - part) * Loss(x, 5));
        });

        var data = Dataset.From([.. Enumerable.Range(0, 2000).Select(i => (float)(i % 2))], [.. Enumerable.Range(0, 2000).Select(i => i % 2 == 0 ? 3 : 5)], 1).Mixup(alpha);
        double sum = 0;
        int count = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            // Batches of two in the set's order: partners have different labels.
            foreach (var batch in Pass(data, seed))
            {
                sum += Loss(batch.Input, batch.Label);
                count++;
            }
        }

        Assert.Equal(expected, sum / count, 0.3);
        Assert.True(Math.Abs(expected) > 10);
    }

    [Fact]
    public void Batch_of_one_sample_is_left_alone() =>
        Assert.Equal([1, 2, 3], Dataset.From([1f, 2, 3], [0, 0, 0], 1).Mixup(1).Batches(1).Select(batch => batch.Inputs[0]));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void Parameter_is_above_zero(double alpha) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.From([1f, 2, 3], [0, 0, 0], 1).Mixup(alpha));

    private static List<(double Input, int Label)> Pass(Dataset<float, int> data, ulong seed)
    {
        var samples = new List<(double, int)>();
        using var stream = BatchPlan<float, int>.For(data, 2, augmentationSeed: seed).Start(CancellationToken.None);
        while (stream.MoveNext())
        {
            for (int i = 0; i < stream.Current.Count; i++)
            {
                samples.Add((stream.Current.Inputs[i], stream.Current.Targets[i]));
            }
        }

        return samples;
    }
}
