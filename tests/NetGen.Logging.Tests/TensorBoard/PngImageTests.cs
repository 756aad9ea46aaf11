using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetGen.Runtime;

namespace NetGen.Logging.Tests.TensorBoard;

public sealed class PngImageTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 4)]
    [InlineData(3, 2)]
    [InlineData(4, 6)]
    public void A_picture_reads_back(int channels, byte colourType)
    {
        byte[] pixels = new byte[5 * 3 * channels];
        new Random(channels).NextBytes(pixels);

        List<(string Type, byte[] Data)> chunks = Chunks(PngImage.Encode(pixels, width: 5, height: 3, channels));

        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        Assert.Equal([0, 0, 0, 5, 0, 0, 0, 3, 8, colourType, 0, 0, 0], chunks[0].Data);
        Assert.Equal(pixels, Rows(chunks[1].Data, 5 * channels, 3));
        Assert.Empty(chunks[2].Data);
    }

    /// <summary>The whole IEND chunk is the same in every PNG.</summary>
    [Fact]
    public void The_last_chunk_is_as_every_file_has_it() =>
        Assert.Equal(
            [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82],
            PngImage.Encode([0], 1, 1, 1).AsSpan()[^12..].ToArray());

    private static List<(string Type, byte[] Data)> Chunks(ReadOnlySpan<byte> file)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], file[..8].ToArray());
        var chunks = new List<(string, byte[])>();
        for (file = file[8..]; !file.IsEmpty;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file);
            ReadOnlySpan<byte> checkedBytes = file.Slice(4, 4 + length);
            Assert.Equal(Crc(checkedBytes), BinaryPrimitives.ReadUInt32BigEndian(file[(8 + length)..]));
            chunks.Add((Encoding.ASCII.GetString(checkedBytes[..4]), checkedBytes[4..].ToArray()));
            file = file[(12 + length)..];
        }

        return chunks;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }
        }

        return ~crc;
    }

    private static byte[] Rows(byte[] compressed, int rowLength, int rows)
    {
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var all = new MemoryStream();
        zlib.CopyTo(all);
        byte[] bytes = all.ToArray();
        Assert.Equal(rows * (rowLength + 1), bytes.Length);
        byte[][] lines = [.. bytes.Chunk(rowLength + 1)];
        Assert.All(lines, line => Assert.Equal(0, line[0]));
        return [.. lines.SelectMany(line => line[1..])];
    }
}
