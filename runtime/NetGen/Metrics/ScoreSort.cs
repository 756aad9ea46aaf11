using System.Buffers;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Sorts floats by their bits: three passes over eleven bits each, several times faster than comparing.</summary>
internal static class ScoreSort
{
    private const int Digits = 3;
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;

    /// <summary>From here on the passes pay for clearing their counts.</summary>
    private const int LeastLength = 512;

    /// <summary>Sorts numbers, none of them NaN. Both zeros become +0.</summary>
    public static void Ascending(Span<float> scores)
    {
        if (scores.Length < LeastLength)
        {
            scores.Sort();
            return;
        }

        var keys = MemoryMarshal.Cast<float, uint>(scores);
        Span<int> starts = stackalloc int[Digits * Buckets];
        starts.Clear();
        for (int i = 0; i < keys.Length; i++)
        {
            uint key = Key(scores[i]);
            keys[i] = key;
            for (int digit = 0; digit < Digits; digit++)
            {
                starts[Bucket(key, digit)]++;
            }
        }

        uint[] rented = ArrayPool<uint>.Shared.Rent(keys.Length);
        var other = rented.AsSpan(0, keys.Length);
        for (int digit = 0; digit < Digits; digit++)
        {
            Distribute(digit % 2 == 0 ? keys : other, digit % 2 == 0 ? other : keys, digit, starts);
        }

        // After an odd number of passes the keys are in the other buffer.
        for (int i = 0; i < other.Length; i++)
        {
            scores[i] = Score(other[i]);
        }

        ArrayPool<uint>.Shared.Return(rented);
    }

    private static void Distribute(ReadOnlySpan<uint> from, Span<uint> to, int digit, Span<int> starts)
    {
        int start = 0;
        foreach (ref int count in starts.Slice(digit * Buckets, Buckets))
        {
            (count, start) = (start, start + count);
        }

        foreach (uint key in from)
        {
            to[starts[Bucket(key, digit)]++] = key;
        }
    }

    private static int Bucket(uint key, int digit) => (digit * Buckets) + (int)((key >> (digit * DigitBits)) & (Buckets - 1));

    /// <summary>Bits in the order of the numbers: all bits of negative ones are turned, of others the sign.</summary>
    private static uint Key(float score)
    {
        // −0 + 0 = +0.
        uint bits = BitConverter.SingleToUInt32Bits(score + 0f);
        return bits ^ ((uint)((int)bits >> 31) | 0x8000_0000);
    }

    private static float Score(uint key) => BitConverter.UInt32BitsToSingle(key ^ (~(uint)((int)key >> 31) | 0x8000_0000));
}
