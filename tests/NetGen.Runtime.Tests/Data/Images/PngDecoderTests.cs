using System.Buffers.Binary;
using System.Text;

namespace NetGen.Runtime.Tests.Data.Images;

public sealed class PngDecoderTests
{
    private readonly ImagePixels _pixels = new();

    public static TheoryData<string> Kinds() => [.. ReferenceImages.Files.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_file_has_the_samples_that_were_written(string name)
    {
        var expected = ReferenceImages.Files[name];

        new PngDecoder().Decode(expected.File, _pixels);

        Assert.Equal((expected.Channels, expected.Height, expected.Width), (_pixels.Channels, _pixels.Height, _pixels.Width));
        Assert.Equal(expected.Values.Select(value => (float)value / expected.Maximum), _pixels.Values.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_this_library_writes_reads_back(int channels)
    {
        byte[] pixels = new byte[5 * 3 * channels];
        new Random(channels).NextBytes(pixels);

        new PngDecoder().Decode(PngImage.Encode(pixels, width: 5, height: 3, channels), _pixels);

        Assert.Equal((channels, 3, 5), (_pixels.Channels, _pixels.Height, _pixels.Width));
        Assert.All(Enumerable.Range(0, pixels.Length), at => Assert.Equal(pixels[at] / 255f, _pixels.Channel(at % channels)[at / channels]));
    }

    [Theory]
    [InlineData("IHDR", 9, (byte)1, "colour type 1 with 8 bits")]
    [InlineData("IHDR", 8, (byte)5, "colour type 0 with 5 bits")]
    [InlineData("IHDR", 10, (byte)1, "compression 1")]
    [InlineData("IHDR", 12, (byte)2, "interlacing 2")]
    [InlineData("IHDR", 3, (byte)0, "0×3 pixels")]
    [InlineData("IHDR", 0, (byte)0x80, "1 to 2147483647 are possible")]
    [InlineData("IHDR", 0, (byte)0x70, "cannot hold")]
    [InlineData("IHDR", 7, (byte)4, "end before the last row")]
    [InlineData("IHDR", 3, (byte)4, "filter")]
    [InlineData("IHDR", 7, (byte)2, "go on after the last row")]
    public void Damaged_header_is_refused_with_its_reason(string chunk, int at, byte value, string message)
    {
        // 5×3 grey pixels, uncompressed rows of which a value of 250 is no filter.
        byte[] file = PngImage.Encode([.. Enumerable.Repeat((byte)250, 15)], 5, 3, 1);
        byte[] damaged = With(file, chunk, content => content[at] = value);

        var refusal = Assert.Throws<InvalidDataException>(() => new PngDecoder().Decode(damaged, _pixels));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_checksum_names_the_chunk()
    {
        byte[] file = PngImage.Encode(new byte[15], 5, 3, 1);
        file[20] ^= 1;
        Assert.Contains("the checksum of its chunk IHDR at byte 8", Assert.Throws<InvalidDataException>(() => new PngDecoder().Decode(file, _pixels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_checksum_of_the_compressed_data_is_noticed()
    {
        // The last four bytes of the compressed data are their Adler-32; the chunk's own checksum is put right.
        byte[] file = With(PngImage.Encode(new byte[15], 5, 3, 1), "IDAT", content => content[^1] ^= 1);
        Assert.Contains("compressed pixels are damaged", Assert.Throws<InvalidDataException>(() => new PngDecoder().Decode(file, _pixels)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IDAT", "IHDR", "misplaced: IHDR is the first")]
    [InlineData("IDAT", "QUIT", "QUIT is misplaced: it is needed, and not known here")]
    [InlineData("IDAT", "qUIT", "there are no pixels")]
    [InlineData("IHDR", "IDAT", "IHDR is the first")]
    [InlineData("IEND", "tEXt", "ends without its last chunk")]
    [InlineData("IEND", "1END", "its type is 0x31454E44")]
    public void Chunk_out_of_place_is_refused(string chunk, string instead, string message)
    {
        byte[] file = PngImage.Encode(new byte[15], 5, 3, 1);
        int type = Find(file, chunk);
        Encoding.ASCII.GetBytes(instead).CopyTo(file, type);
        byte[] damaged = With(file, type, _ => { });

        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => new PngDecoder().Decode(damaged, _pixels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_beyond_the_palette_is_refused()
    {
        // A grey image of one pixel, said to be indexed by a palette of one colour.
        byte[] file = With(PngImage.Encode([7], 1, 1, 1), "IHDR", content => content[9] = 3);
        Assert.Contains("the palette stands before it", Assert.Throws<InvalidDataException>(() => new PngDecoder().Decode(file, _pixels)).Message, StringComparison.Ordinal);

        int data = Find(file, "IDAT") - 4;
        byte[] palette = [0, 0, 0, 3, .. "PLTE"u8, 1, 2, 3, 0, 0, 0, 0];
        byte[] indexed = With([.. file.AsSpan(0, data), .. palette, .. file.AsSpan(data)], "PLTE", _ => { });
        Assert.Contains("a pixel has colour 7; its palette has 1", Assert.Throws<InvalidDataException>(() => new PngDecoder().Decode(indexed, _pixels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Image_above_the_limit_is_refused_before_there_is_memory_for_it()
    {
        byte[] file = PngImage.Encode(new byte[1 << 20], 1 << 10, 1 << 10, 1);
        var refusal = Assert.Throws<InvalidDataException>(() => new PngDecoder().Decode(file, new ImagePixels((1 << 20) - 1)));
        Assert.Contains("1024×1024 pixels, at most 1048575 are allowed", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The file with the content of a chunk changed, and its checksum put right.</summary>
    internal static byte[] With(byte[] file, string chunk, SpanAction change) => With(file, Find(file, chunk), change);

    private static byte[] With(byte[] file, int type, SpanAction change)
    {
        byte[] copy = [.. file];
        int length = BinaryPrimitives.ReadInt32BigEndian(copy.AsSpan(type - 4));
        change(copy.AsSpan(type + 4, length));
        BinaryPrimitives.WriteUInt32BigEndian(copy.AsSpan(type + 4 + length), ~Crc32.Append(Crc32.Start, copy.AsSpan(type, 4 + length)));
        return copy;
    }

    internal delegate void SpanAction(Span<byte> content);

    private static int Find(byte[] file, string chunk) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(chunk));
}
