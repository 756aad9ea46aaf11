using System.Buffers.Binary;
using System.Numerics;

namespace NetGen.Runtime;

/// <summary>CRC-32C (Castagnoli 1993; RFC 3720, appendix B.4), on the processor's own instruction where it has one.</summary>
internal static class Crc32C
{
    /// <summary>The register before the first byte; the checksum is the complement of the register after the last.</summary>
    public const uint Start = uint.MaxValue;

    /// <summary>Takes in bytes that follow those before.</summary>
    /// <param name="register">The register after those before.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The register after them.</returns>
    public static uint Append(uint register, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            register = BitOperations.Crc32C(register, value);
        }

        return register;
    }
}
