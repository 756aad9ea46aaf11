namespace NetGen.Runtime.Tests.Training;

public sealed class FitProgressTests
{
    private sealed class Recorder : IProgress<FitProgress>
    {
        public List<FitProgress> Reports { get; } = [];

        public void Report(FitProgress value) => Reports.Add(value);
    }

    [Fact]
    public void Each_epoch_is_reported_at_its_end()
    {
        var recorder = new Recorder();
        var result = new Regression(2).Fit(Samples.Line(100), new FitOptions { Epochs = 3, BatchSize = 10, Progress = recorder, Validation = Samples.Line(10) });
        var ends = recorder.Reports.Where(report => report.Completed is not null).ToList();
        Assert.Equal(result.Epochs.Select(epoch => epoch with { Validation = null }), ends.Select(report => report.Completed! with { Validation = null }));
        Assert.Equal([1, 2, 3], ends.Select(report => report.Epoch));
        Assert.All(ends, report => Assert.Equal((3, 10, 10), (report.Epochs, report.Batch, report.Batches)));
        Assert.All(ends, report => Assert.Equal(report.Completed!.Loss, report.Loss));
        Assert.Equal(TimeSpan.Zero, ends[2].Remaining);
        Assert.True(ends[0].SamplesPerSecond > 0);
    }

    [Fact]
    public void Long_epochs_are_reported_in_between_about_ten_times_per_second()
    {
        var recorder = new Recorder();
        var net = new Regression(2) { BeforeStep = _ => Pause() };
        net.Fit(Samples.Line(400), new FitOptions { BatchSize = 1, Progress = recorder });
        var between = recorder.Reports.Where(report => report.Completed is null).ToList();
        double seconds = recorder.Reports[^1].Elapsed.TotalSeconds;
        Assert.InRange(between.Count, 1, (int)(seconds * 10) + 1);
        Assert.All(between, report => Assert.True(report.Remaining > TimeSpan.Zero));
        Assert.True(between.Select(report => report.Batch).SequenceEqual(between.Select(report => report.Batch).Order()));

        static float? Pause()
        {
            Thread.Sleep(1);
            return null;
        }
    }
}
