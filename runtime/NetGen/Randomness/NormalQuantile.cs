namespace NetGen.Runtime;

/// <summary>
/// The quantile function of the standard normal distribution: Wichura's algorithm AS 241 (PPND16, Applied Statistics 37, 1988), relative
/// error about 1e-16, with a logarithm of our own. Only + - * / and square root, so the same bits everywhere.
/// </summary>
internal static class NormalQuantile
{
    private static ReadOnlySpan<double> CentralTop =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static ReadOnlySpan<double> CentralBottom =>
    [
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static ReadOnlySpan<double> MiddleTop =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> MiddleBottom =>
    [
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> TailTop =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> TailBottom =>
    [
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>The value below which a standard normal variable lies with a probability in (0, 1).</summary>
    public static double Of(double probability)
    {
        double q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double r = 0.180625 - (q * q);
            return q * Ratio(CentralTop, CentralBottom, r);
        }

        double root = Math.Sqrt(-Log(q < 0 ? probability : 1 - probability));
        double value = root <= 5 ? Ratio(MiddleTop, MiddleBottom, root - 1.6) : Ratio(TailTop, TailBottom, root - 5);
        return q < 0 ? -value : value;
    }

    /// <summary>
    /// The natural logarithm of a positive normal number: x = 2ⁿ m with m in [√½, √2), log m = 2 artanh((m - 1) / (m + 1)) as a series.
    /// </summary>
    internal static double Log(double x)
    {
        const double Log2 = 0.69314718055994530942;
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // |z| < 0.1716, so the term z²³ / 23 is below the last bit.
        double z = (mantissa - 1) / (mantissa + 1);
        double square = z * z;
        double sum = 0;
        for (int power = 21; power >= 1; power -= 2)
        {
            sum = (sum * square) + (1.0 / power);
        }

        return (exponent * Log2) + (2 * z * sum);
    }

    private static double Ratio(ReadOnlySpan<double> top, ReadOnlySpan<double> bottom, double r) => Polynomial(top, r) / Polynomial(bottom, r);

    private static double Polynomial(ReadOnlySpan<double> coefficients, double r)
    {
        double sum = coefficients[^1];
        for (int power = coefficients.Length - 2; power >= 0; power--)
        {
            sum = (sum * r) + coefficients[power];
        }

        return sum;
    }
}
