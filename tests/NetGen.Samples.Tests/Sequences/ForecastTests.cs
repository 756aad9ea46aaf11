using Forecast;

namespace NetGen.Samples.Tests;

/// <summary>The program that forecasts a week, with few days.</summary>
public sealed class ForecastTests : IDisposable
{
    private static readonly SeriesData Days = SeriesData.Of(GeneratedSeries.Daily(1200));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Last_weeks_numbers_are_better_than_the_last_one()
    {
        var rows = Forecasts.Naive(Days).ToArray();

        Assert.True(rows[1].MeanAbsolute < rows[0].MeanAbsolute, $"{rows[0]}\n{rows[1]}");
        Assert.InRange(rows[1].MeanAbsoluteScaled, 0.5, 2);
        Assert.All(rows, row => Assert.Equal(ForecastNet.Horizon, row.ByDay.Count));
    }

    // What was forecast and what came are set side by side by day: the truth itself has no error.
    [Fact]
    public void Truth_has_no_error()
    {
        var row = ForecastErrors.Of("truth", Days, i => [.. Days.Series.Values.Skip(Days.TrainingDays + i).Take(ForecastNet.Horizon)]);

        Assert.Equal(0, row.MeanAbsolute);
    }

    [Fact]
    public void Trained_network_is_better_than_last_weeks_numbers()
    {
        var net = new ForecastNet(1);

        Forecasts.Train(net, Days, Settings(epochs: 8), progress: null, CancellationToken.None);

        var (learned, naive) = (Forecasts.Learned(net, Days), Forecasts.Naive(Days).ElementAt(1));
        Assert.True(learned.MeanAbsolute < naive.MeanAbsolute, $"{naive}\n{learned}");
    }

    [Fact]
    public void File_is_read_and_the_picture_is_saved()
    {
        File.WriteAllLines(_folder.File("days.csv"), Lines(300));

        Assert.Equal(0, Run.Execute(Settings(epochs: 1) with { Data = _folder.File("days.csv"), Folder = _folder.File("out") }, CancellationToken.None));

        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(_folder.File("out"), "forecast.svg")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2015-01-09,none,0", "line 10")]
    [InlineData("2015-01-10,5,0", "does not follow")]
    public void Wrong_line_is_refused_by_number(string line, string part)
    {
        string[] lines = [.. Lines(300)];
        lines[9] = line;
        File.WriteAllLines(_folder.File("days.csv"), lines);

        Assert.Contains(part, Assert.Throws<InvalidDataException>(() => SeriesData.Load(_folder.File("days.csv"))).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(int days) => Enumerable.Range(0, days)
        .Select(day => FormattableString.Invariant($"{Days.Series.Date(day):yyyy-MM-dd},{Days.Series.Values[day]},{(Days.Series.Holidays[day] ? 1 : 0)}"))
        .Prepend("date,guests,holiday");

    private static Options Settings(int epochs) => new(null, epochs, 32, 1e-2, 1, null, "");
}
