using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// The counter-based generator Philox4x32-10 of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011): a bijection of
/// 128-bit counters for each 64-bit key, so any number can be had at once, on any thread and in any order.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Philox
{
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9;
    internal const uint Weyl1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>The block of one counter.</summary>
    /// <param name="c0">First word of the counter.</param>
    /// <param name="c1">Second word of the counter.</param>
    /// <param name="c2">Third word of the counter.</param>
    /// <param name="c3">Fourth word of the counter.</param>
    /// <param name="key">The key: its low half is the first word, its high half the second.</param>
    /// <returns>Four words.</returns>
    public static PhiloxBlock Block(uint c0, uint c1, uint c2, uint c3, ulong key)
    {
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return new PhiloxBlock(c0, c1, c2, c3);
    }
}
