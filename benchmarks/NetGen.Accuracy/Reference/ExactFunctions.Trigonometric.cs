using System.Numerics;

namespace NetGen.Accuracy;

/// <content>Sine and cosine.</content>
internal static partial class ExactFunctions
{
    // More bits of 2/pi than any double has before and behind its point.
    private const int PiBits = 1300;

    private const int FractionBits = 250;

    // pi/2 in 265 bits.
    private static readonly double[] HalfPi =
        [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33, 5.562271104316826e-50, 2.836115989820158e-66];

    private static readonly BigInteger TwoOverPi = (BigInteger.One << (2 * PiBits)) / (Pi(PiBits) >> 1);

    public static Exact Sin(double x) => Circular(x, 0);

    public static Exact Cos(double x) => Circular(x, 1);

    private static Exact Circular(double x, int further)
    {
        if (!double.IsFinite(x))
        {
            return double.NaN;
        }

        if (Math.Abs(x) < 1e-20)
        {
            return further == 0 ? x : 1.0;
        }

        var (quadrant, r) = Math.Abs(x) < 1e6 ? ReduceSmall(x) : ReduceLarge(x);
        var square = r * r;
        var odd = ((quadrant + further) & 1) != 0;
        // Taylor: r (1 - r^2 / 3! + …) or 1 - r^2 / 2! + …; the inverse factorials start at 2!.
        DoubleDouble sum = 0.0;
        for (var i = odd ? 26 : 27; i >= 2; i -= 2)
        {
            sum = Factorials[i - 2] - (sum * square);
        }

        var value = odd ? 1.0 - (sum * square) : r - (r * square * sum);
        return ((quadrant + further) & 2) != 0 ? -value : value;
    }

    private static (int Quadrant, DoubleDouble R) ReduceSmall(double x)
    {
        var n = Math.Round(x * (2 / Math.PI));
        DoubleDouble r = x;
        foreach (var part in HalfPi)
        {
            r -= DoubleDouble.Product(n, part);
        }

        return ((int)((long)n & 3), r);
    }

    // Payne and Hanek 1983: only the digits of 2/pi that reach into the two bits before the point and behind it matter. Here simply all of them.
    private static (int Quadrant, DoubleDouble R) ReduceLarge(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        var exponent = (int)(bits >> 52) - 1075;
        var product = (TwoOverPi * ((bits & 0xFFFFFFFFFFFFF) | 0x10000000000000)) << (exponent + 100) >> 100;
        var n = (product + (BigInteger.One << (PiBits - 1))) >> PiBits;
        // No double is nearer than 2^-62 to a multiple of pi/2: 250 bits behind the point are plenty, and are within the range of double.
        var fraction = (product - (n << PiBits)) >> (PiBits - FractionBits);
        var high = (double)fraction;
        var low = (double)(fraction - new BigInteger(high));
        var r = new DoubleDouble(HalfPi[0], HalfPi[1]) * new DoubleDouble(high, low).Scale(-FractionBits);
        var quadrant = (int)(n & 3);
        return x < 0 ? (-quadrant & 3, -r) : (quadrant, r);
    }

    // Machin 1706: pi = 16 atan(1/5) - 4 atan(1/239), times 2^bits.
    private static BigInteger Pi(int bits)
    {
        var unit = BigInteger.One << (bits + 20);
        return ((16 * ArcTangentOfInverse(5, unit)) - (4 * ArcTangentOfInverse(239, unit))) >> 20;
    }

    private static BigInteger ArcTangentOfInverse(int n, BigInteger unit)
    {
        var (power, sum) = (unit / n, unit / n);
        for (var k = 3; power != 0; k += 2)
        {
            power /= -n * n;
            sum += power / k;
        }

        return sum;
    }
}
