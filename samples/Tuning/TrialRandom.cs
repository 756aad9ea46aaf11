namespace Tuning;

/// <summary>
/// Random numbers of one trial: SplitMix64 (Steele, Lea and Flood 2014), started at a point that depends on seed and number alone, so
/// that trials can be drawn in any order.
/// </summary>
internal struct TrialRandom(ulong seed, int number)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong state = Mix(seed + Increment) ^ Mix((ulong)(number + 1) * 0xD1B54A32D192ED03);

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        state += Increment;
        return Mix(state);
    }

    /// <summary>A number in [0, 1).</summary>
    public double Uniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, count).</summary>
    public int Below(int count) => (int)(((NextBits() >> 32) * (ulong)count) >> 32);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
