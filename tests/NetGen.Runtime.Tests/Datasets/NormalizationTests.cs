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
}
