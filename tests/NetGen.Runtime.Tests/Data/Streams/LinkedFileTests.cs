using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Streams;

/// <summary>Symbolic links, which need a privilege on Windows.</summary>
public sealed class LinkedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Link(string target, string name)
    {
        File.CreateSymbolicLink(_folder.File(name), target);
        return _folder.File(name);
    }

    [Fact]
    public void Link_is_the_file_that_it_leads_to()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = _folder.File("a.csv", "x,y\n1,2\n3,4\n"u8.ToArray());
        var stream = CsvStream.Open(Link(Link(path, "link"), "link of a link"));
        var data = TableEncoder.Fit(stream, new() { Target = "y" }).Values(stream);
        Assert.Equal(2, data.ReadAll().Targets.Length);

        File.SetLastWriteTimeUtc(path, new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Contains("has changed", Assert.Throws<IOException>(() => data.ReadAll()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_file_of_samples_is_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        SampleFile.Write(_folder.File("a.samples"), Dataset.From(new float[] { 1, 2, 3, 4 }, [0, 1], 2));
        Assert.Equal([1, 2, 3, 4], SampleFile.Open<float, int>(Link(_folder.File("a.samples"), "link")).ReadAll().Inputs);
    }

    [Fact]
    public void Link_to_nothing_is_refused_with_its_name()
    {
        if (!OperatingSystem.IsWindows())
        {
            string link = Link(_folder.File("none"), "link");
            Assert.Contains(link, Assert.Throws<FileNotFoundException>(() => CsvTable.Load(link)).Message, StringComparison.Ordinal);
        }
    }
}
