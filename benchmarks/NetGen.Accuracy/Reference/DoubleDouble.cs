namespace NetGen.Accuracy;

/// <summary>
/// An unevaluated sum of two doubles, |Low| at most half an ulp of High: about 105 bits (Dekker 1971; Hida, Li and Bailey 2001). As exact as is
/// needed to tell how wrong a double is; not for numbers near the ends of the range, whose low part would be subnormal.
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    public static implicit operator DoubleDouble(double x) => new(x, 0);

    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        var (s, e) = Sum(x.High, y.High);
        var (t, f) = Sum(x.Low, y.Low);
        var (high, low) = FastSum(s, e + t);
        return Normal(high, low + f);
    }

    public static DoubleDouble operator -(DoubleDouble x, DoubleDouble y) => x + (-y);

    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        var (p, e) = Product(x.High, y.High);
        return Normal(p, Math.FusedMultiplyAdd(x.High, y.Low, Math.FusedMultiplyAdd(x.Low, y.High, e)));
    }

    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        var first = x.High / y.High;
        var rest = x - (y * first);
        var second = rest.High / y.High;
        rest -= y * second;
        return Normal(first, second) + (rest.High / y.High);
    }

    /// <summary>The sum of two doubles, exactly.</summary>
    public static DoubleDouble Sum(double x, double y)
    {
        var s = x + y;
        var part = s - x;
        return new(s, (x - (s - part)) + (y - part));
    }

    /// <summary>The product of two doubles, exactly.</summary>
    public static DoubleDouble Product(double x, double y)
    {
        var p = x * y;
        return new(p, Math.FusedMultiplyAdd(x, y, -p));
    }

    /// <summary>x * 2^n, without rounding.</summary>
    public DoubleDouble Scale(int n) => new(Math.ScaleB(High, n), Math.ScaleB(Low, n));

    public DoubleDouble Abs() => High < 0 ? -this : this;

    private static DoubleDouble FastSum(double large, double small)
    {
        var s = large + small;
        return new(s, small - (s - large));
    }

    private static DoubleDouble Normal(double large, double small) => FastSum(large, small);
}
