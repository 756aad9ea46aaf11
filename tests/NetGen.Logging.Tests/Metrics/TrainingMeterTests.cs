using System.Diagnostics.Metrics;

namespace NetGen.Logging.Tests.Metrics;

/// <remarks>The tests of one collection run one after another, so that nobody listens where a test says so.</remarks>
[Collection(Meters)]
public sealed class TrainingMeterTests
{
    /// <summary>The collection of all tests that listen.</summary>
    public const string Meters = "Meters";

    [Fact]
    public void Counters_count_steps_samples_and_epochs()
    {
        using Measurements measurements = Run("counters");

        Assert.Equal([1.0, 1, 1, 1, 1, 1], measurements.Of("netgen.training.steps").Select(m => m.Value));
        Assert.Equal([4.0, 4, 2, 4, 4, 2], measurements.Of("netgen.training.samples").Select(m => m.Value));
        Assert.Equal([1.0, 1], measurements.Of("netgen.training.epochs").Select(m => m.Value));
    }

    [Fact]
    public void Gauges_follow_each_step()
    {
        using Measurements measurements = Run("gauges");

        Assert.Equal([1f, 1f / 2, 1f / 3, 1f / 4, 1f / 5, 1f / 6], measurements.Of("netgen.training.loss").Select(m => (float)m.Value));
        Assert.Equal(Enumerable.Repeat(0.01, 6), measurements.Of("netgen.training.learning_rate").Select(m => m.Value));
        Assert.Equal(Enumerable.Repeat(1250.0, 6), measurements.Of("netgen.training.throughput").Select(m => m.Value));
    }

    [Fact]
    public void Durations_of_steps_and_epochs_are_in_seconds()
    {
        using Measurements measurements = Run("durations");

        Assert.Equal(6, measurements.Of("netgen.training.step.duration").Count());
        Assert.All(measurements.Of("netgen.training.step.duration"), m => Assert.InRange(m.Value, 0, 60));
        Assert.Equal([1.5, 1.5], measurements.Of("netgen.training.epoch.duration").Select(m => m.Value));
    }

    [Fact]
    public void What_an_epoch_measured_is_told_apart_by_a_tag()
    {
        using Measurements measurements = Run("metrics");

        Assert.Equal(
            [("loss", 0.5), ("validation_loss", 0.25), ("validation_accuracy", 0.75), ("loss", 0.25), ("validation_loss", 0.25), ("validation_accuracy", 0.75)],
            measurements.Of("netgen.training.metric").Select(m => ((string)m.Tags["metric"]!, m.Value)));
    }

    [Fact]
    public void Everything_carries_network_and_run()
    {
        using Measurements measurements = Run("tags");

        Assert.NotEmpty(measurements.All);
        Assert.All(measurements.All, m => Assert.Equal(("Line", "tags"), (m.Tags["network"], m.Tags["run"])));
    }

    [Fact]
    public void Units_are_OpenTelemetrys()
    {
        using Measurements measurements = Run("units");

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["netgen.training.steps"] = "{step}",
                ["netgen.training.samples"] = "{sample}",
                ["netgen.training.epochs"] = "{epoch}",
                ["netgen.training.loss"] = "1",
                ["netgen.training.learning_rate"] = "1",
                ["netgen.training.throughput"] = "{sample}/s",
                ["netgen.training.step.duration"] = "s",
                ["netgen.training.epoch.duration"] = "s",
                ["netgen.training.metric"] = "1",
            },
            measurements.All.Select(m => m.Instrument).DistinctBy(instrument => instrument.Name).ToDictionary(i => i.Name, i => i.Unit));
    }

    [Fact]
    public void A_resumed_training_counts_what_it_does_itself()
    {
        using var measurements = new Measurements("resumed");
        using var meter = new TrainingMeter(new TrainingMeterOptions { Run = "resumed" });
        new ScriptedTraining().Resumed().Run(meter);

        Assert.Equal(3, measurements.Of("netgen.training.steps").Sum(m => m.Value));
        Assert.Equal(10, measurements.Of("netgen.training.samples").Sum(m => m.Value));
    }

    [Fact]
    public void A_listener_that_comes_late_gets_no_duration_of_a_step_that_it_missed_the_begin_of()
    {
        using var meter = new TrainingMeter(new TrainingMeterOptions { Run = "late" });
        var training = new ScriptedTraining();
        meter.OnBegin(training.Context);
        training.Step(meter);
        using var measurements = new Measurements("late", "netgen.training.step.duration");

        training.Step(meter);
        Assert.Empty(measurements.All);
        training.Step(meter);
        Assert.Single(measurements.All);
    }

    [Fact]
    public void A_step_allocates_nothing_when_nobody_listens()
    {
        using var meter = new TrainingMeter();
        var training = new ScriptedTraining();
        meter.OnBegin(training.Context);
        training.Step(meter);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            training.Step(meter);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_meter_from_a_factory_is_the_factorys()
    {
        using var factory = new SingleMeterFactory();
        new TrainingMeter(new TrainingMeterOptions { MeterFactory = factory, Run = "factory" }).Dispose();
        using var measurements = new Measurements("factory");
        var meter = new TrainingMeter(new TrainingMeterOptions { MeterFactory = factory, Run = "factory" });

        meter.Dispose();
        new ScriptedTraining().Run(meter);

        Assert.NotEmpty(measurements.All);
        Assert.Equal(2, factory.Asked);
    }

    private static Measurements Run(string run)
    {
        var measurements = new Measurements(run);
        using var meter = new TrainingMeter(new TrainingMeterOptions { Run = run });
        new ScriptedTraining().Run(meter);
        return measurements;
    }

    private sealed class SingleMeterFactory : IMeterFactory
    {
        private Meter? _meter;

        public int Asked { get; private set; }

        public Meter Create(MeterOptions options)
        {
            Asked++;
            return _meter ??= new Meter(options);
        }

        public void Dispose() => _meter?.Dispose();
    }
}
