namespace NetGen.Fitting.Tests.Checkpoints;

/// <summary>A training that was stopped and gone on with ends with the bits of one that was not.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Recipes() => [.. Recipe.All.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Training_resumed_at_any_place_ends_with_the_same_bits(string recipe)
    {
        var expected = new ClassNet(1);
        var whole = expected.Fit(Samples.Classes(Recipe.Count, 1), Recipe.All[recipe]());

        // Within the first epoch, at its end, within a later one, in the last.
        foreach (var stop in new long[] { 1, 5, 12, 13, 31, 60 })
        {
            var folder = _folder.File($"stop-{stop}");
            var first = new ClassNet(1).Fit(
                Samples.Classes(Recipe.Count, 1), Recipe.All[recipe]() with { Checkpoint = folder, Callbacks = [new StopAt(stop, out var token)], CancellationToken = token });
            Assert.Equal(stop < whole.Steps, first.Cancelled);

            var net = new ClassNet(1);
            var result = net.Fit(Samples.Classes(Recipe.Count, 1), Recipe.All[recipe]() with { Checkpoint = folder });
            Assert.NotNull(result.ResumedFrom);
            Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
            Assert.Equal((whole.Steps, whole.Epochs.Count), (result.Steps, result.Epochs.Count));
            Assert.Equal(whole.Epochs.Select(epoch => epoch.Loss), result.Epochs.Select(epoch => epoch.Loss));
            Assert.Equal(whole.Best?.Epoch, result.Best?.Epoch);
        }
    }

    [Fact]
    public void Training_in_double_precision_is_resumed_to_the_same_bits()
    {
        FitOptions Options() => new() { Epochs = 4, BatchSize = 16, Optimizer = new AdamW(1e-2), Seed = 3, AverageDecay = 0.9 };
        var expected = new DoubleNet(1);
        expected.Fit(Samples.DoubleClasses(100, 1), Options());
        new DoubleNet(1).Fit(Samples.DoubleClasses(100, 1), Options() with { Checkpoint = _folder.Path, Callbacks = [new StopAt(9, out var token)], CancellationToken = token });

        var net = new DoubleNet(1);
        net.Fit(Samples.DoubleClasses(100, 1), Options() with { Checkpoint = _folder.Path });

        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Finished_training_is_not_repeated()
    {
        FitOptions Options() => Recipe.All["best restored"]() with { Checkpoint = _folder.Path };
        var expected = new ClassNet(1);
        expected.Fit(Samples.Classes(Recipe.Count, 1), Options());
        var steps = new CountSteps();

        var net = new ClassNet(1);
        var result = net.Fit(Samples.Classes(Recipe.Count, 1), Options() with { Callbacks = [steps] });

        Assert.Equal((0, 65L, 5), (steps.Count, result.Steps, result.Epochs.Count));
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Training_goes_on_to_more_epochs_where_the_steps_so_far_do_not_depend_on_them()
    {
        FitOptions Options(int epochs) => new() { Epochs = epochs, BatchSize = 16, Optimizer = new Adam(1e-2), Schedule = Schedule.Exponential(0.9), Seed = 3 };
        var expected = new ClassNet(1);
        expected.Fit(Samples.Classes(100, 1), Options(6));
        new ClassNet(1).Fit(Samples.Classes(100, 1), Options(3) with { Checkpoint = _folder.Path });

        var net = new ClassNet(1);
        net.Fit(Samples.Classes(100, 1), Options(6) with { Checkpoint = _folder.Path });

        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Other_settings_are_refused_with_the_differences_and_change_nothing()
    {
        new ClassNet(1).Fit(Samples.Classes(100, 1), new FitOptions { Epochs = 2, BatchSize = 16, Optimizer = new Adam(1e-2), Schedule = Schedule.Cosine(), Checkpoint = _folder.Path });
        var net = new ClassNet(1);
        var before = net.Parameters.ToArray();

        var refusal = Assert.Throws<CheckpointMismatchException>(() => net.Fit(
            Samples.Classes(100, 1), new FitOptions { Epochs = 4, BatchSize = 32, Optimizer = new Sgd(1e-2), Schedule = Schedule.Cosine(), Checkpoint = _folder.Path }));

        Assert.Contains("belongs to another training", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("batch size is 16 in the checkpoint, 32 now", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("optimizer is Adam", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the number of epochs is 2 in the checkpoint, 4 now", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void Other_data_are_refused()
    {
        new ClassNet(1).Fit(Samples.Classes(100, 1), new FitOptions { Checkpoint = _folder.Path });

        var refusal = Assert.Throws<CheckpointMismatchException>(() => new ClassNet(1).Fit(Samples.Classes(100, 2), new FitOptions { Checkpoint = _folder.Path }));

        Assert.Contains("training set is 100 × 7 -> 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_seed_or_other_weights_at_the_start_are_refused()
    {
        new ClassNet(1).Fit(Samples.Classes(100, 1), new FitOptions { Checkpoint = _folder.Path });
        var loaded = new ClassNet(1);
        loaded.Parameters["dense2.bias"].CopyFrom([1, 2, 3]);
        var frozen = new ClassNet(1);
        frozen.Parameters.Freeze("dense1.*");

        CheckpointMismatchException Refusal(ClassNet net) =>
            Assert.Throws<CheckpointMismatchException>(() => net.Fit(Samples.Classes(100, 1), new FitOptions { Checkpoint = _folder.Path }));

        Assert.Equal("seed of the network is 1 in the checkpoint, 2 now", Assert.Single(Refusal(new ClassNet(2)).Differences));
        Assert.StartsWith("weights at the start have the checksum", Assert.Single(Refusal(loaded).Differences), StringComparison.Ordinal);
        Assert.Equal("frozen at the start is none in the checkpoint, dense1.weight, dense1.bias now", Assert.Single(Refusal(frozen).Differences));
    }

    [Fact]
    public void Network_that_was_stopped_goes_on_in_the_same_process()
    {
        FitOptions Options() => new() { Epochs = 4, BatchSize = 16, Optimizer = new Adam(1e-2), Checkpoint = _folder.File("a") };
        var expected = new ClassNet(1);
        expected.Fit(Samples.Classes(100, 1), Options() with { Checkpoint = null, Callbacks = [new HalveRate()] });
        var net = new ClassNet(1);
        var options = Options() with { Callbacks = [new HalveRate()] };
        net.Fit(Samples.Classes(100, 1), options with { Callbacks = [.. options.Callbacks, new StopAt(10, out var token)], CancellationToken = token });

        var result = net.Fit(Samples.Classes(100, 1), options);

        Assert.NotNull(result.ResumedFrom);
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Stop_of_a_callback_is_not_for_good()
    {
        var expected = new ClassNet(1);
        expected.Fit(Samples.Classes(Recipe.Count, 1), Recipe.All["best restored"]());
        var stopped = new ClassNet(1).Fit(Samples.Classes(Recipe.Count, 1), Recipe.All["best restored"]() with { Checkpoint = _folder.Path, Callbacks = [new StopItself(20)] });

        var net = new ClassNet(1);
        net.Fit(Samples.Classes(Recipe.Count, 1), Recipe.All["best restored"]() with { Checkpoint = _folder.Path });

        Assert.Equal((20L, true, false), (stopped.Steps, stopped.StoppedEarly, stopped.Cancelled));
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Validation_that_was_cancelled_is_measured_by_the_resumed_training()
    {
        FitOptions Options() => Recipe.All["best restored"]();
        var expected = new ClassNet(1);
        var whole = expected.Fit(Samples.Classes(Recipe.Count, 1), Options());

        // The last step of the second epoch: the next thing is the validation.
        new ClassNet(1).Fit(Samples.Classes(Recipe.Count, 1), Options() with { Checkpoint = _folder.Path, Callbacks = [new StopAt(26, out var token)], CancellationToken = token });
        var net = new ClassNet(1);
        var result = net.Fit(Samples.Classes(Recipe.Count, 1), Options() with { Checkpoint = _folder.Path });

        Assert.Equal(whole.Epochs.Select(epoch => epoch.ValidationLoss), result.Epochs.Select(epoch => epoch.ValidationLoss));
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Fewer_epochs_than_were_trained_are_refused()
    {
        FitOptions Options(int epochs) => new() { Epochs = epochs, BatchSize = 16, Optimizer = new Adam(1e-2), Checkpoint = _folder.Path };
        new ClassNet(1).Fit(Samples.Classes(100, 1), Options(3) with { Callbacks = [new StopAt(9, out var token)], CancellationToken = token });

        var refusal = Assert.Throws<CheckpointMismatchException>(() => new ClassNet(1).Fit(Samples.Classes(100, 1), Options(1)));

        Assert.Equal("9 steps are done in the checkpoint, more than 1 epochs have", Assert.Single(refusal.Differences));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(200)]
    public void Training_that_stops_early_is_resumed_to_the_same_end(int stopEpochs)
    {
        FitOptions Options(int epochs) => new()
        {
            Epochs = epochs, BatchSize = 16, Optimizer = new Adam(5e-2), Seed = 1, Validation = Samples.Classes(60, 2), EarlyStopping = new(patience: 4),
        };
        var expected = new ClassNet(1);
        var whole = expected.Fit(Samples.Classes(60, 1), Options(200));
        Assert.True(whole.StoppedEarly);
        new ClassNet(1).Fit(Samples.Classes(60, 1), Options(Math.Min(stopEpochs, whole.Epochs.Count)) with { Checkpoint = _folder.Path });

        var net = new ClassNet(1);
        var result = net.Fit(Samples.Classes(60, 1), Options(200) with { Checkpoint = _folder.Path });

        Assert.Equal((whole.Epochs.Count, true), (result.Epochs.Count, result.StoppedEarly));
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
        var refusal = Assert.Throws<CheckpointMismatchException>(() => new ClassNet(1).Fit(
            Samples.Classes(60, 1), Options(200) with { Checkpoint = _folder.Path, EarlyStopping = new(patience: 2) }));
        Assert.Contains("the patience is 2 now", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Epoch_begins_once_for_callbacks_wherever_the_training_was_cancelled()
    {
        FitOptions Options(params TrainingCallback[] callbacks) => new() { Epochs = 4, BatchSize = 16, Optimizer = new Adam(1e-2), Checkpoint = _folder.File("a"), Callbacks = callbacks };
        var expected = new ClassNet(1);
        expected.Fit(Samples.Classes(100, 1), Options(new HalveRate()) with { Checkpoint = null });
        using var cancellation = new CancellationTokenSource();
        new ClassNet(1).Fit(Samples.Classes(100, 1), Options(new HalveRate(), new CancelAtBegin(1, cancellation)) with { CancellationToken = cancellation.Token });

        var net = new ClassNet(1);
        net.Fit(Samples.Classes(100, 1), Options(new HalveRate()));

        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Callback_that_cannot_take_its_state_back_is_named_and_nothing_changes()
    {
        FitOptions Options(TrainingCallback callback) => new() { Epochs = 2, BatchSize = 16, Checkpoint = _folder.Path, Callbacks = [callback] };
        new ClassNet(1).Fit(Samples.Classes(100, 1), Options(new Forgetful()));
        var net = new ClassNet(1);
        var before = net.Parameters.ToArray();

        var refusal = Assert.Throws<InvalidOperationException>(() => net.Fit(Samples.Classes(100, 1), Options(new Forgetful())));

        Assert.Contains("Forgetful cannot take its state back from the checkpoint: no idea", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void Frozen_parameters_and_callbacks_states_come_back()
    {
        FitOptions Options(params TrainingCallback[] callbacks) => new() { Epochs = 4, BatchSize = 16, Optimizer = new Adam(1e-2), Checkpoint = _folder.File("a"), Callbacks = callbacks };
        var expected = new ClassNet(1);
        expected.Fit(Samples.Classes(100, 1), Options(new FreezeAfterFirstEpoch()) with { Checkpoint = null });
        new ClassNet(1).Fit(Samples.Classes(100, 1), Options(new FreezeAfterFirstEpoch(), new StopAt(10, out var token)) with { CancellationToken = token });

        var net = new ClassNet(1);
        var freezing = new FreezeAfterFirstEpoch();
        net.Fit(Samples.Classes(100, 1), Options(freezing));

        Assert.Equal(4, freezing.Epochs);
        Assert.True(net.Parameters["dense1.weight"].Frozen);
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }
}
