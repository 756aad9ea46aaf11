namespace NetGen.Tests;

public sealed class GeneratedDigitsTests
{
    [Fact]
    public void Both_parts_have_the_format_of_an_image_data_set()
    {
        var (train, test) = GeneratedDigits.Create(train: 120, test: 30);

        Assert.Equal([120, 30], [train.Count, test.Count]);
        Assert.All([train, test], part =>
        {
            Assert.Equal([1, 28, 28], part.InputShape);
            Assert.Equal(784, part.InputSize);
            Assert.Equal(1, part.TargetSize);
            Assert.Equal(10, part.ClassCount);
            Assert.Equal("9", part.ClassNames?[9]);
        });
    }

    [Fact]
    public void Training_part_is_normalised_and_its_statistics_are_kept()
    {
        var (train, test) = GeneratedDigits.Create(train: 300, test: 50);

        var values = Enumerable.Range(0, train.Count).SelectMany(i => train.Input(i).ToArray()).Select(value => (double)value).ToArray();
        Assert.Equal(0, values.Average(), 1e-5);
        Assert.Equal(1, values.Average(value => value * value), 1e-5);
        Assert.NotNull(train.Normalization);
        Assert.Equal(train.Normalization, test.Normalization);
    }

    [Fact]
    public void Parts_share_no_image()
    {
        var (train, test) = GeneratedDigits.Create(train: 100, test: 100);

        for (var i = 0; i < train.Count; i++)
        {
            for (var j = 0; j < test.Count; j++)
            {
                Assert.False(train.Input(i).SequenceEqual(test.Input(j)), $"training image {i} is test image {j}");
            }
        }
    }

    [Theory]
    [InlineData(0, 10, "train")]
    [InlineData(10, -1, "test")]
    [InlineData(int.MaxValue, 10, "train")]
    public void Counts_out_of_range_are_refused_by_name(int train, int test, string name)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedDigits.Create(train, test));

        Assert.Equal(name, error.ParamName);
    }
}
