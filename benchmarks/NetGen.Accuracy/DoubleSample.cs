using NetGen.Compiler.Emission.Simd;

namespace NetGen.Accuracy;

/// <summary>
/// A stated sample of the doubles, as dense as wanted. Every fourth point is drawn from all bit patterns, one per equal share of them; two fourths from
/// those between 2^-30 and 2^18 of either sign, where the functions bend; one fourth lies at a distance of 2^-53 to 1/2 of 1 or -1. Sine and cosine get
/// in addition every multiple of pi/2 up to 2^17, rounded, with its neighbours: there the result is nearly all cancellation.
/// </summary>
internal static class DoubleSample
{
    public static double Point(long index, long count)
    {
        var share = (index >> 2) * (4.0 / count);
        var part = 4.0 / count;
        // A fraction in [0, 1) that is the same in every run.
        var place = share + (part * (Mix(index) >> 11) * (1.0 / (1L << 53)));
        return (index & 3) switch
        {
            0 => BitConverter.UInt64BitsToDouble((ulong)(place * 18446744073709551616.0) ^ (Mix(index) >> 20)),
            1 => Between(place, index),
            2 => -Between(place, index),
            _ => ((index & 4) == 0 ? 1 : -1) + ((index & 8) == 0 ? 1 : -1) * Math.Pow(2, -1 - (52 * place)),
        };
    }

    /// <summary>The multiples of pi/2 up to 2^17 of either sign, rounded to double, each with its neighbours.</summary>
    public static IEnumerable<double> Multiples()
    {
        for (var n = 1; n <= 83443; n++)
        {
            var x = n * (Math.PI / 2);
            foreach (var neighbour in new[] { Math.BitDecrement(x), x, Math.BitIncrement(x) })
            {
                yield return neighbour;
                yield return -neighbour;
            }
        }
    }

    private static double Between(double place, long index)
    {
        const long Low = (1023L - 30) << 52;
        const long High = (1023L + 18) << 52;
        return BitConverter.Int64BitsToDouble(Low + (long)(place * (High - Low)) ^ (long)(Mix(index) >> 44));
    }

    // SplitMix64 (Steele, Lea and Flood 2014).
    internal static ulong Mix(long index)
    {
        var z = ((ulong)index + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
