using System.Text.Json;
using Microsoft.Extensions.Logging;
using NetGen.Logging.Tests.JsonLines;
using NetGen.Logging.Tests.Logger;
using NetGen.Logging.Tests.Metrics;
using NetGen.Logging.Tests.TensorBoard;

namespace NetGen.Logging.Tests;

/// <summary>All logs in a training that is one.</summary>
[Collection(TrainingMeterTests.Meters)]
public sealed class FitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_logs_tell_the_same_of_one_training()
    {
        var logger = new RecordingLogger(LogLevel.Debug);
        using var lines = new JsonLinesLog(_folder.File("run.jsonl"), new JsonLinesOptions { StepInterval = 1 });
        using var board = new TensorBoardLog(_folder.File("board"), new TensorBoardOptions { StepInterval = 1 });
        using var meter = new TrainingMeter(new TrainingMeterOptions { Run = "fit" });
        using var measurements = new Measurements("fit");

        FitResult result = new LinearNetwork().Fit(Line(), new FitOptions
        {
            Epochs = 3,
            BatchSize = 4,
            Optimizer = new Sgd(0.1),
            Callbacks = [lines, board, meter, new LoggerCallback(logger, new LoggerCallbackOptions { StepInterval = 1 })],
        });

        float[] losses = [.. measurements.Of("netgen.training.loss").Select(measurement => (float)measurement.Value)];
        Assert.Equal(9, losses.Length);
        Assert.True(losses[^1] < losses[0], $"from {losses[0]} to {losses[^1]}");
        Assert.Equal(losses, Steps(lines.Path).Select(line => line.GetProperty("loss").GetSingle()));
        Assert.Equal(losses, EventFileReader.Curve(board.Path, "train/loss").Select(point => point.Value));
        Assert.Equal(losses, logger.Messages.Where(message => message.Id == 3).Select(message => (float)message.Values["Loss"]!));
        Assert.Equal(result.Epochs.Select(epoch => (float)epoch.Loss), EventFileReader.Curve(board.Path, "train/epoch_loss").Select(point => point.Value));
        Assert.Equal(30, measurements.Of("netgen.training.samples").Sum(measurement => measurement.Value));
    }

    [Fact]
    public void A_training_that_ends_by_an_exception_leaves_what_was_logged_before()
    {
        using (var lines = new JsonLinesLog(_folder.File("run.jsonl"), new JsonLinesOptions { StepInterval = 1 }))
        {
            var options = new FitOptions { Epochs = 3, BatchSize = 4, Callbacks = [lines, new Failing()] };
            Assert.Throws<InvalidTimeZoneException>(() => new LinearNetwork().Fit(Line(), options));
        }

        Assert.Equal(["begin", "step", "step", "step", "epoch", "step", "step"], JsonLines.JsonLines.Events(_folder.File("run.jsonl")));
    }

    private static IEnumerable<JsonElement> Steps(string path) => JsonLines.JsonLines.Read(path).Where(line => line.Event() == "step");

    private static Dataset<float, float> Line()
    {
        float[] inputs = [.. Enumerable.Range(0, 20).Select(i => MathF.Sin(i))];
        return Dataset.From(inputs, [.. Enumerable.Range(0, 10).Select(i => inputs[2 * i] - (2 * inputs[(2 * i) + 1]) + 1)], 2);
    }

    private sealed class Failing : TrainingCallback
    {
        public override void OnStep(TrainingContext training)
        {
            if (training.Step == 5)
            {
                throw new InvalidTimeZoneException();
            }
        }
    }
}
