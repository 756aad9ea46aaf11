namespace NetGen.Runtime.Tests.Datasets;

public sealed class NormalizationTests
{
    [Fact]
    public void Measured_values_get_mean_zero_and_deviation_one()
    {
        float[] values = [1, 2, 3, 4, 10];
        var normalization = Normalization.Of(values);
        Assert.Equal(new Normalization(4, Math.Sqrt(10)), normalization);
        normalization.Apply(values);
        Assert.Equal(0, values.Sum(), 5);
        Assert.Equal(5, values.Sum(value => value * value), 5);
    }

    [Fact]
    public void Constant_values_are_merely_shifted() => Assert.Equal(new Normalization(3, 1), Normalization.Of([3f, 3, 3]));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.0, -1.0)]
    [InlineData(0.0, double.NaN)]
    [InlineData(double.NaN, 1.0)]
    [InlineData(double.PositiveInfinity, 1.0)]
    public void Impossible_normalisation_is_refused(double mean, double deviation) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Normalization(mean, deviation));

    [Fact]
    public void Channels_are_measured_apart()
    {
        // Two samples of two channels of two values.
        float[] values = [1, 3, 10, 10, 5, 7, 20, 40];
        var normalization = Normalization.PerChannel(values, 2, 2);
        Assert.Equal(new Normalization([4, 20], [Math.Sqrt(5), Math.Sqrt(150)]), normalization);

        var sample = values.AsSpan(4, 4);
        normalization.Apply(sample);
        Assert.Equal([(float)(1 / Math.Sqrt(5)), (float)(3 / Math.Sqrt(5)), 0, (float)(20 / Math.Sqrt(150))], sample.ToArray());
        normalization.Undo(sample);
        Assert.All(sample.ToArray().Zip([5f, 7, 20, 40]), pair => Assert.Equal(pair.Second, pair.First, 5));
    }

    [Fact]
    public void One_channel_is_one_pair() => Assert.Equal(Normalization.Of([1f, 2, 3]), Normalization.PerChannel([1f, 2, 3], 1, 3));

    [Fact]
    public void Single_pair_is_asked_of_one_pair_alone()
    {
        var channels = new Normalization([1, 2], [3, 4]);
        Assert.Throws<InvalidOperationException>(() => channels.Mean);
        Assert.Throws<InvalidOperationException>(() => channels.StandardDeviation);
        Assert.Throws<InvalidOperationException>(() => channels.Apply(1f));
        Assert.Throws<ArgumentException>(() => channels.Apply(new float[3]));
    }

    [Fact]
    public void Numbers_of_means_and_deviations_are_equal()
    {
        Assert.Throws<ArgumentException>(() => new Normalization([1, 2], [3]));
        Assert.Throws<ArgumentException>(() => new Normalization([], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Normalization([1, 2], [3, 0]));
    }

    [Fact]
    public void Equality_is_that_of_the_numbers()
    {
        var (one, same, other) = (new Normalization([1, 2], [3, 4]), new Normalization([1, 2], [3, 4]), new Normalization([1, 2], [3, 5]));
        Assert.Equal((one, one.GetHashCode()), (same, same.GetHashCode()));
        Assert.NotEqual(one, other);
        Assert.Equal("means 1, 2, standard deviations 3, 4", one.ToString());
        Assert.Equal("mean 0.5, standard deviation 2", new Normalization(0.5, 2).ToString());
    }

    [Fact]
    public void Measuring_needs_whole_samples() => Assert.Throws<ArgumentException>(() => Normalization.PerChannel([1f, 2, 3], 2, 1));
}
