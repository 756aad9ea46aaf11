using NetGen.Build;

namespace NetGen.Shipping.Tests;

/// <summary>The text by which the build tells the analyzers what is in a file of weights.</summary>
public sealed class WeightsManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Manifest_names_format_hash_and_writer()
    {
        Trained.Small().SaveCompiled(_folder.File("small.netgen"));

        var lines = Manifest();

        Assert.Equal("format 1", lines[0]);
        Assert.Equal("hash " + Small.Info.SpecHash, lines[1]);
        Assert.Equal("network Small", lines[2]);
        Assert.StartsWith("version ", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void File_of_something_else_is_damaged()
    {
        Trained.Small().Save(_folder.File("small.netgen"));

        Assert.Equal(["damaged it is not a file of compiled weights"], Manifest());
    }

    [Fact]
    public void File_that_was_cut_off_is_damaged()
    {
        Trained.Small().SaveCompiled(_folder.File("small.netgen"));
        using (var file = File.OpenWrite(_folder.File("small.netgen")))
        {
            file.SetLength(file.Length - 1);
        }

        Assert.StartsWith("damaged it has ", Manifest()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(140)]
    [InlineData(-1)]
    public void File_with_another_byte_is_damaged(int at)
    {
        Trained.Small().SaveCompiled(_folder.File("small.netgen"));
        var bytes = File.ReadAllBytes(_folder.File("small.netgen"));
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(_folder.File("small.netgen"), bytes);

        Assert.Equal(["format 1", "damaged its bytes are not those that were written: the checksum differs"], Manifest());
    }

    [Fact]
    public void File_of_another_version_says_which()
    {
        Trained.Small().SaveCompiled(_folder.File("small.netgen"));
        using (var file = File.OpenWrite(_folder.File("small.netgen")))
        {
            file.Position = 8;
            file.WriteByte(2);
        }

        Assert.Equal(["format 2"], Manifest());
    }

    private string[] Manifest() => WeightsHead.Describe(_folder.File("small.netgen")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
