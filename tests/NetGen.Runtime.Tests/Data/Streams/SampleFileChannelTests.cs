using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Streams;

public sealed class SampleFileChannelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_of_samples_keeps_the_normalisation_of_channels()
    {
        var normalization = new Normalization([0.1, 0.2], [0.3, 0.4]);
        string path = _folder.File("samples.bin");
        SampleFile.Write(path, Dataset.From([1f, 2, 3, 4], [0, 1], 2, 1, 1).WithNormalization(normalization));
        Assert.Equal(normalization, SampleFile.Open<float, int>(path).Normalization);

        SampleFile.Write(path, Dataset.From([1f, 2, 3, 4], [0, 1], 2, 1, 1));
        Assert.Null(SampleFile.Open<float, int>(path).Normalization);
    }
}
