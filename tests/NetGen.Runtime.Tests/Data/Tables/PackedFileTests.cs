using System.IO.Compression;
using System.Text;
using NetGen.Runtime.Tests.Data.Streams;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Tables;

public sealed class PackedFileTests : IDisposable
{
    private static readonly string Text = GeneratedTables.Churn(rows: 400).ToCsv();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    [Fact]
    public void Gzip_file_is_read_like_its_content_whatever_its_name()
    {
        string path = _folder.File("churn.csv", Packed(Text));
        var stream = CsvStream.Open(path);
        var encoder = TableEncoder.Fit(stream, new() { Target = "Churn", Ignore = ["customerID"] });

        Assert.Equal(Text, CsvTable.Load(path).ToCsv());
        Assert.Equal(encoder.Inputs(CsvTable.Parse(Text)), encoder.Labels(stream).ReadAll().Inputs);
    }

    [Fact]
    public void Gzip_file_that_is_cut_off_is_refused_by_name()
    {
        byte[] packed = Packed(Text);
        for (int length = 2; length < packed.Length; length += length < packed.Length - 40 ? 97 : 1)
        {
            string path = _folder.File($"cut{length}.csv.gz", packed[..length]);
            string message = Assert.Throws<InvalidDataException>(() => CsvTable.Load(path)).Message;
            Assert.Contains(path, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Gzip_files_joined_to_one_are_refused() => Assert.Contains(
        "joined", Assert.Throws<InvalidDataException>(() => CsvTable.Load(_folder.File("two.csv.gz", [.. Packed("a,b\n1,2\n"), .. Packed("3,4\n5,6\n7,8\n")]))).Message, StringComparison.Ordinal);
}
