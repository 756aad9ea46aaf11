namespace NetGen;

/// <summary>Numbers of the beta distribution: X / (X + Y) of two of the gamma distribution.</summary>
internal static class BetaNumbers
{
    /// <param name="random">The source of chance.</param>
    /// <param name="a">At least 1, so that X is above zero.</param>
    /// <param name="b">Above zero.</param>
    public static double Draw(Random random, double a, double b)
    {
        double x = Gamma(random, a);
        return x / (x + Gamma(random, b));
    }

    /// <summary>Marsaglia and Tsang, "A simple method for generating gamma variables" (2000); below 1 by the power of a uniform number that they give.</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(random), v = 1 + (c * x);
            v *= v * v;
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + (d * (1 - v + Math.Log(v))))
            {
                return d * v;
            }
        }
    }

    /// <summary>Box and Muller, one of the two.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
