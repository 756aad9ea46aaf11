namespace NetGen.Runtime.Tests.Datasets.Augmentation;

public sealed class SampleRandomTests
{
    [Fact]
    public void Numbers_depend_on_seed_epoch_sample_and_purpose_alone()
    {
        var random = new SampleRandom();
        double First(ulong seed, int epoch, int sample, uint purpose)
        {
            random.Start(seed, epoch, sample, purpose);
            return random.NextDouble();
        }

        double expected = First(1, 2, 3, 4);
        Assert.NotEqual(expected, First(2, 2, 3, 4));
        Assert.NotEqual(expected, First(1, 3, 3, 4));
        Assert.NotEqual(expected, First(1, 2, 4, 4));
        Assert.NotEqual(expected, First(1, 2, 3, 5));
        Assert.Equal(expected, First(1, 2, 3, 4));
    }

    [Fact]
    public void First_numbers_of_neighbouring_samples_are_uniform()
    {
        var random = new SampleRandom();
        double[] values = [.. Enumerable.Range(0, 20_000).Select(sample =>
        {
            random.Start(0, 0, sample, 1);
            return random.NextDouble();
        })];
        Assert.Equal(0.5, values.Average(), 0.01);
        Assert.Equal(1 / 12.0, values.Average(value => (value - 0.5) * (value - 0.5)), 0.002);
        Assert.Equal(0, values.Zip(values.Skip(1)).Average(pair => (pair.First - 0.5) * (pair.Second - 0.5)), 0.002);
    }

    [Fact]
    public void Every_way_to_draw_stays_in_its_range()
    {
        var random = new SampleRandom();
        random.Start(7, 0, 0, 1);
        byte[] bytes = new byte[1000];
        random.NextBytes(bytes);
        Assert.True(bytes.Distinct().Count() > 200);
        for (int i = 0; i < 1000; i++)
        {
            Assert.InRange(random.Next(), 0, int.MaxValue - 1);
            Assert.InRange(random.Next(3), 0, 2);
            Assert.InRange(random.Next(-2, 2), -2, 1);
            Assert.InRange(random.NextInt64(-5, 5), -5, 4);
            Assert.InRange(random.NextSingle(), 0, 0.99999999f);
        }

        Assert.Equal((0, 4), (random.Next(0), random.Next(4, 4)));
    }

    [Theory]
    [InlineData(1.2, 0.2)]
    [InlineData(2.0, 1.0)]
    [InlineData(1.001, 0.001)]
    [InlineData(11.0, 10.0)]
    public void Beta_numbers_have_mean_and_variance_of_their_distribution(double a, double b)
    {
        var random = new SampleRandom();
        random.Start(3, 0, 0, 1);
        double[] values = [.. Enumerable.Range(0, 40_000).Select(_ => BetaNumbers.Draw(random, a, b))];
        Assert.All(values, value => Assert.InRange(value, 0, 1));
        Assert.Equal(a / (a + b), values.Average(), 0.01);
        double mean = a / (a + b);
        Assert.Equal(a * b / ((a + b) * (a + b) * (a + b + 1)), values.Average(value => (value - mean) * (value - mean)), 0.005);
    }
}
