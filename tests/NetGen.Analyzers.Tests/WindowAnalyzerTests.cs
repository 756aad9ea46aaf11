using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>Windows over images and sequences: what is refused, and where that is said.</summary>
public sealed class WindowAnalyzerTests
{
    [Theory]
    [InlineData("Input(3, 8, 8), Conv2D(4, {|NG0005:0|})")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, {|NG0005:0|})")]
    [InlineData("Input(3, 8, 8), Conv2D(4, {|NG0005:-1|}, 3)")]
    [InlineData("Input(3, 8, 8), Conv2D({|NG0005:0|}, 3)")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Stride = {|NG0005:0|})")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Padding = {|NG0005:-1|})")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Dilation = {|NG0005:0|})")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Groups = {|NG0005:2|})")]
    [InlineData("Input(4, 8, 8), Conv2D(3, 3, Groups = {|NG0005:2|})")]
    [InlineData("Input(4, 8, 8), Conv2D(4, 3, Groups = {|NG0005:0|})")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Same = true, Padding = {|NG0005:1|})")]
    [InlineData("Input(3, 9), Conv1D(4, {|NG0005:0|})")]
    [InlineData("Input(3, 4, 4), ConvTranspose2D(4, {|NG0005:0|})")]
    [InlineData("Input(3, 4, 4), ConvTranspose2D(4, 3, Groups = {|NG0005:2|})")]
    [InlineData("Input(3, 4, 4), ConvTranspose2D(4, 3, Stride = 2, OutputPadding = {|NG0005:2|})")]
    [InlineData("Input(3, 4, 4), ConvTranspose2D(4, 3, OutputPadding = {|NG0005:-1|})")]
    [InlineData("Input(3, 8, 8), MaxPool2D({|NG0005:0|})")]
    [InlineData("Input(3, 8, 8), MaxPool2D(2, Padding = {|NG0005:2|})")]
    [InlineData("Input(3, 8, 8), AveragePool2D(3, Stride = 2, Padding = {|NG0005:2|})")]
    [InlineData("Input(3, 8, 8), AdaptiveAveragePool2D({|NG0005:0|})")]
    [InlineData("Input(3, 8, 8), Upsample2D({|NG0005:0|})")]
    [InlineData("Input(3, 8, 8), GroupNorm({|NG0005:2|})")]
    [InlineData("Input(4, 8, 8), GroupNorm(2, Epsilon = {|NG0005:0|})")]
    [InlineData("Input(4), RMSNorm(Epsilon = {|NG0005:-1|})")]
    [InlineData("Input(4, 8, 8), SpatialDropout({|NG0005:1.0|})")]
    public Task Value_outside_its_range_is_reported_at_the_argument(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(64), {|NG1002:Conv2D(4, 3)|}")]
    [InlineData("Input(8, 8), {|NG1002:Conv2D(4, 3)|}")]
    [InlineData("Input(3, 8, 8), {|NG1002:Conv1D(4, 3)|}")]
    [InlineData("Input(8, 8), {|NG1002:ConvTranspose2D(4, 3)|}")]
    [InlineData("Input(8, 8), {|NG1002:MaxPool2D(2)|}")]
    [InlineData("Input(8, 8), {|NG1002:GlobalAveragePool2D|}")]
    [InlineData("Input(8, 8), {|NG1002:AdaptiveAveragePool2D(2)|}")]
    [InlineData("Input(8, 8), {|NG1002:Upsample2D(2)|}")]
    [InlineData("Input(8), {|NG1002:GroupNorm(2)|}")]
    [InlineData("Input(8), {|NG1002:SpatialDropout|}")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3), {|NG1002:Dense(3)|}")]
    public Task Another_number_of_axes_is_reported_at_the_layer(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(3, 2, 8), {|NG1003:Conv2D(4, 3)|}")]
    [InlineData("Input(3, 4, 8), {|NG1003:Conv2D(4, 3, Dilation = 2)|}")]
    [InlineData("Input(3, 4), {|NG1003:Conv1D(4, 5)|}")]
    [InlineData("Input(3, 8, 2), {|NG1003:MaxPool2D(3)|}")]
    [InlineData("Input(3, 1, 1), ConvTranspose2D(4, 1, Padding = {|NG1003:1|})")]
    public Task Window_that_is_larger_than_its_input_is_reported_at_the_layer(string attributes) => Verify(attributes);

    [Fact]
    public async Task Window_that_is_too_large_tells_both_sizes_and_the_trail()
    {
        var found = await Verify("Input(1, 8, 8), Conv2D(6, 5), MaxPool2D(2), {|NG1003:Conv2D(16, 5, Padding = 1)|}");

        Assert.Equal(
            "the window of Conv2D spans 5 by 5 positions, but its input [6, 2, 2] has, with padding, 4 by 4; use a smaller kernel or dilation, or Padding; "
            + "trail: Input [1, 8, 8] → Conv2D(6, 5) [6, 4, 4] → MaxPool2D(2) [6, 2, 2]",
            found[0].GetMessage(null));
    }

    [Theory]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Stride = {|NG1004:2|})", "the last row and column of its input [3, 8, 8]", "an input of 7 by 7 positions", "Padding = 1")]
    [InlineData("Input(3, 5, 7), {|NG1004:MaxPool2D(2)|}", "the last row and column of its input [3, 5, 7]", "an input of 4 by 6 positions", "Padding = 1")]
    [InlineData("Input(3, 11, 9), {|NG1004:AveragePool2D(3)|}", "the last 2 rows of its input [3, 11, 9]", "an input of 9 by 9 positions", "")]
    [InlineData("Input(3, 8), Conv1D(4, 3, Stride = {|NG1004:3|})", "the last 2 positions of its input [3, 8]", "an input of 6 positions", "Padding = 1")]
    public async Task Border_that_no_window_sees_is_told_with_what_would_see_it(string attributes, string unseen, string size, string padding)
    {
        var message = (await Verify(attributes))[0].GetMessage(null);

        Assert.Contains(unseen, message, StringComparison.Ordinal);
        Assert.Contains(size, message, StringComparison.Ordinal);
        Assert.Contains(padding, message, StringComparison.Ordinal);
        Assert.Equal(padding.Length > 0, message.Contains("Padding", StringComparison.Ordinal));
    }

    [Fact]
    public Task Border_is_reported_once_where_a_field_is_called_twice() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Network, Input(1, 6, 6), MeanSquaredError]
        public partial class Net
        {
            [Conv2D(1, 3, Stride = {|NG1004:2|})] Layer body;
            Tensor Forward(Tensor x) => body(x) + body(x);
        }
        """);

    [Theory]
    [InlineData("Input(3, 32, 32), Conv2D(4, 3, Stride = 2, Padding = 1)")]
    [InlineData("Input(3, 32, 32), Conv2D(4, 1, Stride = 2)")]
    [InlineData("Input(3, 31, 32), Conv2D(4, 3, Stride = 2, Same = true)")]
    [InlineData("Input(1, 28, 28), Conv2D(6, 5, Padding = 2), MaxPool2D(2), Conv2D(16, 5), MaxPool2D(2), Flatten, Dense(10)")]
    [InlineData("Input(4, 5, 7), Conv2D(8, 1, 3, Groups = 4), GroupNorm(2), AdaptiveAveragePool2D(2, 3), SpatialDropout(0)")]
    [InlineData("Input(3, 4, 4), ConvTranspose2D(4, 3, Stride = 2, Padding = 1, OutputPadding = 1), Upsample2D(2, Bilinear = true)")]
    public Task Fitting_windows_are_clean(string attributes) => Verify(attributes);

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);
}
