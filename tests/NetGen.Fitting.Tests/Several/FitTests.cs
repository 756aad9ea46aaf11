namespace NetGen.Fitting.Tests.Several;

public sealed class FitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_inputs_are_learned_and_measured_like_one()
    {
        var net = new TwoInputNet(1);

        var result = net.Fit(new Rows(800, 1).Labelled, new FitOptions { Epochs = 15, BatchSize = 32, Optimizer = new Adam(1e-2), Validation = new Rows(200, 3).Labelled });
        var evaluation = net.Evaluate(new Rows(300, 2).Labelled);

        Assert.True(evaluation.Accuracy > 0.9, $"{evaluation}");
        Assert.Equal(15, result.Epochs.Count);
    }

    [Fact]
    public void Two_losses_are_learned_together()
    {
        var net = new PairNet(1);
        var held = new Rows(300, 2);
        var before = net.Evaluate(held.Set).Loss;

        net.Fit(new Rows(800, 1).Set, new FitOptions { Epochs = 20, BatchSize = 32, Optimizer = new Adam(1e-2), Validation = held.Set });

        var after = net.Evaluate(held.Set);
        Assert.True(after.Loss < 0.25 * before, $"{before} became {after.Loss}");
        Assert.Equal(net.Loss(held.Images, held.Sounds, held.Ages, held.Moods), after.Loss, 1e-4);
        Assert.Null(after.Accuracy);
    }

    [Fact]
    public void Training_of_two_losses_is_resumed_to_the_same_bits()
    {
        FitOptions Options() => new() { Epochs = 4, BatchSize = 16, Optimizer = new AdamW(1e-2), Seed = 3, Validation = new Rows(50, 9).Set };
        var set = new Rows(103, 1).Set;
        var expected = new PairNet(1);
        expected.Fit(set, Options());
        new PairNet(1).Fit(set, Options() with { Checkpoint = _folder.Path, Callbacks = [new StopAt(9, out var token)], CancellationToken = token });

        var net = new PairNet(1);
        var result = net.Fit(set, Options() with { Checkpoint = _folder.Path });

        Assert.NotNull(result.ResumedFrom);
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Labels_of_two_losses_are_whole_numbers_and_learned()
    {
        var rows = new Rows(400, 1);
        var set = Dataset.From(rows.Inputs, Rows.Row(rows.Moods, 1, [.. rows.Moods.Select(mood => mood == 0 ? 1 : 0)], 1), 7);
        var net = new TwoLabelsNet(1);

        net.Fit(set, new FitOptions { Epochs = 20, BatchSize = 32, Optimizer = new Adam(2e-2) });

        Assert.True(net.Evaluate(set).Loss < 0.7, $"{net.Evaluate(set).Loss}");
    }

    [Fact]
    public void Set_with_a_label_that_is_none_is_refused_before_the_first_step()
    {
        var (rows, net) = (new Rows(40, 1), new PairNet(1));
        var targets = rows.Targets;
        targets[(37 * 3) + 2] = 3;
        var before = net.Parameters.ToArray();

        var refusal = Assert.Throws<ArgumentException>(() => net.Fit(Dataset.From(rows.Inputs, targets, 7), new FitOptions { BatchSize = 4 }));

        Assert.Contains("Sample 37 of the training set has 3 as target 2; 'moodLabels' of PairNet takes whole labels from 0 to 2", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void Set_of_another_width_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new PairNet(1).Fit(Samples.Line(20, 1), new FitOptions()));

        Assert.Contains("has 3", refusal.Message, StringComparison.Ordinal);
    }
}

[Collection(nameof(Alone))]
public sealed class RowAllocationTests
{
    [Fact]
    public void Rows_allocate_nothing_after_the_first_calls()
    {
        var (rows, net, adam) = (new Rows(32, 1), new PairNet(1), new Adam(1e-3));
        ITrainable<float, float> trainable = net;
        IExplainable explainable = net;
        var (inputs, targets, outputs, weights, gradients) = (rows.Inputs, rows.Targets, new float[160], new float[160], new float[224]);
        void Run()
        {
            trainable.Step(inputs, targets, adam);
            trainable.Loss(inputs, targets);
            trainable.Predict(inputs, outputs);
            explainable.InputGradient(inputs, weights, gradients);
        }

        Run();
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Run();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
