using Cifar;

namespace NetGen.Samples.Tests;

/// <summary>The residual network, with few pictures.</summary>
public sealed class ResNetTests
{
    private static readonly PictureData Pictures = Drawn();

    // He et al. 2016, table 6: 0.27 million for 20 layers, to which the projections of two shortcuts add 2,752.
    [Fact]
    public void Networks_have_the_published_numbers_of_parameters()
    {
        Assert.Equal(78_042, ResNet8.Info.ParameterCount);
        Assert.Equal(272_474, ResNet20.Info.ParameterCount);
    }

    [Fact]
    public void Training_learns_and_every_epoch_has_all_its_numbers()
    {
        var (result, accuracies) = Train(new ResNet8(1), epochs: 3, checkpoint: null);

        Assert.True(result.Epochs[^1].Loss < result.Epochs[0].Loss, $"{result.Epochs[0].Loss} -> {result.Epochs[^1].Loss}");
        var lines = new LearningCurves(result.Epochs, accuracies).Lines().ToArray();
        Assert.Equal("epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.DoesNotContain("", line.Split(',')));
        Assert.StartsWith("3,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Resumed_training_has_the_curves_of_all_epochs()
    {
        using var folder = new TemporaryFolder();
        var (_, before) = Train(new ResNet8(1), epochs: 2, folder.Path, stopAfter: 1);

        var (result, after) = Train(new ResNet8(1), epochs: 2, folder.Path);

        Assert.NotNull(result.ResumedFrom);
        Assert.Equal(2, after.Count);
        Assert.Equal(before[0], after[0]);
    }

    [Fact]
    public void Validation_pictures_are_not_learned_from()
    {
        Assert.Equal((380, 20), (Pictures.Learn.Count, Pictures.Held.Count));
        Assert.Equal(10, Enumerable.Range(0, 20).Select(i => Pictures.Held.Target(i)[0]).Distinct().Count());
    }

    private static PictureData Drawn()
    {
        var (train, test) = GeneratedPictures.Create(train: 400, test: 20);
        return PictureData.Of(train, test, seed: 1);
    }

    private static (FitResult Result, IReadOnlyList<double> Accuracies) Train(ResNet8 net, int epochs, string? checkpoint, int stopAfter = int.MaxValue)
    {
        var accuracy = new TrainingAccuracy(net, Pictures.Learn, Pictures.Held.Count);
        var options = new Options(null, epochs, 32, 0.02, 1, null, false, "", checkpoint);
        var settings = Run.Settings(options, Pictures, accuracy, progress: null);
        return (net.Fit(Pictures.Learn, settings with { Callbacks = [.. settings.Callbacks, new StopAfter(stopAfter)] }), accuracy.Values);
    }

    private sealed class StopAfter(int epochs) : TrainingCallback
    {
        public override void OnEpochEnd(TrainingContext training, EpochResult result)
        {
            if (result.Epoch == epochs)
            {
                training.Stop();
            }
        }
    }
}
