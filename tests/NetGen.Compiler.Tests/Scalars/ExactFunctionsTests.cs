using NetGen.Accuracy;

namespace NetGen.Compiler.Tests.Scalars;

/// <summary>What the accuracy of emitted functions is measured with.</summary>
public class ExactFunctionsTests
{
    [Fact]
    public void Reference_agrees_with_stored_values_to_85_bits()
    {
        foreach (var (function, x, y, value) in StoredValues.All())
        {
            var exact = ExactFunctions.Apply(function, x, y);
            var difference = exact.Value - value.Scale(-exact.Exponent);
            // The low part of a tiny value is itself a rounded, subnormal number.
            var tolerance = Math.Abs(value.High) < 1e-280 ? 0.0 : Math.ScaleB(Math.Abs(exact.Value.High), -85);
            Assert.True(
                Math.Abs(difference.High) <= tolerance || (tolerance == 0 && exact.UlpsOf(value.High) <= 0.5),
                $"{function}({x:R}, {y:R}): {difference.High:E1} from {value.High:R} + {value.Low:R}");
        }
    }

    [Theory]
    [InlineData(1.0, 1.0, 0)]
    [InlineData(1.0, 1.0000000000000002, 1)]
    [InlineData(1.0, 0.9999999999999999, 0.5)]
    [InlineData(5e-324, 1e-323, 1)]
    [InlineData(1.7976931348623157e308, double.PositiveInfinity, 1)]
    [InlineData(double.PositiveInfinity, 1.7976931348623157e308, double.PositiveInfinity)]
    [InlineData(double.NaN, 1.0, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN, 0)]
    public void Error_counts_units_in_the_last_place_of_the_exact_value(double exact, double found, double ulps) =>
        Assert.Equal(ulps, new Exact(exact).UlpsOf(found));

    [Fact]
    public void Error_of_an_overflow_is_none_where_the_exact_value_is_out_of_range() =>
        Assert.Equal(0, ExactFunctions.Exp(710).UlpsOf(double.PositiveInfinity));
}
