using System.Globalization;
using System.Xml.Linq;

namespace NetGen.Tests;

public sealed class PlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Line_has_its_points_in_order_within_the_picture()
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(index => index * 0.1)];
        var plot = new Plot { Series = [new("square", x, [.. x.Select(value => value * value)])] };

        var points = Points(XDocument.Parse(plot.ToSvg()).Descendants(Svg + "polyline").Single());

        Assert.Equal(200, points.Count);
        Assert.All(points.Zip(points.Skip(1)), pair => Assert.True(pair.Second.X > pair.First.X && pair.Second.Y <= pair.First.Y));
        Assert.All(points, point => Assert.True(point is { X: >= 0 and <= 760, Y: >= 0 and <= 440 }));
    }

    [Fact]
    public void Equal_ratios_are_equally_long_on_a_logarithmic_axis()
    {
        var plot = new Plot { XAxis = new("rate") { Scale = AxisScale.Logarithmic }, Series = [new("loss", [1e-4, 1e-3, 1e-2, 1e-1], [4, 3, 2, 1])] };

        var points = Points(XDocument.Parse(plot.ToSvg()).Descendants(Svg + "polyline").Single());

        Assert.Equal(points[1].X - points[0].X, points[3].X - points[2].X, 0.02);
    }

    [Fact]
    public void Fractions_alone_are_printed_on_an_axis_for_whole_numbers()
    {
        var terminal = new TestTerminal(terminal: false);
        var plot = new Plot { YAxis = new("count") { WholeNumbers = true }, Series = [new("part", [1, 2, 3], [0.2, 0.5, 0.8])] };

        ConsoleReport.Print(plot, terminal.Console);

        Assert.Contains("0.4 +", terminal.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Values_that_are_not_finite_leave_a_gap(double gap)
    {
        var plot = new Plot { Series = [new("loss", [1, 2, 3, 4, 5], [5, 4, gap, 2, 1])] };

        var lines = XDocument.Parse(plot.ToSvg()).Descendants(Svg + "polyline").ToArray();

        Assert.Equal([2, 2], lines.Select(line => Points(line).Count));
    }

    [Fact]
    public void Names_are_escaped_and_cleaned()
    {
        var plot = new Plot { Title = "a < b & \"c\" \e[31m", XAxis = new("<x>"), Series = [new("<one>", [0, 1], [0, 1]), new("two\n", [0, 1], [1, 0])] };

        var texts = XDocument.Parse(plot.ToSvg()).Descendants(Svg + "text").Select(text => text.Value).ToArray();

        Assert.Contains("a < b & \"c\" \uFFFD[31m", texts);
        Assert.Contains("<x>", texts);
        Assert.Contains("<one>", texts);
        Assert.Contains("two\uFFFD", texts);
    }

    [Fact]
    public void Text_is_the_same_in_every_culture()
    {
        var plot = TrainingCurves.Of(Histories.Result(20));
        var text = plot.ToSvg();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(text, plot.ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Limits_of_axes_are_the_edges_of_the_plot()
    {
        var plot = new Plot { XAxis = new("") { Minimum = 0, Maximum = 1 }, YAxis = new("") { Minimum = 0, Maximum = 1 }, Series = [new("roc", [0, 0, 0.5, 1], [0, 0.5, 1, 1])] };

        var points = Points(XDocument.Parse(plot.ToSvg()).Descendants(Svg + "polyline").Single());

        Assert.Equal(0, points[0].X);
        Assert.Equal(0, points[^1].Y);
        Assert.Equal(points[0].Y / 2, points[1].Y, 0.02);
    }

    [Fact]
    public void Long_curve_keeps_its_extremes_in_few_points()
    {
        double[] x = [.. Enumerable.Range(0, 100_000).Select(index => (double)index)];
        var y = new double[x.Length];
        y[54_321] = 1;
        var plot = new Plot { YAxis = new("") { Minimum = 0, Maximum = 1 }, Series = [new("spike", x, y)] };

        var points = Points(XDocument.Parse(plot.ToSvg()).Descendants(Svg + "polyline").Single());

        Assert.InRange(points.Count, 1000, 8000);
        Assert.Equal(0, points.Min(point => point.Y));
    }

    [Fact]
    public void Line_with_a_missing_ordinate_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new PlotSeries("loss", [1, 2, 3], [1, 2]));

        Assert.Contains("Line 'loss' has 3 abscissas and 2 ordinates", error.Message, StringComparison.Ordinal);
    }

    private static List<(double X, double Y)> Points(XElement line) =>
    [
        .. line.Attribute("points")!.Value.Split(' ').Select(point => point.Split(','))
            .Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture))),
    ];
}
