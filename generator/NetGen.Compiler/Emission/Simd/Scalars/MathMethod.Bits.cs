namespace NetGen.Compiler.Emission.Simd;

/// <content>Exponents: single AVX-512 instructions, bit operations elsewhere.</content>
internal sealed partial class MathMethod
{
    private int MantissaBits => IsSingle ? 23 : 52;

    private int Bias => IsSingle ? 127 : 1023;

    private string Hex(long bits) => IsSingle ? $"0x{(int)bits:X8}" : $"0x{bits:X16}L";

    /// <summary>
    /// 2^(n + more) for integral n, from the exponent's bias to infinity (n = 128 or 1024): n plus a large number has n in its lowest
    /// bits, which then move to the place of the exponent.
    /// </summary>
    public V PowerOfTwo(V n, int more = 0)
    {
        if (Target.HasScale)
        {
            return new($"Avx512F.Scale({Target.Create(Math.Pow(2, more))}, {n.Text})");
        }

        var shifter = Number((1.5 * (1L << MantissaBits)) + Bias + more);
        return new(Target.AsFloating($"({Target.AsInteger($"({(n + shifter).Text})")} << {MantissaBits})"));
    }

    /// <summary>x * 2^(n + more) for integral n, where 2^(n + more) itself is a normal number or infinity.</summary>
    public V Scale(V x, V n, int more = 0) =>
        !Target.HasScale ? x * PowerOfTwo(n, more) : new($"Avx512F.Scale({x.Text}, {(more == 0 ? n : n + Number(more)).Text})");

    /// <summary>x * 2^n for integral n, also where 2^n is subnormal or the result just fits: two factors, one rounding.</summary>
    public V ScaleTwice(V x, V n)
    {
        if (Target.HasScale)
        {
            return Scale(x, n);
        }

        var half = Let("half", Round(n * Number(0.5)));
        return (x * PowerOfTwo(half)) * PowerOfTwo(n - half);
    }

    /// <summary>
    /// x = m 2^e with 3/4 &lt;= m &lt; 3/2, for normal positive x; declares m and e. With AVX-512 also for subnormal
    /// numbers, zero (e = -infinity), infinity and negative numbers (m = NaN).
    /// </summary>
    public (V Mantissa, V Exponent) Split(V x)
    {
        if (Target.HasScale)
        {
            // Control 11: the interval [3/4, 3/2), NaN for negative numbers. The exponent's instruction counts from [1, 2).
            var mantissa = Let("m", new V($"Avx512F.GetMantissa({x.Text}, 11)"));
            var raw = Let("e", new V($"Avx512F.GetExponent({x.Text})"));
            Set(raw, Select(Less(mantissa, Number(1)), raw + Number(1), raw));
            return (mantissa, raw);
        }

        var quarter = 1L << (MantissaBits - 1);
        var threeQuarters = ((long)(Bias - 1) << MantissaBits) | quarter;
        var mask = (1L << MantissaBits) - 1;
        // The low bits of 2^23 + E (2^52 + E) are E: no conversion instruction, which AVX2 lacks for 64-bit integers.
        var large = (long)(Bias + MantissaBits) << MantissaBits;
        Let("bits", new V($"{Target.AsInteger(x.Text)} + {Target.Integer(Hex(quarter))}"));
        var m = Let("m", new V(Target.AsFloating($"((bits & {Target.Integer(Hex(mask))}) + {Target.Integer(Hex(threeQuarters))})")));
        var e = Let("e", new V($"{Target.AsFloating($"((bits >>> {MantissaBits}) | {Target.Integer(Hex(large))})")} - {Target.Create((1L << MantissaBits) + Bias)}"));
        return (m, e);
    }

    /// <summary>The sign bits of <paramref name="sign"/> on the magnitude of a positive number.</summary>
    public V WithSignOf(V positive, V sign) => new(Target.WithSignOf(positive.Text, sign.Text));

    /// <summary>
    /// For x = n pi/2 + r the sine of x + k pi/2, from sine and cosine of r, by the two lowest bits of n + k.
    /// </summary>
    public V ByQuadrant(V n, int k, V sin, V cos)
    {
        var shifter = Number((1.5 * (1L << MantissaBits)) + k);
        Let("quadrant", new V(Target.AsInteger($"({(n + shifter).Text})")));
        return new V(Target.ByQuadrant(sin.Text, cos.Text));
    }
}
