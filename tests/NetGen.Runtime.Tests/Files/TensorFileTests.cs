using System.Text;

namespace NetGen.Runtime.Tests.Files;

public sealed class TensorFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("state.safetensors");

    public void Dispose() => _folder.Dispose();

    private static TensorSource Bytes(string name, params byte[] values) =>
        TensorSource.Filled(name, "U8", [values.Length], values.CopyTo);

    private byte[] Written(bool checksum = true)
    {
        TensorFile.Write(FilePath, [Bytes("a", 1, 2, 3), Bytes("b"), Bytes("c", 9)], [new("step", "12"), new("note", "µ \"quoted\" \\")], checksum);
        return File.ReadAllBytes(FilePath);
    }

    [Theory]
    [InlineData("", "00000000")]
    [InlineData("123456789", "e3069283")]
    public void Checksum_is_that_of_the_catalogue_of_CRC_algorithms(string text, string expected)
    {
        TensorChecksum checksum = default;
        checksum.Add(Encoding.ASCII.GetBytes(text));
        Assert.Equal(expected, checksum.Text);
    }

    [Fact]
    public void Written_tensors_and_metadata_are_read_back_in_any_order()
    {
        Written();
        using var file = TensorFile.Open(FilePath, checksum: true);
        var (a, c) = (new byte[3], new byte[1]);
        file.Read("c", c);
        file.Read("a", a);
        file.Read("b", []);
        Assert.Equal([1, 2, 3], a);
        Assert.Equal([9], c);
        Assert.Equal(("12", "µ \"quoted\" \\"), (file.Metadata["step"], file.Metadata["note"]));
        Assert.Equal(["a", "b", "c"], file.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void Equal_content_gives_equal_bytes() => Assert.Equal(Written(), Written());

    [Fact]
    public void Any_flipped_bit_of_a_file_with_a_checksum_is_found()
    {
        byte[] intact = Written();
        for (int bit = 0; bit < 8 * intact.Length; bit++)
        {
            byte[] damaged = [.. intact];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            string path = _folder.File("damaged.safetensors", damaged);
            var error = Assert.Throws<InvalidDataException>(() => TensorFile.Open(path, checksum: true));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Data_that_are_not_those_summed_up_are_refused_with_the_key()
    {
        byte[] damaged = Written();
        damaged[^1]++;
        var error = Assert.Throws<InvalidDataException>(() => TensorFile.Open(_folder.File("damaged.safetensors", damaged)));
        Assert.Contains("'netgen.checksum' in __metadata__", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_without_a_checksum_is_refused_only_where_one_is_asked_for()
    {
        Written(checksum: false);
        using (var file = TensorFile.Open(FilePath))
        {
            Assert.Equal(3, file.Entries.Count);
        }

        var error = Assert.Throws<InvalidDataException>(() => TensorFile.Open(FilePath, checksum: true));
        Assert.Contains("'netgen.checksum'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensor_that_is_missing_or_of_another_size_is_named()
    {
        Written();
        using var file = TensorFile.Open(FilePath);
        Assert.Contains("no tensor 'd'", Assert.Throws<InvalidDataException>(() => file.Read("d", new byte[3])).Message, StringComparison.Ordinal);
        Assert.Contains("tensor 'a' has 3 bytes; 4 were expected", Assert.Throws<InvalidDataException>(() => file.Read("a", new byte[4])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_that_writes_too_little_is_named_and_the_old_file_stays()
    {
        byte[] before = Written();
        var lacking = new TensorSource("short", "F32", [2], stream => stream.Write(new byte[7]));
        var error = Assert.Throws<InvalidOperationException>(() => TensorFile.Write(FilePath, [lacking], []));
        Assert.Contains("'short' has 8 bytes, but 7", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(FilePath));
        Assert.Equal([FilePath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Header_beyond_the_limit_of_the_format_is_refused_before_anything_is_written()
    {
        var error = Assert.Throws<ArgumentException>(() => TensorFile.Write(FilePath, [], [new("note", new string('n', 100_000_000))]));
        Assert.Contains("100000000", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Name_that_occurs_twice_is_refused() =>
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => TensorFile.Write(FilePath, [Bytes("a", 1), Bytes("a", 2)], [])).Message, StringComparison.Ordinal);
}
