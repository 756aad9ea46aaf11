namespace NetGen.Fitting.Tests.Explaining;

/// <summary>Numbers to explain, the same for the same seed.</summary>
internal static class Values
{
    public static float[] Of(int count, int seed, float scale = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => scale * ((2 * random.NextSingle()) - 1))];
    }

    public static double[] Doubles(int count, int seed) => [.. Of(count, seed).Select(value => (double)value)];

    /// <summary>The largest difference as a part of the largest value.</summary>
    public static double Error(IEnumerable<double> values, IEnumerable<double> expected)
    {
        double[] right = [.. expected];
        return values.Zip(right, (a, b) => Math.Abs(a - b)).Max() / right.Max(Math.Abs);
    }

    public static double Error(IEnumerable<float> values, IEnumerable<float> expected) => Error(values.Select(value => (double)value), expected.Select(value => (double)value));
}
