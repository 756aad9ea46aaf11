using NetGen.Runtime.TensorBoard;

namespace NetGen.Logging.Tests.TensorBoard;

/// <summary>What a training writes.</summary>
public sealed class TensorBoardTrainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Steps_are_written_at_their_interval()
    {
        string path = Run(new TensorBoardOptions { StepInterval = 2 });

        Assert.Equal([(2, 1f / 2), (4, 1f / 4), (6, 1f / 6)], EventFileReader.Curve(path, "train/loss"));
        Assert.Equal([(2, 1250f), (4, 1250f), (6, 1250f)], EventFileReader.Curve(path, "samples_per_second"));
    }

    [Fact]
    public void The_learning_rate_is_written_once_per_step_and_epoch() =>
        Assert.Equal(
            [(2, 0.01f), (3, 0.01f), (4, 0.01f), (6, 0.01f)],
            EventFileReader.Curve(Run(new TensorBoardOptions { StepInterval = 2 }), "learning_rate"));

    [Fact]
    public void What_an_epoch_measured_is_a_curve_each()
    {
        string path = Run(new TensorBoardOptions());

        Assert.Equal([(3, 0.5f), (6, 0.25f)], EventFileReader.Curve(path, "train/epoch_loss"));
        Assert.Equal([(3, 0.25f), (6, 0.25f)], EventFileReader.Curve(path, "validation/loss"));
        Assert.Equal([(3, 0.75f), (6, 0.75f)], EventFileReader.Curve(path, "validation/accuracy"));
    }

    [Fact]
    public void Steps_never_fall()
    {
        List<long> steps = [.. EventFileReader.Read(Run(new TensorBoardOptions { StepInterval = 1, GradientHistogramInterval = 1 })).Select(item => item.Step)];

        Assert.Equal(steps.Order(), steps);
    }

    [Fact]
    public void Weights_are_written_before_the_first_step_and_after_epochs()
    {
        var training = new ScriptedTraining();
        training.Network.SetWeights(-0.5f, 2, 3);

        string path = Run(new TensorBoardOptions(), training);

        Assert.Equal([0L, 3, 6], Histograms(path, "weights/dense1.weight").Select(item => item.Step));
        Assert.All(
            Histograms(path, "weights/dense1.weight"),
            item => Assert.Equal((-0.5, 2.0, 2.0, 1.5), (item.Value.Min, item.Value.Max, item.Value.Num, item.Value.Sum)));
        Assert.All(Histograms(path, "weights/dense1.bias"), item => Assert.Equal(3, item.Value.Sum));
    }

    [Fact]
    public void Weights_are_written_every_so_many_epochs() =>
        Assert.Equal([0L, 6], Histograms(Run(new TensorBoardOptions { WeightHistogramInterval = 2 }), "weights/dense1.weight").Select(item => item.Step));

    [Fact]
    public void No_histogram_is_written_at_interval_0() =>
        Assert.DoesNotContain(EventFileReader.Values(Run(new TensorBoardOptions { WeightHistogramInterval = 0 })), item => item.Value.Histo is not null);

    /// <summary>At weights 0 and targets 2 the derivative by the bias is 2 · (0 - 2).</summary>
    [Fact]
    public void Gradients_are_those_of_the_first_samples()
    {
        Dataset<float, float> train = Dataset.From([1f, 0, 0, 1, 9, 9], [2f, 2, -100], 2);

        string path = Run(new TensorBoardOptions { GradientHistogramInterval = 1, GradientSamples = 2 }, new ScriptedTraining(train));

        Assert.Equal([(3L, -4.0), (6, -4.0)], Histograms(path, "gradients/dense1.bias").Select(item => (item.Step, item.Value.Sum)));
        Assert.Equal([(-2.0, -2.0), (-2.0, -2.0)], Histograms(path, "gradients/dense1.weight").Select(item => (item.Value.Min, item.Value.Max)));
    }

    [Fact]
    public void Gradients_of_a_streamed_set_are_those_of_its_first_samples()
    {
        string path = Run(new TensorBoardOptions { GradientHistogramInterval = 2, GradientSamples = 2 }, new ScriptedTraining(new Streamed()));

        Assert.Equal([(6L, -4.0)], Histograms(path, "gradients/dense1.bias").Select(item => (item.Step, item.Value.Sum)));
    }

    [Fact]
    public void Gradients_are_those_of_as_many_samples_as_a_batch_unless_told_otherwise()
    {
        Dataset<float, float> train = Dataset.From([1f, 0, 1, 0, 1, 0, 1, 0, 1, 0], [2f, 2, 2, 2, -100], 2);

        string path = Run(new TensorBoardOptions { GradientHistogramInterval = 2 }, new ScriptedTraining(train));

        Assert.Equal([-4.0], Histograms(path, "gradients/dense1.bias").Select(item => item.Value.Sum));
    }

    [Fact]
    public void The_network_is_a_text()
    {
        Summary.Types.Value text = EventFileReader.Values(Run(new TensorBoardOptions())).Single(item => item.Value.Tag == "network").Value;

        Assert.Contains(LinearNetwork.Info.Summary(), text.Tensor.StringVal[0].ToStringUtf8(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resumed_training_makes_readers_forget_the_steps_after_the_one_it_goes_on_from()
    {
        string path = Run(new TensorBoardOptions(), new ScriptedTraining().Resumed());

        Event restart = EventFileReader.Read(path)[1];
        Assert.Equal(SessionLog.Types.SessionStatus.Start, restart.SessionLog.Status);
        Assert.Equal(4, restart.Step);
        Assert.DoesNotContain(EventFileReader.Values(path), item => item.Value.Histo is not null && item.Step == 3);
    }

    [Fact]
    public void A_training_that_begins_anew_in_the_folder_of_a_dead_one_makes_readers_forget_all_of_it()
    {
        Run(new TensorBoardOptions());

        string path = Run(new TensorBoardOptions());

        Event restart = EventFileReader.Read(path)[1];
        Assert.Equal(SessionLog.Types.SessionStatus.Start, restart.SessionLog.Status);
        Assert.Equal(0, restart.Step);
        Assert.Contains(EventFileReader.Values(path), item => item.Value.Histo is not null && item.Step == 0);
    }

    [Fact]
    public void What_the_log_was_given_before_a_training_begins_anew_is_not_forgotten()
    {
        Run(new TensorBoardOptions());
        using var log = new TensorBoardLog(_folder.Name);
        log.AddScalar("given", 1, step: 0);

        new ScriptedTraining().Run(log);

        Assert.Equal(1, EventFileReader.Read(log.Path).Single(item => item.SessionLog is not null).Step);
    }

    [Fact]
    public void A_new_training_in_an_empty_folder_makes_readers_forget_nothing() =>
        Assert.DoesNotContain(EventFileReader.Read(Run(new TensorBoardOptions())), item => item.SessionLog is not null);

    [Fact]
    public void A_step_that_is_not_written_allocates_nothing()
    {
        using var log = new TensorBoardLog(_folder.Name, new TensorBoardOptions { StepInterval = 1_000_000 });
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
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TensorBoardOptions { StepInterval = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TensorBoardOptions { GradientSamples = 0 });
    }

    private string Run(TensorBoardOptions options, ScriptedTraining? training = null)
    {
        using var log = new TensorBoardLog(_folder.Name, options);
        (training ?? new ScriptedTraining()).Run(log);
        return log.Path;
    }

    private static List<(long Step, HistogramProto Value)> Histograms(string path, string tag) =>
        [.. EventFileReader.Values(path).Where(item => item.Value.Tag == tag).Select(item => (item.Step, item.Value.Histo))];

    /// <summary>Three samples, of which the last has another target.</summary>
    private sealed class Streamed() : StreamedDataset<float, float>(3, [2], 1)
    {
        protected internal override SampleReader<float, float> Open() => new Reader();

        private sealed class Reader : SampleReader<float, float>
        {
            private int _read;

            public override int Read(Span<float> inputs, Span<float> targets)
            {
                int count = Math.Min(targets.Length, 3 - _read);
                inputs[..(2 * count)].Fill(1);
                for (int i = 0; i < count; i++)
                {
                    targets[i] = _read++ < 2 ? 2 : -100;
                }

                return count;
            }
        }
    }
}
