namespace NetGen;

/// <summary>Whole powers by multiplication alone: the same bits on every machine.</summary>
internal static class Power
{
    public static double Of(double value, long exponent)
    {
        double power = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            power *= (exponent & 1) == 1 ? value : 1;
            value *= value;
        }

        return power;
    }
}
