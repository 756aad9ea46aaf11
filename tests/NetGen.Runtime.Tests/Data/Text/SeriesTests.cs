namespace NetGen.Runtime.Tests.Data.Text;

public sealed class SeriesTests
{
    private readonly DailySeries _series = GeneratedSeries.Daily();

    [Fact]
    public void Series_has_a_trend_and_both_seasons()
    {
        float[] values = [.. _series.Values];

        Assert.True(values[^365..].Average() > 1.3 * values[..365].Average());
        Assert.True(Mean(day => _series.Date(day).DayOfWeek == DayOfWeek.Saturday) > 1.5 * Mean(day => _series.Date(day).DayOfWeek == DayOfWeek.Monday));
        Assert.True(Mean(day => _series.Date(day).Month == 7) > 1.3 * Mean(day => _series.Date(day).Month == 1 && _series.Date(day).Day > 1));
        Assert.True(Mean(day => _series.Holidays[day]) > 1.3 * values.Average());
        Assert.Equal(36, _series.Holidays.Count(holiday => holiday));
    }

    [Fact]
    public void Last_week_forecasts_better_than_yesterday()
    {
        float[] values = [.. _series.Values];
        double Error(Func<float[], float[]> forecast) => Enumerable.Range(700, 1400).Average(day => SeriesBaselines.MeanAbsoluteError(forecast(values[..day]), values.AsSpan(day, 7)));

        double last = Error(past => SeriesBaselines.LastValue(past, 7)), seasonal = Error(past => SeriesBaselines.SeasonalNaive(past, 7, 7));

        Assert.True(seasonal < 0.5 * last, $"last week {seasonal}, yesterday {last}");
    }

    [Fact]
    public void Baselines_repeat_what_was()
    {
        Assert.Equal([3f, 3, 3], SeriesBaselines.LastValue([1, 2, 3], 3));
        Assert.Equal([2f, 3, 2], SeriesBaselines.SeasonalNaive([1, 2, 3], 2, 3));
        Assert.Throws<ArgumentException>(() => SeriesBaselines.SeasonalNaive([1], 2, 3));
    }

    [Fact]
    public void Samples_end_before_their_targets_and_the_training_before_the_test()
    {
        var (train, test, mean, deviation) = _series.Windows(past: 28, horizon: 7, trainingDays: 1825);

        Assert.Equal([28, 10], train.InputShape);
        Assert.Equal((7, 1825 - 7 - 28 + 1, 2190 - 7 - 1825 + 1), (train.TargetSize, train.Count, test.Count));
        Assert.Equal(_series.Values[28], (train.Target(0)[0] * deviation) + mean, 1e-3);
        Assert.Equal(_series.Values[27], (train.Input(0)[270] * deviation) + mean, 1e-3);
        Assert.Equal(_series.Values[1824], (train.Target(train.Count - 1)[6] * deviation) + mean, 1e-3);
        Assert.Equal(_series.Values[1825], (test.Target(0)[0] * deviation) + mean, 1e-3);
    }

    [Fact]
    public void Days_have_a_weekday_and_know_of_the_holiday_to_come()
    {
        var (train, _, _, _) = _series.Windows(past: 2, horizon: 1, trainingDays: 400);

        // 31 December 2015, a Thursday, before a holiday: the last day of the input whose target is day 365.
        Assert.Equal([0f, 0, 0, 0, 1, 0, 0, 0, 1], train.Input(363).Slice(11, 9).ToArray());
    }

    [Fact]
    public void Parts_without_a_sample_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _series.Windows(28, 7, 34));
        Assert.Throws<ArgumentOutOfRangeException>(() => _series.Windows(28, 7, 2184));
    }

    private double Mean(Func<int, bool> days) => Enumerable.Range(0, _series.Count).Where(days).Average(day => _series.Values[day]);
}
