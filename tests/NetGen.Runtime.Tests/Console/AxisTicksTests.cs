namespace NetGen.Tests;

public sealed class AxisTicksTests
{
    [Theory]
    [InlineData(0, 1, 5, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-3, 7, 5, "-2 0 2 4 6")]
    [InlineData(0.0991, 0.1012, 4, "0.0995 0.1000 0.1005 0.1010")]
    [InlineData(0, 2e6, 4, "0 5e5 1e6 1.5e6 2e6")]
    [InlineData(0, 3e-6, 3, "0 1e-6 2e-6 3e-6")]
    public void Linear_axis_has_round_numbers(double low, double high, int most, string labels) =>
        Assert.Equal(labels, Labels(new AxisRange(low, high, AxisScale.Linear), most));

    [Theory]
    [InlineData(1e-6, 1, 6, "1e-6 1e-5 0.0001 0.001 0.01 0.1 1")]
    [InlineData(0.1, 2, 6, "0.1 0.2 0.5 1 2")]
    [InlineData(1e-12, 1, 4, "1e-12 1e-9 1e-6 0.001 1")]
    [InlineData(0.21, 0.24, 3, "0.21 0.22 0.23 0.24")]
    public void Logarithmic_axis_has_powers_of_ten_or_their_parts(double low, double high, int most, string labels) =>
        Assert.Equal(labels, Labels(new AxisRange(low, high, AxisScale.Logarithmic), most));

    [Fact]
    public void Few_epochs_have_no_fractions() =>
        Assert.Equal("1 2 3", string.Join(' ', AxisTicks.Of(new(1, 3, AxisScale.Linear), 10, whole: true).Select(tick => tick.Label)));

    [Fact]
    public void An_axis_without_a_whole_number_has_fractions() =>
        Assert.Equal("0.2 0.4 0.6 0.8", string.Join(' ', AxisTicks.Of(new(0.188, 0.812, AxisScale.Linear), 4, whole: true).Select(tick => tick.Label)));

    private static string Labels(AxisRange range, int most) => string.Join(' ', AxisTicks.Of(range, most, whole: false).Select(tick => tick.Label));
}
