using System.Buffers.Binary;
using System.Numerics;

namespace NetGen.Runtime;

/// <summary>
/// CRC-32C (Castagnoli; RFC 3720, appendix B.4), on the processor's own instruction where it has one, and the rotated form in which TensorFlow stores it: a
/// checksum over data that hold checksums would be weak otherwise (<c>tsl/lib/hash/crc32c.h</c>).
/// </summary>
internal static class MaskedCrc32C
{
    /// <summary>The masked checksum.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => unchecked(BitOperations.RotateRight(Unmasked(bytes), 15) + 0xa282ead8);

    /// <summary>The checksum itself.</summary>
    public static uint Unmasked(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
