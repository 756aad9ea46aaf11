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
        var refusal = Assert.Throws<ArgumentException>(() => new ClassNet(1).Fit(_train, Options(epochs: 3) with { EarlyStopping = new(3, "validation_beauty") }));

        Assert.StartsWith("'validation_beauty' is to be watched, but is not measured here. Measured are: loss, validation_loss, validation_accuracy", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_number_without_validation_is_refused_before_the_first_step()
    {
        var net = new ClassNet(1);
        var before = net.Parameters.ToArray();

        Assert.Throws<ArgumentException>(() => net.Fit(_train, Options(3) with { Validation = null, EarlyStopping = new(3, "validation_accuracy") }));

        Assert.Equal(before, net.Parameters.ToArray());
    }

    private FitOptions Options(int epochs) => new() { Epochs = epochs, BatchSize = 16, Optimizer = new Adam(5e-2), Seed = 1, Validation = _validation };
}
