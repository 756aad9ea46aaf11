using System.Xml.Linq;
using Explaining;

namespace NetGen.Samples.Tests;

/// <summary>The program that explains answers, with short trainings.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void Every_shown_digit_has_a_row_with_the_image_and_a_heat_map_per_method()
    {
        var (train, test) = GeneratedDigits.Create(train: 500, test: 60);
        var net = new DigitNet(1);
        net.Fit(train, new FitOptions { Epochs = 2, Optimizer = new Adam(2e-3) });

        var (picture, captions) = DigitPictures.Draw(net, test, seed: 1, CancellationToken.None);

        Assert.InRange(captions.Count, 2, 6);
        Assert.Equal(((captions.Count * 30) + 2) * 4, picture.Height);
        Assert.Equal(((5 * 30) + 2) * 4, picture.Width);
    }

    [Fact]
    public void Columns_explain_the_difference_to_the_mean_customer()
    {
        var charts = CustomerCharts.Of(null, epochs: 1, seed: 1, CancellationToken.None);

        var (chart, _, parts) = charts.MostLikelyToLeave(CancellationToken.None);

        Assert.Equal(19, chart.Bars.Count);
        Assert.Equal(100 * (parts.Value - parts.BaselineValue!.Value), chart.Bars.Sum(bar => bar.Value), 0.1);
        Assert.True(parts.Value > parts.BaselineValue);
    }

    [Fact]
    public void Importances_are_those_of_the_columns_and_what_identifies_nobody_has_none()
    {
        var charts = CustomerCharts.Of(null, epochs: 2, seed: 1, CancellationToken.None);

        var importance = charts.Importance(seed: 1, CancellationToken.None);

        Assert.Equal(charts.Encoder.InputColumns, importance.All.Select(one => one.Name));
        Assert.Contains(importance.Ranked[0].Name, new[] { "tenure", "Contract", "MonthlyCharges", "TotalCharges", "InternetService" });
        Assert.InRange(importance.All.Single(one => one.Name == "gender").Mean, -0.01, 0.01);
        Assert.Equal(19, XDocument.Parse(CustomerCharts.Chart(importance).ToSvg()).Descendants().Count(element => element.Name.LocalName == "rect") - 1);
    }
}
