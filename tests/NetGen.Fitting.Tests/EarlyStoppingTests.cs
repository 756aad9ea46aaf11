namespace NetGen.Fitting.Tests;

public sealed class EarlyStoppingTests
{
    private readonly Dataset<float, int> _train = Samples.Classes(60, 1);
    private readonly Dataset<float, int> _validation = Samples.Classes(60, 2);

    [Fact]
    public void Training_ends_after_the_epochs_of_patience_with_the_best_weights()
    {
        var net = new ClassNet(1);

        var result = net.Fit(_train, Options(epochs: 400) with { EarlyStopping = new(patience: 5) });

        Assert.True(result.StoppedEarly);
        Assert.Equal(result.Best!.Epoch + 5, result.Epochs.Count);
        Assert.Equal(result.Epochs.Min(epoch => epoch.ValidationLoss), result.Best.ValidationLoss);
        Assert.Equal(result.Best.ValidationLoss!.Value, net.Evaluate(_validation).Loss);
    }

    [Fact]
    public void Last_weights_stay_where_the_best_are_not_asked_for()
    {
        var net = new ClassNet(1);

        var result = net.Fit(_train, Options(epochs: 400) with { EarlyStopping = new(patience: 5) { RestoreBest = false } });

        Assert.Equal(result.Last!.ValidationLoss!.Value, net.Evaluate(_validation).Loss);
        Assert.NotEqual(result.Best!.ValidationLoss, result.Last.ValidationLoss);
    }

    [Fact]
    public void Named_number_is_watched_in_its_direction()
    {
        var result = new ClassNet(1).Fit(_train, Options(epochs: 400) with { EarlyStopping = new(patience: 8, monitor: "validation_accuracy") });

        Assert.Equal(result.Epochs.Max(epoch => epoch.ValidationAccuracy), result.Best!.ValidationAccuracy);
        Assert.Equal(result.Best.Epoch + 8, result.Epochs.Count);
    }

    [Fact]
    public void Top_accuracy_of_any_number_can_be_watched()
    {
        var result = new ClassNet(1).Fit(_train, Options(epochs: 50) with { EarlyStopping = new(patience: 3, monitor: "validation_top3_accuracy") });

        // Of three classes, all are always among the first three.
        Assert.Equal((1, 4), (result.Best!.Epoch, result.Epochs.Count));
    }

    [Fact]
    public void Training_that_shares_its_schedule_with_another_is_not_disturbed()
    {
        var options = Options(epochs: 6) with { Schedule = Schedule.OnPlateau(factor: 0.1, patience: 0, threshold: 0.5), EarlyStopping = null };
        var (alone, disturbed) = (new ClassNet(1), new ClassNet(1));
        alone.Fit(_train, options with { Optimizer = new Adam(5e-2) });

        disturbed.Fit(_train, options with { Optimizer = new Adam(5e-2), Callbacks = [new TrainAnother(() => new ClassNet(2).Fit(_train, options with { Optimizer = new Adam(5e-2) }))] });

        Assert.Equal(alone.Parameters.ToArray(), disturbed.Parameters.ToArray());
    }

    [Fact]
    public void Whole_evaluations_are_kept_for_the_last_and_the_best_epoch_only()
    {
        var result = new ClassNet(1).Fit(_train, Options(epochs: 30) with { EarlyStopping = new(patience: 4) });

        Assert.Equal([result.Best!.Epoch, result.Last!.Epoch], result.Epochs.Where(epoch => epoch.Validation is not null).Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void Change_below_the_minimum_is_no_improvement()
    {
        var result = new ClassNet(1).Fit(_train, Options(epochs: 20) with { EarlyStopping = new(patience: 3, minimumChange: 10) });

        Assert.Equal((1, 4), (result.Best!.Epoch, result.Epochs.Count));
    }

    [Fact]
    public void Training_loss_is_watched_without_validation()
    {
        var result = new ClassNet(1).Fit(_train, Options(epochs: 3) with { Validation = null, EarlyStopping = new(patience: 1, minimumChange: 10) });

        Assert.Equal((1, 2), (result.Best!.Epoch, result.Epochs.Count));
    }

    [Fact]
    public void Number_that_is_not_measured_is_refused_with_those_that_are()
    {
        var net = new ClassNet(1);
        var before = net.Parameters.ToArray();

        var unknown = Assert.Throws<ArgumentException>(() => net.Fit(_train, Options(epochs: 3) with { EarlyStopping = new(3, "validation_beauty") }));
        Assert.StartsWith("'validation_beauty' is to be watched, but there is no such number. There are 'loss' and", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());

        var elsewhere = Assert.Throws<ArgumentException>(() => net.Fit(_train, Options(epochs: 3) with { EarlyStopping = new(3, "validation_rmse") }));
        Assert.StartsWith("'validation_rmse' is to be watched, but is not measured here. Measured are: loss, validation_loss, validation_accuracy", elsewhere.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_number_without_validation_is_refused_before_the_first_step()
    {
        var net = new ClassNet(1);
        var before = net.Parameters.ToArray();

        Assert.Throws<ArgumentException>(() => net.Fit(_train, Options(3) with { Validation = null, EarlyStopping = new(3, "validation_accuracy") }));

        Assert.Equal(before, net.Parameters.ToArray());
    }

    private sealed class TrainAnother(Action train) : TrainingCallback
    {
        public override void OnEpochEnd(TrainingContext training, EpochResult result) => train();
    }

    private FitOptions Options(int epochs) => new() { Epochs = epochs, BatchSize = 16, Optimizer = new Adam(5e-2), Seed = 1, Validation = _validation };
}
