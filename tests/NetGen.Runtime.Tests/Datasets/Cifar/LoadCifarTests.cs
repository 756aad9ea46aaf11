using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Datasets.Cifar;

public sealed class LoadCifarTests : IDisposable
{
    private static readonly string[] Names = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    private readonly TemporaryFolder _folder = new();

    public LoadCifarTests()
    {
        _folder.File("data_batch_1.bin", CifarFiles.Bytes([3], [9], [0]));
        _folder.File("data_batch_2.bin", CifarFiles.Bytes([5]));
        _folder.File("test_batch_first2.bin", CifarFiles.Bytes([7], [1]));
        File.WriteAllText(_folder.File("batches.meta.txt"), string.Join('\n', Names) + "\n\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_training_files_are_read_in_the_order_of_their_names()
    {
        var (train, test) = Dataset.LoadCifar10(_folder.Path, new CifarOptions { Normalize = false });

        Assert.Equal((4, 2), (train.Count, test.Count));
        Assert.Equal([3, 32, 32], train.InputShape);
        Assert.Equal([3, 9, 0, 5], Enumerable.Range(0, 4).Select(sample => train.Target(sample)[0]));
        Assert.Equal((7, 1), (test.Target(0)[0], test.Target(1)[0]));
        Assert.Equal(Names, train.ClassNames);
        Assert.Equal(10, train.ClassCount);
    }

    [Fact]
    public void Pixels_keep_their_places_as_parts_of_full_brightness()
    {
        var train = Dataset.LoadCifar10(_folder.Path, new CifarOptions { Normalize = false }).Train;

        Assert.Equal(Enumerable.Range(0, CifarFiles.Pixels).Select(pixel => CifarFiles.Pixel(1, pixel) / 255f), train.Input(1).ToArray());
        Assert.Null(train.Normalization);
    }

    [Fact]
    public void Both_parts_are_normalised_by_the_channels_of_the_training_part()
    {
        var (train, test) = Dataset.LoadCifar10(_folder.Path);
        var raw = Dataset.LoadCifar10(_folder.Path, new CifarOptions { Normalize = false }).Train;
        for (int channel = 0; channel < 3; channel++)
        {
            double[] pixels = [.. Enumerable.Range(0, 4).SelectMany(sample => raw.Input(sample).Slice(channel * 1024, 1024).ToArray()).Select(pixel => (double)pixel)];
            double mean = pixels.Average(), deviation = Math.Sqrt(pixels.Average(pixel => (pixel - mean) * (pixel - mean)));
            Assert.Equal(mean, train.Normalization!.Means[channel], 7);
            Assert.Equal(deviation, train.Normalization.StandardDeviations[channel], 7);
            Assert.Equal((raw.Input(2)[channel * 1024] - mean) / deviation, train.Input(2)[channel * 1024], 5);
            Assert.Equal(((CifarFiles.Pixel(1, (channel * 1024) + 5) / 255.0) - mean) / deviation, test.Input(1)[(channel * 1024) + 5], 5);
        }

        Assert.Equal(train.Normalization, test.Normalization);
    }

    [Fact]
    public void Normalisation_can_be_one_pair_or_given()
    {
        var one = Dataset.LoadCifar10(_folder.Path, new CifarOptions { PerChannel = false }).Train;
        Assert.Single(one.Normalization!.Means);
        Assert.Equal(0, Enumerable.Range(0, 4).Average(sample => one.Input(sample).ToArray().Average(pixel => (double)pixel)), 5);

        var given = Dataset.LoadCifar10(_folder.Path, new CifarOptions { Normalization = new([0, 0, 0.5], [1, 1, 0.25]) }).Train;
        Assert.Equal(((CifarFiles.Pixel(0, 3000) / 255.0) - 0.5) / 0.25, given.Input(0)[3000], 5);
    }

    [Fact]
    public void Hundred_classes_have_a_fine_and_a_coarse_label()
    {
        _folder.File("train.bin", CifarFiles.Bytes([19, 99], [4, 0]));
        _folder.File("test.bin", CifarFiles.Bytes([0, 50]));
        File.WriteAllLines(_folder.File("coarse_label_names.txt"), Enumerable.Range(0, 20).Select(label => $"super {label}"));

        var (train, test) = Dataset.LoadCifar100(_folder.Path);
        Assert.Equal([99, 0, 50], (int[])[train.Target(0)[0], train.Target(1)[0], test.Target(0)[0]]);
        Assert.Null(train.ClassNames);
        var coarse = Dataset.LoadCifar100(_folder.Path, new CifarOptions { CoarseLabels = true }).Train;
        Assert.Equal((19, 4, "super 4"), (coarse.Target(0)[0], coarse.Target(1)[0], coarse.ClassNames![4]));
        Assert.Equal(train.Input(1).ToArray(), coarse.Input(1).ToArray());
    }

    [Theory]
    [InlineData(0, "no records of 3073 bytes")]
    [InlineData(3072, "3072 bytes, which is not a whole number of records of 3073 bytes")]
    [InlineData(9000, "9000 bytes")]
    public void File_of_another_length_is_named_with_what_was_expected(int length, string message)
    {
        string file = _folder.File("data_batch_2.bin", new byte[length]);

        var refusal = Assert.Throws<InvalidDataException>(() => Dataset.LoadCifar10(_folder.Path));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Label_that_there_is_not_is_named_with_its_record()
    {
        _folder.File("data_batch_2.bin", CifarFiles.Bytes([5], [10]));

        var refusal = Assert.Throws<InvalidDataException>(() => Dataset.LoadCifar10(_folder.Path));

        Assert.Contains("data_batch_2.bin", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("record 1 has the label 10; labels are 0 to 9", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Contains("nowhere", Assert.Throws<DirectoryNotFoundException>(() => Dataset.LoadCifar10(_folder.File("nowhere"))).Message, StringComparison.Ordinal);
        File.Delete(_folder.File("test_batch_first2.bin"));
        Assert.Contains("test_batch*.bin", Assert.Throws<FileNotFoundException>(() => Dataset.LoadCifar10(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("train.bin", Assert.Throws<FileNotFoundException>(() => Dataset.LoadCifar100(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_must_be_as_many_as_classes()
    {
        File.WriteAllText(_folder.File("batches.meta.txt"), "one\ntwo\n");
        Assert.Contains("it has 2 names of classes", Assert.Throws<InvalidDataException>(() => Dataset.LoadCifar10(_folder.Path)).Message, StringComparison.Ordinal);

        var named = Dataset.LoadCifar10(_folder.Path, new CifarOptions { ClassNames = [.. Names.Reverse()] }).Train;
        Assert.Equal("truck", named.ClassNames![0]);
    }

    [Fact]
    public void Options_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dataset.LoadCifar10(_folder.Path, new CifarOptions { CoarseLabels = true }));
        var refusal = Assert.Throws<ArgumentException>(() => Dataset.LoadCifar10(_folder.Path, new CifarOptions { Normalization = new([0, 0], [1, 1]) }));
        Assert.Contains("2 channels", refusal.Message, StringComparison.Ordinal);
    }
}
