using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Datasets;

public sealed class LoadIdxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LoadIdxTests()
    {
        IdxWriter.Write(_folder.File("train-images-idx3-ubyte"), [0, 255, 0, 255, 51, 51, 51, 51], 2, 2, 2);
        IdxWriter.Write(_folder.File("train-labels-idx1-ubyte"), [3, 9], 2);
        IdxWriter.Write(_folder.File("t10k-images-idx3-ubyte.gz"), [0, 0, 0, 255], 1, 2, 2);
        IdxWriter.Write(_folder.File("t10k-labels-idx1-ubyte.gz"), [7], 1);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_is_read_plain_or_compressed()
    {
        var (train, test) = Dataset.LoadIdx(_folder.Path);
        Assert.Equal((2, 1), (train.Count, test.Count));
        Assert.Equal([1, 2, 2], train.InputShape);
        Assert.Equal((9, 7), (train.Target(1)[0], test.Target(0)[0]));
    }

    [Fact]
    public void Both_parts_are_normalised_by_the_training_part()
    {
        var (train, test) = Dataset.LoadIdx(_folder.Path);
        // Pixels 0, 1, 0, 1, 0.2 × 4: mean 0.35, mean of squares 0.27.
        double deviation = Math.Sqrt(0.27 - (0.35 * 0.35));
        Assert.Equal(0.35, train.Normalization!.Mean, 12);
        Assert.Equal(deviation, train.Normalization.StandardDeviation, 12);
        Assert.Equal(train.Normalization, test.Normalization);
        Assert.Equal((0.2f - 0.35) / deviation, train.Input(1)[0], 6);
        Assert.Equal((1 - 0.35) / deviation, test.Input(0)[3], 6);
    }

    [Fact]
    public void Normalisation_can_be_given_or_switched_off()
    {
        var given = Dataset.LoadIdx(_folder.Path, new IdxOptions { Normalization = new(0.5, 2) }).Test;
        Assert.Equal([-0.25f, -0.25f, -0.25f, 0.25f], given.Input(0).ToArray());
        var raw = Dataset.LoadIdx(_folder.Path, new IdxOptions { Normalize = false }).Train;
        Assert.Equal([0, 1, 0, 1], raw.Input(0).ToArray());
        Assert.Null(raw.Normalization);
    }

    [Fact]
    public void Missing_file_is_named_with_what_was_looked_for()
    {
        File.Delete(_folder.File("t10k-labels-idx1-ubyte.gz"));
        var error = Assert.Throws<FileNotFoundException>(() => Dataset.LoadIdx(_folder.Path));
        Assert.Contains("t10k-labels-idx1-ubyte[.gz]", error.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_folder_is_named() =>
        Assert.Contains("nowhere", Assert.Throws<DirectoryNotFoundException>(() => Dataset.LoadIdx(_folder.File("nowhere"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Several_candidates_are_refused_and_named()
    {
        IdxWriter.Write(_folder.File("emnist-train-images-idx3-ubyte"), [0, 0, 0, 0], 1, 2, 2);
        Assert.Contains("emnist-train-images", Assert.Throws<InvalidDataException>(() => Dataset.LoadIdx(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_of_labels_must_be_that_of_images()
    {
        IdxWriter.Write(_folder.File("train-labels-idx1-ubyte"), [3, 9, 1], 3);
        var error = Assert.Throws<InvalidDataException>(() => Dataset.LoadIdx(_folder.Path));
        Assert.Contains("it has 3 labels, but", error.Message, StringComparison.Ordinal);
        Assert.Contains("has 2 images", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_and_labels_cannot_be_exchanged()
    {
        string images = _folder.File("train-images-idx3-ubyte"), labels = _folder.File("train-labels-idx1-ubyte");
        Assert.Contains("images are samples×rows×columns", Assert.Throws<InvalidDataException>(() => Dataset.LoadIdx(labels, images)).Message, StringComparison.Ordinal);
        Assert.Contains("labels have one dimension", Assert.Throws<InvalidDataException>(() => Dataset.LoadIdx(images, images)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_different_image_size_are_refused()
    {
        IdxWriter.Write(_folder.File("t10k-images-idx3-ubyte.gz"), [0, 0, 0], 1, 1, 3);
        Assert.Contains("1×1×3", Assert.Throws<InvalidDataException>(() => Dataset.LoadIdx(_folder.Path)).Message, StringComparison.Ordinal);
    }
}
