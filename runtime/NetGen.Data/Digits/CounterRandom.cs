namespace NetGen.Digits;

/// <summary>
/// Random numbers of one image: SplitMix64 (Steele, Lea and Flood, 2014), started at a point that depends on the seed and the
/// image's number alone, so that images can be made in any order, on any machine, by any number of threads.
/// </summary>
internal struct CounterRandom(ulong seed, ulong stream)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong state = Mix(seed + Increment) ^ Mix((stream + 1) * 0xD1B54A32D192ED03);

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        state += Increment;
        return Mix(state);
    }

    /// <summary>A number in [low, high).</summary>
    public double Uniform(double low, double high) => low + ((high - low) * ((NextBits() >> 11) * (1.0 / (1UL << 53))));

    /// <summary>A whole number in [0, count), 0 &lt; count ≤ 2³².</summary>
    public int Below(int count) => (int)(((NextBits() >> 32) * (ulong)count) >> 32);

    /// <summary>
    /// Nearly normal with mean 0 and variance 1, within ±3.5: the sum of four uniform 16-bit numbers. Enough for noise, and free of
    /// logarithms, whose last bit differs between machines.
    /// </summary>
    public double Noise()
    {
        var bits = NextBits();
        var sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);

        // Four uniforms on [0, 65535] have the mean 2 * 65535 and the variance 4 * 65536² / 12.
        return ((double)sum - (2.0 * 65535)) * (1.0 / 37837.2);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
