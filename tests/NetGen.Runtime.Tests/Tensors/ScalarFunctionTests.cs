namespace NetGen.Runtime.Tests.Tensors;

/// <summary>Against values of 17 digits, to a few units in the last place.</summary>
public sealed class ScalarFunctionTests
{
    [Theory]
    [InlineData(1e-300, 1.1283791670955126e-300)]
    [InlineData(1e-9, 1.1283791670955126e-9)]
    [InlineData(0.1, 0.11246291601828489)]
    [InlineData(1, 0.84270079294971487)]
    [InlineData(1.9999, 0.99532019790702939)]
    [InlineData(2.0001, 0.99532433130419666)]
    [InlineData(-3.5, -0.99999925690162766)]
    [InlineData(6, 1)]
    [InlineData(double.NegativeInfinity, -1)]
    public void Erf_is_accurate(double x, double value) => AssertRelative(value, ScalarFunctions.Erf(x));

    [Theory]
    [InlineData(-1e-300, -1e-300)]
    [InlineData(1e-9, 1.0000000005000000e-9)]
    [InlineData(-0.5, -0.39346934028736658)]
    [InlineData(0.99, 1.6912344723492623)]
    [InlineData(1.5, 3.4816890703380648)]
    [InlineData(-800, -1)]
    [InlineData(800, double.PositiveInfinity)]
    public void Expm1_is_accurate(double x, double value) => AssertRelative(value, ScalarFunctions.Expm1(x));

    [Theory]
    [InlineData(-1e-300, -1e-300)]
    [InlineData(1e-9, 9.9999999950000000e-10)]
    [InlineData(-0.5, -0.69314718055994531)]
    [InlineData(0.75, 0.55961578793542269)]
    [InlineData(1e300, 690.77552789821371)]
    [InlineData(-1, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log1p_is_accurate(double x, double value) => AssertRelative(value, ScalarFunctions.Log1p(x));

    [Theory]
    [InlineData(-700, 9.8596765437597709e-305)]
    [InlineData(0, 0.5)]
    [InlineData(2, 0.88079707797788244)]
    [InlineData(800, 1)]
    public void Sigmoid_is_accurate(double x, double value) => AssertRelative(value, ScalarFunctions.Sigmoid(x));

    private static void AssertRelative(double expected, double found) =>
        Assert.True(expected.Equals(found) || Math.Abs(found - expected) <= 2e-15 * Math.Abs(expected), $"expected {expected:R}, found {found:R}");
}
