namespace NetGen;

/// <summary>
/// The random numbers of one sample, a function of seed, epoch and sample alone: any thread can make those of any sample, and a training that goes on from a
/// checkpoint makes the same again. xoshiro256** started at a hash of the three.
/// </summary>
internal sealed class SampleRandom : Random
{
    private const ulong Increment = 0x9E3779B97F4A7C15UL;

    private Xoshiro256 _bits;

    /// <summary>Starts the numbers of a sample.</summary>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="sample">The sample's place in the order of the epoch.</param>
    /// <param name="purpose">Tells unrelated numbers of the same sample apart.</param>
    public void Start(ulong seed, int epoch, int sample, uint purpose) =>
        _bits = new Xoshiro256(Mix(Mix(Mix(seed + Increment) ^ ((ulong)purpose << 32 | (uint)epoch)) + (uint)sample));

    public override int Next() => Next(int.MaxValue);

    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return maxValue == 0 ? 0 : _bits.Below(maxValue);
    }

    public override int Next(int minValue, int maxValue) => checked((int)NextInt64(minValue, maxValue));

    public override long NextInt64() => NextInt64(long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        ulong range = (ulong)maxValue - (ulong)minValue;
        return range == 0 ? minValue : (long)((ulong)minValue + Math.BigMul(_bits.Next(), range, out _));
    }

    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref byte value in buffer)
        {
            value = (byte)(_bits.Next() >> 56);
        }
    }

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override double NextDouble() => (_bits.Next() >> 11) * (1.0 / (1UL << 53));

    public override float NextSingle() => (_bits.Next() >> 40) * (1f / (1 << 24));

    protected override double Sample() => NextDouble();

    private static ulong Mix(ulong z)
    {
        z += Increment;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
