using Microsoft.Extensions.Logging;

namespace NetGen.Logging.Tests.Logger;

public sealed class LoggerCallbackTests
{
    [Fact]
    public void Begin_epochs_and_end_are_information()
    {
        List<RecordingLogger.Message> messages = Run(LogLevel.Information);

        Assert.Equal([1, 4, 4, 6], messages.Select(message => message.Id));
        Assert.All(messages, message => Assert.Equal(LogLevel.Information, message.Level));
        Assert.Equal(
            "Training Line (3 parameters) for 2 epochs of 3 batches: 10 samples, Adam, learning rate 0.01",
            messages[0].Text);
        Assert.Equal("Epoch 2 of 2 of Line in 1.5 s: loss 0.25, validation_loss 0.25, validation_accuracy 0.75", messages[2].Text);
        Assert.Equal("Training of Line is complete after 6 steps and 2 epochs in 3.0 s; best epoch: 2", messages[3].Text);
    }

    [Fact]
    public void Steps_and_single_numbers_are_debug()
    {
        List<RecordingLogger.Message> messages = [.. Run(LogLevel.Debug, stepInterval: 2).Where(message => message.Level == LogLevel.Debug)];

        Assert.Equal([3, 5, 5, 5, 3, 3, 5, 5, 5], messages.Select(message => message.Id));
        Assert.Equal("Step 2 (epoch 1, batch 2): loss 0.5, learning rate 0.01, 1250 samples/s", messages[0].Text);
    }

    [Fact]
    public void Messages_are_structured()
    {
        List<RecordingLogger.Message> messages = Run(LogLevel.Debug, stepInterval: 1);

        Dictionary<string, object?> step = messages.First(message => message.Id == 3).Values;
        Assert.Equal((1L, 1, 1f), (step["Step"], step["Epoch"], step["Loss"]));
        Dictionary<string, object?> metric = messages.Last(message => message.Id == 5).Values;
        Assert.Equal(("validation_accuracy", 0.75), (metric["Metric"], metric["Value"]));
    }

    [Fact]
    public void A_resumed_training_says_from_where()
    {
        var logger = new RecordingLogger(LogLevel.Information);
        new ScriptedTraining().Resumed().Run(new LoggerCallback(logger));

        Assert.Equal(2, logger.Messages[0].Id);
        Assert.Equal("Training of Line goes on from step 3: 1 of 2 epochs are complete", logger.Messages[0].Text);
    }

    [Fact]
    public void A_logger_that_wants_nothing_gets_nothing() => Assert.Empty(Run(LogLevel.None, stepInterval: 1));

    [Fact]
    public void A_step_that_nobody_wants_allocates_nothing()
    {
        var callback = new LoggerCallback(new RecordingLogger(LogLevel.Information), new LoggerCallbackOptions { StepInterval = 1 });
        var training = new ScriptedTraining();
        training.Step(callback);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            training.Step(callback);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static List<RecordingLogger.Message> Run(LogLevel lowest, int stepInterval = 100)
    {
        var logger = new RecordingLogger(lowest);
        new ScriptedTraining().Run(new LoggerCallback(logger, new LoggerCallbackOptions { StepInterval = stepInterval }));
        return logger.Messages;
    }
}
