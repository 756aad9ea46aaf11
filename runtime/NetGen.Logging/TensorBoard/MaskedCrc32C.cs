using System.Numerics;

namespace NetGen.Runtime;

/// <summary>
/// CRC-32C, and the rotated form in which TensorFlow stores it: a checksum over data that hold checksums would be weak otherwise (<c>tsl/lib/hash/crc32c.h</c>).
/// </summary>
internal static class MaskedCrc32C
{
    /// <summary>The masked checksum.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => unchecked(BitOperations.RotateRight(Unmasked(bytes), 15) + 0xa282ead8);

    /// <summary>The checksum itself.</summary>
    public static uint Unmasked(ReadOnlySpan<byte> bytes) => ~Crc32C.Append(Crc32C.Start, bytes);
}
