namespace NetGen.Tests;

public sealed class GeneratedPicturesTests
{
    [Fact]
    public void Both_parts_have_the_format_of_cifar()
    {
        var (train, test) = GeneratedPictures.Create(train: 30, test: 20);

        Assert.Equal([30, 20], [train.Count, test.Count]);
        Assert.All([train, test], part =>
        {
            Assert.Equal([3, 32, 32], part.InputShape);
            Assert.Equal(1, part.TargetSize);
            Assert.Equal(10, part.ClassCount);
            Assert.Equal("arrow", part.ClassNames?[9]);
            Assert.Equal(part.Count / 10, Enumerable.Range(0, part.Count).Count(i => part.Target(i)[0] == 3));
        });
    }

    [Fact]
    public void Channels_of_the_training_part_are_normalised_one_by_one()
    {
        var (train, test) = GeneratedPictures.Create(train: 40, test: 10);

        Assert.Equal(3, train.Normalization?.Means.Count);
        Assert.Equal(train.Normalization, test.Normalization);
        for (var channel = 0; channel < 3; channel++)
        {
            var values = Enumerable.Range(0, train.Count).SelectMany(i => train.Input(i).Slice(channel * 1024, 1024).ToArray()).Select(value => (double)value).ToArray();
            Assert.Equal(0, values.Average(), 1e-5);
            Assert.Equal(1, values.Average(value => value * value), 1e-4);
        }
    }

    [Fact]
    public void Picture_depends_on_seed_and_number_alone()
    {
        var (few, test) = GeneratedPictures.Create(train: 10, test: 10);
        var (many, _) = GeneratedPictures.Create(train: 20, test: 1);
        var (other, _) = GeneratedPictures.Create(train: 10, test: 1, seed: 2);

        Assert.Equal(Raw(few, 7), Raw(many, 7));
        Assert.NotEqual(Raw(few, 7), Raw(test, 7));
        Assert.NotEqual(Raw(few, 7), Raw(other, 7));
    }

    [Theory]
    [InlineData(0, 10, "train")]
    [InlineData(10, -1, "test")]
    [InlineData(int.MaxValue, 10, "train")]
    public void Counts_out_of_range_are_refused_by_name(int train, int test, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedPictures.Create(train, test)).ParamName);

    private static byte[] Raw(Dataset<float, int> pictures, int picture)
    {
        float[] values = pictures.Input(picture).ToArray();
        pictures.Normalization!.Undo(values);
        return Array.ConvertAll(values, value => (byte)MathF.Round(255 * value));
    }
}
