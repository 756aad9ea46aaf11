using System.Text;

namespace NetGen.Runtime.Tests.Data.Images;

public sealed class PortableMapDecoderTests
{
    [Fact]
    public void Grey_text_has_its_values_by_the_largest() =>
        Assert.Equal([0, 0.5f, 1, 0.25f, 0.75f, 0], Values("P2\n# made by hand\n3 2 # columns, rows\n4\n0 2 4\n1\t3 0\n"u8, 1, 2, 3));

    [Fact]
    public void Coloured_text_is_taken_apart_into_channels() =>
        Assert.Equal([1, 0, 0.2f, 0.4f, 0, 1], Values("P3 2 1 5  5 1 0  0 2 5"u8, 3, 1, 2));

    [Fact]
    public void Grey_bytes_follow_one_space() =>
        Assert.Equal([10 / 255f, 32 / 255f, 13 / 255f, 1], Values([.. "P5 2 2 255 "u8, 10, 32, 13, 255], 1, 2, 2));

    [Fact]
    public void Coloured_bytes_are_taken_apart_into_channels() =>
        Assert.Equal([1, 0.4f, 0.2f, 0.5f, 0, 0.6f], Values([.. "P6\n2 1\n10\n"u8, 10, 2, 0, 4, 5, 6], 3, 1, 2));

    [Fact]
    public void Values_above_a_byte_have_two_the_higher_first() =>
        Assert.Equal([256 / 1000f, 1], Values([.. "P5 2 1 1000\n"u8, 1, 0, 3, 0xe8], 1, 1, 2));

    [Fact]
    public void Images_after_the_first_are_left_alone() => Assert.Equal([1], Values([.. "P5 1 1 1\n"u8, 1, .. "P5 1 1 1\n"u8, 0], 1, 1, 1));

    [Theory]
    [InlineData("P5 3", "ends where its height is expected")]
    [InlineData("P5 3 3 255 12345678", "9 bytes are needed, but only 8 follow")]
    [InlineData("P5 3 3 256 12345678901234567", "18 bytes are needed, but only 17 follow")]
    [InlineData("P5 x", "its width is expected, but 0x78 is no digit")]
    [InlineData("P5 0 1 255 ", "0×1 pixels")]
    [InlineData("P5 1 1 0 1", "its largest value is 0")]
    [InlineData("P5 1 1 65536 1", "its largest value is above 65535")]
    [InlineData("P5 1 99999999999 1 1", "its height is above 2147483647")]
    [InlineData("P5 99999999 99999999 1 1", "9999999800000001 bytes are needed")]
    [InlineData("P5 1 1 7", "ends within its header")]
    [InlineData("P5 1 1 7x", "a space ends its header, but 0x78 follows")]
    [InlineData("P5 1 1 7 9", "the value 57, but says that 7 is the largest")]
    [InlineData("P2 2 2 9 1 2 3", "7 bytes are needed, but only 6 follow")]
    [InlineData("P2 2 2 9 1 2 300", "the value 300")]
    [InlineData("P2 2 2 9 1 2  3 ", "ends where a value is expected")]
    [InlineData("P4 1 1 ", "P2, P3, P5 or P6")]
    public void Damaged_file_is_refused_with_its_reason(string text, string message)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => new PortableMapDecoder().Decode(Encoding.Latin1.GetBytes(text), new ImagePixels()));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    private static float[] Values(ReadOnlySpan<byte> file, int channels, int height, int width)
    {
        var pixels = new ImagePixels();
        Assert.True(new PortableMapDecoder().Recognizes(file));
        new PortableMapDecoder().Decode(file.ToArray(), pixels);
        Assert.Equal((channels, height, width), (pixels.Channels, pixels.Height, pixels.Width));
        return pixels.Values.ToArray();
    }
}
