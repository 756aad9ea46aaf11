namespace NetGen.Accuracy;

/// <summary>
/// A grid for x^y, of n bases with n exponents each. Bases, by turns: positive numbers spread over all bit patterns; 1 plus or minus 2^-1 to 2^-digits;
/// uniform in (1/2, 2); the negatives of the first and third kind; whole numbers from -50 to 50; at the start zeros, infinities, NaN and the ends of the range.
/// Exponents: half are the same for all bases (whole and half numbers, numbers spread over all bit patterns between 2^-20 and 2^12, and the specials); half
/// spread the logarithm of the result over its whole range and a little beyond, and for negative bases every other of those is rounded to a whole number.
/// </summary>
internal sealed class PowerGrid(int n, bool isDouble)
{
    private readonly double _largestLog = isDouble ? 750 : 106;

    private readonly double[] _special =
    [
        0.0, -0.0, 1, -1, double.PositiveInfinity, double.NegativeInfinity, double.NaN, isDouble ? double.MaxValue : float.MaxValue,
        isDouble ? double.MinValue : float.MinValue, isDouble ? double.Epsilon : float.Epsilon, isDouble ? -double.Epsilon : -float.Epsilon,
        2, -2, 0.5, -0.5, 3, -3,
    ];

    public double Base(int row)
    {
        if (row < _special.Length)
        {
            return _special[row];
        }

        var place = (row + Fraction(row)) / n;
        return Rounded((row % 6) switch
        {
            0 or 1 => Positive(place),
            2 => 1 + ((row & 8) == 0 ? 1 : -1) * Math.Pow(2, -1 - ((isDouble ? 51 : 22) * place)),
            3 => 0.5 + (1.5 * place),
            4 => (row & 8) == 0 ? -Positive(place) : -0.5 - (1.5 * place),
            _ => Math.Round(100 * place) - 50,
        });
    }

    public double Exponent(double x, int column)
    {
        if (column < _special.Length)
        {
            return _special[column];
        }

        var place = (column + Fraction(column)) / n;
        var sign = (column & 8) == 0 ? 1 : -1;
        var y = (column % 6) switch
        {
            0 => Math.Round(400 * place) - 200,
            1 => (Math.Round(400 * place) - 200) / 2,
            2 => sign * Math.Pow(2, -20 + (32 * place)),
            _ => ((2 * place) - 1) * _largestLog / Math.Log(Math.Abs(x)),
        };
        return Rounded(x < 0 && column % 6 is 3 or 5 ? Math.Round(y) : y);
    }

    private double Positive(double place) => isDouble
        ? BitConverter.Int64BitsToDouble((long)(place * 0x7FF0000000000000))
        : BitConverter.Int32BitsToSingle((int)(place * 0x7F800000));

    private double Rounded(double x) => isDouble ? x : (float)x;

    private static double Fraction(int index) => (DoubleSample.Mix(index) >> 11) * (1.0 / (1L << 53));
}
