namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>The quantile function of the normal distribution as device code: the runtime's NormalQuantile, operation by operation.</summary>
internal static class NormalText
{
    public static string Print(string name) => $$"""
        /// <summary>The value below which a standard normal variable lies with a probability in (0, 1): Wichura's AS 241 (Applied Statistics 37, 1988).</summary>
        private static double {{name}}(double probability)
        {
            double q = probability - 0.5;
            if (Math.Abs(q) <= 0.425)
            {
                double r = 0.180625 - (q * q);
                double top = (((((((((((((2509.0809287301226727 * r) + 33430.575583588128105) * r) + 67265.770927008700853) * r) + 45921.953931549871457) * r) + 13731.693765509461125) * r) + 1971.5909503065514427) * r) + 133.14166789178437745) * r) + 3.3871328727963666080;
                double bottom = (((((((((((((5226.4952788528545610 * r) + 28729.085735721942674) * r) + 39307.895800092710610) * r) + 21213.794301586595867) * r) + 5394.1960214247511077) * r) + 687.18700749205790830) * r) + 42.313330701600911252) * r) + 1.0;
                return q * (top / bottom);
            }

            // The natural logarithm of the tail's probability: 2^n m with m in [sqrt(1/2), sqrt(2)), log m = 2 artanh((m - 1) / (m + 1)).
            ulong bits = Interop.FloatAsInt(q < 0 ? probability : 1 - probability);
            int exponent = (int)(bits >> 52) - 1023;
            double mantissa = Interop.IntAsFloat((bits & 0xFFFFFFFFFFFFFUL) | 0x3FF0000000000000UL);
            if (mantissa > 1.4142135623730951)
            {
                mantissa *= 0.5;
                exponent++;
            }

            double z = (mantissa - 1) / (mantissa + 1);
            double square = z * z;
            double sum = 0;
            for (int power = 21; power >= 1; power -= 2)
            {
                sum = (sum * square) + (1.0 / power);
            }

            double root = Math.Sqrt(-((exponent * 0.69314718055994530942) + (2 * z * sum)));
            double value;
            if (root <= 5)
            {
                double r = root - 1.6;
                double top = (((((((((((((7.74545014278341407640e-4 * r) + 0.0227238449892691845833) * r) + 0.241780725177450611770) * r) + 1.27045825245236838258) * r) + 3.64784832476320460504) * r) + 5.76949722146069140550) * r) + 4.63033784615654529590) * r) + 1.42343711074968357734;
                double bottom = (((((((((((((1.05075007164441684324e-9 * r) + 5.47593808499534494600e-4) * r) + 0.0151986665636164571966) * r) + 0.148103976427480074590) * r) + 0.689767334985100004550) * r) + 1.67638483018380384940) * r) + 2.05319162663775882187) * r) + 1.0;
                value = top / bottom;
            }
            else
            {
                double r = root - 5;
                double top = (((((((((((((2.01033439929228813265e-7 * r) + 2.71155556874348757815e-5) * r) + 0.00124266094738807843860) * r) + 0.0265321895265761230930) * r) + 0.296560571828504891230) * r) + 1.78482653991729133580) * r) + 5.46378491116411436990) * r) + 6.65790464350110377720;
                double bottom = (((((((((((((2.04426310338993978564e-15 * r) + 1.42151175831644588870e-7) * r) + 1.84631831751005468180e-5) * r) + 7.86869131145613259100e-4) * r) + 0.0148753612908506148525) * r) + 0.136929880922735805310) * r) + 0.599832206555887937690) * r) + 1.0;
                value = top / bottom;
            }

            return q < 0 ? -value : value;
        }
        """.Replace("\r", "");
}
