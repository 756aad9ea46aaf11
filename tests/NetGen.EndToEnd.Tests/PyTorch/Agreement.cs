namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary>The measure of agreement: max |a - b| / max |b| per tensor.</summary>
internal static class Agreement
{
    public const double Tolerance = 2e-5;

    public static void Assert(string what, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        if (expected.Length != actual.Length)
        {
            throw new Xunit.Sdk.XunitException($"{what}: {actual.Length} values, PyTorch has {expected.Length}");
        }

        double largest = 0, error = 0;
        var worst = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = Math.Abs((double)actual[i] - expected[i]);
            largest = Math.Max(largest, Math.Abs((double)expected[i]));

            // A NaN is never an agreement, so it has to win the comparison.
            if (!(difference <= error))
            {
                (error, worst) = (difference, i);
            }
        }

        // Where PyTorch's tensor is all zeros there is nothing to be relative to.
        var scale = largest == 0 ? 1 : largest;
        if (!(error / scale <= Tolerance))
        {
            throw new Xunit.Sdk.XunitException(
                $"{what}: {actual[worst]:G9} at {worst}, PyTorch {expected[worst]:G9}; error {error / scale:G3} of the largest value {largest:G9}, tolerance {Tolerance}");
        }
    }
}
