using System.Text.Json;

namespace NetGen.Logging.Tests.JsonLines;

public sealed class JsonLinesLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    private string Path => _folder.File("run.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_training_is_a_begin_its_steps_and_epochs_and_an_end()
    {
        using (JsonLinesLog log = Open(stepInterval: 2))
        {
            new ScriptedTraining().Run(log);
        }

        Assert.Equal(["begin", "step", "epoch", "step", "step", "epoch", "end"], JsonLines.Events(Path));
    }

    [Fact]
    public void The_first_line_tells_network_and_settings()
    {
        JsonElement line = Run().First();

        Assert.Equal("2026-03-04T05:06:07.25Z", line.GetProperty("time").GetString());
        Assert.Equal("Line", line.GetProperty("network").GetString());
        Assert.Equal(LinearNetwork.Info.SpecHash, line.GetProperty("spec_hash").GetString());
        Assert.Equal(3, line.GetProperty("parameters").GetInt32());
        Assert.Equal("Dense(1)", line.GetProperty("layers")[0].GetProperty("description").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+", line.GetProperty("netgen").GetString());
        JsonElement settings = line.GetProperty("settings");
        Assert.Equal(
            (2, 4, 10, 7, "Adam", 0.01),
            (settings.GetProperty("epochs").GetInt32(),
            settings.GetProperty("batch_size").GetInt32(),
            settings.GetProperty("samples").GetInt32(),
            settings.GetProperty("seed").GetInt32(),
            settings.GetProperty("optimizer").GetString(),
            settings.GetProperty("learning_rate").GetDouble()));
        Assert.StartsWith("Adam: Beta1 0.9, ", settings.GetProperty("optimizer_settings").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, settings.GetProperty("early_stopping").ValueKind);
    }

    [Fact]
    public void Settings_that_were_asked_for_are_told()
    {
        var options = new FitOptions { EarlyStopping = new EarlyStopping(3), Checkpoint = "runs/a", AverageDecay = 0.999, Schedule = Schedule.Cosine() };
        using (JsonLinesLog log = Open())
        {
            new ScriptedTraining(options: options).Run(log);
        }

        JsonElement settings = JsonLines.Read(Path)[0].GetProperty("settings");
        Assert.Equal(3, settings.GetProperty("early_stopping").GetProperty("patience").GetInt32());
        Assert.Equal("runs/a", settings.GetProperty("checkpoint").GetString());
        Assert.Equal(Schedule.Cosine().Describe(), settings.GetProperty("schedule").GetString());
        Assert.Equal(0.999, settings.GetProperty("average_decay").GetDouble());
    }

    [Fact]
    public void A_step_is_told_with_numbers_that_read_back_as_they_were()
    {
        JsonElement line = Run().First(line => line.Event() == "step" && line.GetProperty("step").GetInt64() == 3);

        Assert.Equal(1, line.GetProperty("epoch").GetInt32());
        Assert.Equal(3, line.GetProperty("batch").GetInt32());
        Assert.Equal(1f / 3, line.GetProperty("loss").GetSingle());
        Assert.Equal(0.01, line.GetProperty("learning_rate").GetDouble());
        Assert.Equal(1250, line.GetProperty("samples_per_second").GetDouble());
    }

    [Fact]
    public void An_epoch_is_told_with_everything_measured()
    {
        JsonElement line = Run().Last(line => line.Event() == "epoch");

        Assert.Equal(2, line.GetProperty("epoch").GetInt32());
        Assert.Equal(6, line.GetProperty("step").GetInt64());
        Assert.Equal(1.5, line.GetProperty("elapsed").GetDouble());
        Assert.Equal(
            [("loss", 0.25), ("validation_loss", 0.25), ("validation_accuracy", 0.75)],
            line.GetProperty("metrics").EnumerateObject().Select(metric => (metric.Name, metric.Value.GetDouble())));
    }

    [Fact]
    public void The_last_line_tells_what_the_training_came_to()
    {
        JsonElement line = Run().Last();

        Assert.Equal(6, line.GetProperty("step").GetInt64());
        Assert.Equal(2, line.GetProperty("epochs").GetInt32());
        Assert.Equal(3, line.GetProperty("elapsed").GetDouble());
        Assert.False(line.GetProperty("cancelled").GetBoolean());
        Assert.Equal(2, line.GetProperty("best_epoch").GetInt32());
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_number_that_JSON_lacks_is_a_text(float loss, string expected)
    {
        var training = new ScriptedTraining { BeforeStep = context => context.BatchLoss = loss };
        using (JsonLinesLog log = Open(stepInterval: 1))
        {
            training.Run(log);
        }

        Assert.Equal(expected, JsonLines.Read(Path)[1].GetProperty("loss").GetString());
    }

    [Fact]
    public void Signs_that_mean_something_in_HTML_only_stay_readable()
    {
        using (JsonLinesLog log = Open())
        {
            new ScriptedTraining(options: new FitOptions { Checkpoint = "läufe/a+b" }).Run(log);
        }

        Assert.Contains("\"checkpoint\":\"läufe/a+b\"", File.ReadAllText(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void No_step_is_told_at_interval_0()
    {
        using (JsonLinesLog log = Open(stepInterval: 0))
        {
            new ScriptedTraining().Run(log);
        }

        Assert.Equal(["begin", "epoch", "epoch", "end"], JsonLines.Events(Path));
    }

    [Fact]
    public void A_negative_interval_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLinesOptions { StepInterval = -1 });

    [Fact]
    public void Lines_of_steps_reach_the_file_once_a_second_and_with_the_epoch()
    {
        using JsonLinesLog log = Open(stepInterval: 1);
        var seen = new List<int>();
        var training = new ScriptedTraining
        {
            BeforeStep = _ =>
            {
                seen.Add(JsonLines.Events(Path).Length);
                _clock.Advance(0.6);
            },
        };

        training.Run(log);

        // Seen before each step: the second and the fourth one come more than a second after the last time.
        Assert.Equal([1, 1, 3, 5, 5, 7], seen);
    }

    [Fact]
    public void A_step_that_is_not_told_allocates_nothing()
    {
        using JsonLinesLog log = Open(stepInterval: 1_000_000);
        var training = new ScriptedTraining();
        log.OnBegin(training.Context);
        training.Step(log);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            training.Step(log);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_closed_log_takes_no_more()
    {
        JsonLinesLog log = Open();
        log.Dispose();

        var exception = Assert.Throws<ObjectDisposedException>(() => log.OnBegin(new ScriptedTraining().Context));
        Assert.Contains(Path, exception.Message, StringComparison.Ordinal);
    }

    private List<JsonElement> Run()
    {
        using (JsonLinesLog log = Open(stepInterval: 1))
        {
            new ScriptedTraining().Run(log);
        }

        return JsonLines.Read(Path);
    }

    private JsonLinesLog Open(int stepInterval = 10) => new(Path, new JsonLinesOptions { StepInterval = stepInterval, TimeProvider = _clock });
}
