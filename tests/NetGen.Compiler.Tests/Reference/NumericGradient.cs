namespace NetGen.Compiler.Tests.Reference;

/// <summary>Derivatives by central differences.</summary>
internal static class NumericGradient
{
    /// <summary>The optimum between rounding and curvature for a function of about one, in double precision.</summary>
    private const double Step = 1e-5;

    /// <summary>The derivative of <paramref name="function"/> by each value of <paramref name="point"/>, which is moved and put back.</summary>
    public static Matrix Of(Matrix point, Func<double> function)
    {
        var gradient = new Matrix(point.Rows, point.Columns);
        for (var i = 0; i < point.Values.Length; i++)
        {
            var value = point.Values[i];
            point.Values[i] = value + Step;
            var above = function();
            point.Values[i] = value - Step;
            var below = function();
            point.Values[i] = value;
            gradient.Values[i] = (above - below) / (2 * Step);
        }

        return gradient;
    }

    /// <summary>Fails unless the largest difference is within <paramref name="tolerance"/> of the largest expected value (or of one).</summary>
    public static void AssertClose(Matrix expected, Matrix actual, double tolerance, string what)
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        var scale = Math.Max(1e-2, expected.Values.Max(Math.Abs));
        for (var i = 0; i < expected.Values.Length; i++)
        {
            Assert.True(
                Math.Abs(expected.Values[i] - actual.Values[i]) <= tolerance * scale,
                $"{what}, value {i}: differences give {expected.Values[i]:G9}, the derived gradient {actual.Values[i]:G9}");
        }
    }
}
