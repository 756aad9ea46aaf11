namespace NetGen.Runtime;

/// <summary>CRC-32 as PNG, zip and Ethernet have it (ISO/IEC 15948, annex D).</summary>
internal static class Crc32
{
    /// <summary>The register before the first byte; the checksum is the complement of the register after the last.</summary>
    public const uint Start = uint.MaxValue;

    private static readonly uint[] Table = MakeTable();

    /// <summary>Takes in bytes that follow those before.</summary>
    /// <param name="register">The register after those before.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The register after them.</returns>
    public static uint Append(uint register, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            register = Table[(byte)register ^ value] ^ (register >> 8);
        }

        return register;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }

            table[i] = crc;
        }

        return table;
    }
}
