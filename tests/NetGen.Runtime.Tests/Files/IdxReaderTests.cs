using System.IO.Compression;

namespace NetGen.Runtime.Tests.Files;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Plain(byte[] header, int values) => [.. header, .. Enumerable.Range(0, values).Select(i => (byte)i)];

    private static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var stream = new GZipStream(target, CompressionLevel.Fastest))
        {
            stream.Write(content);
        }

        return target.ToArray();
    }

    [Theory]
    [InlineData("set-idx3-ubyte")]
    [InlineData("set-idx3-ubyte.gz")]
    public void Written_file_is_read_back(string name)
    {
        byte[] values = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * i / 7))];
        IdxWriter.Write(_folder.File(name), values, 3, 100, 1000);
        var read = IdxReader.Read(_folder.File(name));
        Assert.Equal([3, 100, 1000], read.Shape);
        Assert.Equal(values, read.Values);
    }

    [Fact]
    public void Compressed_file_is_known_by_its_content_not_by_its_name()
    {
        string path = _folder.File("labels", Gzip(Plain([0, 0, 8, 1, 0, 0, 0, 5], 5)));
        Assert.Equal([0, 1, 2, 3, 4], IdxReader.Read(path).Values);
    }

    [Theory]
    [InlineData(new byte[] { }, 0, "ends within its header")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 5, 0 }, 0, "ends within its header")]
    [InlineData(new byte[] { 1, 0, 8, 1, 0, 0, 0, 5 }, 5, "starts with 0x01000801")]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 5 }, 20, "its type is 0x0D")]
    [InlineData(new byte[] { 0, 0, 8, 0 }, 0, "no dimension")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 0 }, 0, "dimension 0 has the extent 0")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF }, 5, "dimension 0 has the extent 4294967295")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 1, 0, 0, 0, 1, 0, 0 }, 5, "dimension 1 has the extent 65536")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0x7F, 0, 0, 0 }, 5, "values")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3 }, 5, "2×3 = 6 values")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3 }, 7, "follow")]
    public void Malformed_file_is_refused_with_name_and_reason(byte[] header, int values, string reason)
    {
        Refused(_folder.File("plain", Plain(header, values)), reason);
        Refused(_folder.File("packed.gz", Gzip(Plain(header, values))), values == 0 && header.Length == 0 ? "" : reason);
    }

    [Fact]
    public void Extent_beyond_what_gzip_can_hold_is_refused_unread() =>
        Refused(_folder.File("bomb.gz", Gzip(Plain([0, 0, 8, 1, 0x7F, 0, 0, 0], 5))), "bytes of gzip cannot hold");

    [Fact]
    public void Every_truncation_of_a_compressed_file_is_refused()
    {
        byte[] whole = Gzip(Plain([0, 0, 8, 1, 0, 0, 0, 200], 200));
        for (int length = 0; length < whole.Length; length++)
        {
            Refused(_folder.File($"t{length}.gz", whole[..length]), "");
        }
    }

    [Fact]
    public void Bytes_after_a_compressed_file_are_refused() =>
        Refused(_folder.File("more.gz", [.. Gzip(Plain([0, 0, 8, 1, 0, 0, 0, 5], 5)), 1, 2, 3, 4, 5]), "gzip");

    [Fact]
    public void Writer_refuses_a_shape_that_does_not_fit() =>
        Assert.Throws<ArgumentException>(() => IdxWriter.Write(_folder.File("x"), new byte[5], 2, 3));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Damaged_file_is_refused_by_name_or_read_whole_and_allocates_no_more_than_the_file_justifies(bool compressed)
    {
        byte[] content = Plain([0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 28, 0, 0, 0, 28], 40 * 28 * 28);
        byte[] intact = compressed ? Gzip(content) : content;
        for (int seed = 0; seed < 150; seed++)
        {
            string path = _folder.File($"damaged{seed}", Mutations.Damage(intact, seed, head: 20));
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var read = IdxReader.Read(path);
                Assert.Equal(read.Shape.Aggregate(1, (product, extent) => product * extent), read.Values.Length);
            }
            catch (InvalidDataException error)
            {
                Assert.True(error.Message.Contains(path, StringComparison.Ordinal), $"seed {seed}: {error.Message}");
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < (4L * content.Length) + 100_000, $"seed {seed}: {allocated} bytes allocated");
        }
    }

    private static void Refused(string path, string reason)
    {
        var error = Assert.Throws<InvalidDataException>(() => IdxReader.Read(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
