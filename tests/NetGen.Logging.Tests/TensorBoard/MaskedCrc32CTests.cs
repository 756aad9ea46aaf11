using System.Text;
using NetGen.Runtime;

namespace NetGen.Logging.Tests.TensorBoard;

public sealed class MaskedCrc32CTests
{
    /// <summary>RFC 3720, appendix B.4, and the check value of the catalogue of parametrised CRC algorithms.</summary>
    [Fact]
    public void Checksums_are_those_of_RFC_3720()
    {
        byte[] rising = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        byte[] read =
        [
            0x01, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x14, 0x00, 0x00, 0x00, 0x00, 0x00, 0x04, 0x00,
            0x00, 0x00, 0x00, 0x14, 0x00, 0x00, 0x00, 0x18, 0x28, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        ];

        Assert.Equal(0x8a9136aau, MaskedCrc32C.Unmasked(new byte[32]));
        Assert.Equal(0x62a8ab43u, MaskedCrc32C.Unmasked([.. Enumerable.Repeat((byte)0xff, 32)]));
        Assert.Equal(0x46dd794eu, MaskedCrc32C.Unmasked(rising));
        Assert.Equal(0x113fdb5cu, MaskedCrc32C.Unmasked([.. rising.Reverse()]));
        Assert.Equal(0xd9963a56u, MaskedCrc32C.Unmasked(read));
        Assert.Equal(0xe3069283u, MaskedCrc32C.Unmasked("123456789"u8));
        Assert.Equal(0u, MaskedCrc32C.Unmasked([]));
    }

    /// <summary>Whole words and the bytes after them are summed up differently.</summary>
    [Fact]
    public void Every_length_agrees_with_the_definition_bit_by_bit()
    {
        var random = new Random(3);
        for (int length = 0; length <= 40; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal(BitByBit(bytes), MaskedCrc32C.Unmasked(bytes));
        }
    }

    /// <summary>The mask's definition: rotated right by 15 bits, plus a constant.</summary>
    [Fact]
    public void The_mask_can_be_taken_off()
    {
        byte[] bytes = Encoding.ASCII.GetBytes("foo");

        uint rotated = unchecked(MaskedCrc32C.Of(bytes) - 0xa282ead8u);

        Assert.Equal(MaskedCrc32C.Unmasked(bytes), (rotated >> 17) | (rotated << 15));
    }

    private static uint BitByBit(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82f63b78;
            }
        }

        return ~crc;
    }
}
