using System.Numerics;

namespace NetGen;

/// <summary>
/// xoshiro256** 1.0 (Blackman and Vigna, 2018), seeded by SplitMix64: integers only, so that an order drawn from a seed
/// is the same on every machine and in every version of .NET, which <see cref="Random"/> does not promise.
/// </summary>
internal struct Xoshiro256
{
    private ulong _s0, _s1, _s2, _s3;

    /// <param name="seed">Any number; neighbouring seeds give unrelated sequences.</param>
    /// <param name="stream">Selects one of many unrelated sequences of the same seed, for example one per epoch.</param>
    public Xoshiro256(ulong seed, ulong stream = 0)
    {
        // The stream is mixed before it meets the seed: otherwise (seed, 1) and (seed + 1, 0) would coincide.
        ulong streamState = stream;
        ulong state = seed ^ (stream == 0 ? 0 : SplitMix(ref streamState));
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number in [0, <paramref name="bound"/>), exactly uniform (Lemire, 2019).</summary>
    public int Below(int bound)
    {
        ulong range = (ulong)bound;
        ulong high = Math.BigMul(Next(), range, out ulong low);
        if (low < range)
        {
            ulong threshold = (0UL - range) % range;
            while (low < threshold)
            {
                high = Math.BigMul(Next(), range, out low);
            }
        }

        return (int)high;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
