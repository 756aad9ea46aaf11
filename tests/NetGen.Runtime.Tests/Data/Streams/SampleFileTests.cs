using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Streams;

public sealed class SampleFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Dataset<float, int> Data => Dataset.From(
        [.. Enumerable.Range(0, 60).Select(i => i / 3f)], [.. Enumerable.Range(0, 10).Select(i => i % 3)], 2, 3).WithClassNames("a", "b", "c").WithPreprocessing("how");

    private string Written()
    {
        SampleFile.Write(_folder.File("a.samples"), Data);
        return _folder.File("a.samples");
    }

    [Fact]
    public void Samples_are_read_as_they_were_written()
    {
        var streamed = SampleFile.Open<float, int>(Written());
        var (inputs, targets) = streamed.ReadAll(atOnce: 3);

        Assert.Equal((10, 6, 1, 3), (streamed.Count, streamed.InputSize, streamed.TargetSize, streamed.ClassCount));
        Assert.Equal([2, 3], streamed.InputShape);
        Assert.Equal("how", streamed.Preprocessing);
        Assert.Equal(Data.InputValues, inputs);
        Assert.Equal(Data.TargetValues, targets);
    }

    [Fact]
    public void Streamed_set_is_written_once_and_read_as_it_streams()
    {
        SampleFile.Write(_folder.File("b.samples"), SampleFile.Open<float, int>(Written()));
        Assert.Equal(File.ReadAllBytes(_folder.File("a.samples")), File.ReadAllBytes(_folder.File("b.samples")));
    }

    [Fact]
    public void Other_types_are_refused_with_those_of_the_file() => Assert.Contains(
        "its inputs are Single and its targets Int32", Assert.Throws<InvalidDataException>(() => SampleFile.Open<float, float>(Written())).Message, StringComparison.Ordinal);

    [Fact]
    public void Damaged_file_is_refused_by_name_or_has_all_samples()
    {
        byte[] intact = File.ReadAllBytes(Written());
        for (int seed = 0; seed < 120; seed++)
        {
            string path = _folder.File($"damaged{seed}", Mutations.Damage(intact, seed, head: 80));
            try
            {
                Assert.Equal(10, SampleFile.Open<float, int>(path).ReadAll().Targets.Length);
            }
            catch (InvalidDataException refusal)
            {
                Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
            }
        }
    }
}
