using System.Globalization;
using System.Xml.Linq;

namespace NetGen.Tests;

public sealed class BarChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Bars_are_as_long_as_their_values_on_both_sides_of_zero()
    {
        var bars = Bars(new BarChart { Bars = [new("a", 2), new("b", 1), new("c", -1)] });

        Assert.Equal(bars[0].Width, 2 * bars[1].Width, 0.02);
        Assert.Equal(bars[1].Width, bars[2].Width, 0.02);
        Assert.Equal(bars[0].X, bars[1].X, 0.02);
        Assert.Equal(bars[1].X, bars[2].X + bars[2].Width, 0.02);
        Assert.NotEqual(bars[1].Fill, bars[2].Fill);
    }

    [Fact]
    public void Uncertain_bars_get_a_line_from_end_to_end()
    {
        var plain = XDocument.Parse(new BarChart { Bars = [new("a", 2)] }.ToSvg()).Descendants(Svg + "line").Count(IsDark);
        var uncertain = XDocument.Parse(new BarChart { Bars = [new("a", 2) { Deviation = 0.5 }] }.ToSvg()).Descendants(Svg + "line").Count(IsDark);

        Assert.Equal((0, 3), (plain, uncertain));
    }

    [Fact]
    public void Labels_are_escaped_and_everything_lies_within_the_picture()
    {
        var chart = new BarChart { Title = "a < b", ValueAxis = "\"c\"", Bars = [.. Enumerable.Range(0, 30).Select(i => new Bar(new string('x', i * 5) + "&", i - 10.5))] };

        var picture = XDocument.Parse(chart.ToSvg());

        Assert.Equal("a < b", picture.Root!.Element(Svg + "title")!.Value);
        Assert.Equal(30, Bars(chart).Count);
        var height = Number(picture.Root, "height");
        Assert.All(picture.Descendants(Svg + "text"), text => Assert.InRange(Number(text, "y"), 0, height));
        Assert.All(Bars(chart), bar => Assert.True(bar.X >= 0 && bar.X + bar.Width <= 760));
    }

    [Fact]
    public void Values_that_are_no_numbers_have_no_bar() => Assert.Single(Bars(new BarChart { Bars = [new("a", double.NaN), new("b", 1), new("c", double.PositiveInfinity)] }));

    [Fact]
    public void Chart_without_bars_is_a_picture() => Assert.Empty(Bars(new BarChart { Title = "nothing" }));

    private static bool IsDark(XElement line) => line.Attribute("stroke")!.Value == "#222222";

    private static List<(double X, double Width, string Fill)> Bars(BarChart chart) =>
        [.. XDocument.Parse(chart.ToSvg()).Descendants(Svg + "rect").Skip(1).Select(bar => (Number(bar, "x"), Number(bar, "width"), bar.Attribute("fill")!.Value))];

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
