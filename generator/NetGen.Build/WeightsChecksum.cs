namespace NetGen.Build;

/// <summary>The checksum of compiled weights: CRC-32C (Castagnoli 1993; RFC 3720, appendix B.4), by a table, since the build runs where the processor's instruction has no name.</summary>
internal static class WeightsChecksum
{
    /// <summary>The polynomial 0x1EDC6F41, its bits in reverse.</summary>
    private const uint Polynomial = 0x82F6_3B78;

    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum of what is left of a stream.</summary>
    public static uint Of(Stream stream)
    {
        var (register, buffer) = (uint.MaxValue, new byte[1 << 16]);
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            for (var i = 0; i < read; i++)
            {
                register = (register >> 8) ^ Table[(byte)register ^ buffer[i]];
            }
        }

        return ~register;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var place = 0u; place < table.Length; place++)
        {
            table[place] = place;
            for (var bit = 0; bit < 8; bit++)
            {
                table[place] = (table[place] >> 1) ^ ((table[place] & 1) * Polynomial);
            }
        }

        return table;
    }
}
