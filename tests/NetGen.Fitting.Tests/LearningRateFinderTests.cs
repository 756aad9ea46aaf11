using NetGen.Runtime;

namespace NetGen.Fitting.Tests;

public sealed class LearningRateFinderTests
{
    private readonly Dataset<float, int> _train = Samples.Classes(60, 1);

    [Fact]
    public void Network_ends_exactly_as_it_was()
    {
        var (searched, untouched) = (new ClassNet(5), new ClassNet(5));
        searched.Fit(_train, new FitOptions { Epochs = 2 });
        untouched.Fit(_train, new FitOptions { Epochs = 2 });

        searched.FindLearningRate(_train, new LearningRateFinderOptions { BatchSize = 16 });

        Assert.Equal(untouched.Parameters.ToArray(), searched.Parameters.ToArray());
        Assert.Equal(Generators(untouched), Generators(searched));

        // Transposed copies and generators, too: the next training has the same bits.
        searched.Fit(_train, new FitOptions { Epochs = 2 });
        untouched.Fit(_train, new FitOptions { Epochs = 2 });
        Assert.Equal(untouched.Parameters.ToArray(), searched.Parameters.ToArray());
    }

    [Fact]
    public void Rates_are_evenly_spaced_by_their_logarithm()
    {
        var curve = new ClassNet(5).FindLearningRate(_train, new LearningRateFinderOptions { From = 1e-4, To = 1, Steps = 5, DivergeFactor = double.PositiveInfinity });

        Assert.Equal([1e-4, 1e-3, 1e-2, 1e-1, 1], curve.Rates.Select(rate => Math.Round(rate, 12)));
        Assert.Equal(5, curve.Losses.Count);
    }

    [Fact]
    public void Suggestion_lies_where_the_loss_falls_and_below_its_minimum()
    {
        var curve = new ClassNet(5).FindLearningRate(_train, new LearningRateFinderOptions { BatchSize = 20, Steps = 200 });

        Assert.InRange(curve.Suggestion!.Value, 1e-4, 1);
        Assert.InRange(curve.BelowMinimum!.Value, 1e-4, 1);
        Assert.True(curve.Suggestion < curve.BelowMinimum * 10);
    }

    [Fact]
    public void Losses_are_those_of_the_steps_where_nothing_is_smoothed()
    {
        var options = new LearningRateFinderOptions { From = 0.01, To = 1, Steps = 2, BatchSize = 60, Smoothing = 0, Optimizer = rate => new Sgd(rate) };

        var curve = new ClassNet(5).FindLearningRate(_train, options);

        var (net, sgd) = (new ClassNet(5), new Sgd(0.01));
        using var batches = _train.Batches(60).GetEnumerator();
        batches.MoveNext();
        double first = net.Step(batches.Current.Inputs, batches.Current.Targets, sgd), second = net.Step(batches.Current.Inputs, batches.Current.Targets, sgd);
        Assert.Equal([first, second], curve.Losses);
    }

    [Fact]
    public void Search_that_diverges_at_once_has_a_curve_without_suggestion()
    {
        var net = new LineNet(1);
        var before = net.Parameters.ToArray();
        var data = Samples.Line(40, 1);

        var curve = net.FindLearningRate(data, new LearningRateFinderOptions { From = 1e25, To = 1e38, Optimizer = rate => new Sgd(rate), Smoothing = 0 });

        Assert.InRange(curve.Rates.Count, 1, 5);
        Assert.Null(curve.Suggestion);
        Assert.Null(curve.BelowMinimum);
        Assert.All(curve.Losses, loss => Assert.True(double.IsFinite(loss)));
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void Loss_that_is_not_finite_from_the_start_gives_an_empty_curve()
    {
        var net = new LineNet(1);
        net.Parameters["dense2.bias"].CopyFrom([float.NaN]);

        var curve = net.FindLearningRate(Samples.Line(40, 1));

        Assert.Empty(curve.Rates);
        Assert.Null(curve.Suggestion);
        Assert.Contains("not finite from the start", curve.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_search_has_the_points_so_far()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Empty(new ClassNet(1).FindLearningRate(_train, new LearningRateFinderOptions { CancellationToken = source.Token }).Rates);
    }

    [Fact]
    public void Exception_of_the_optimizer_leaves_the_network_as_it_was()
    {
        var net = new ClassNet(1);
        var before = net.Parameters.ToArray();

        Assert.Throws<InvalidOperationException>(() => net.FindLearningRate(_train, new LearningRateFinderOptions { Optimizer = rate => new Sgd(rate, nesterov: true) }));
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { From = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { Steps = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { Smoothing = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { DivergeFactor = 1 });
        Assert.Throws<ArgumentException>(() => new ClassNet(1).FindLearningRate(_train, new LearningRateFinderOptions { From = 1, To = 0.1 }));
        Assert.Throws<ArgumentException>(() => new ClassNet(1).FindLearningRate(Samples.Classes(9, 1).Take(4), new LearningRateFinderOptions { To = double.PositiveInfinity }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassNet(1).FindLearningRate(_train, new LearningRateFinderOptions { BatchSize = 0 }));
    }

    private static (ulong, uint) Generators(INetwork net) => (net.Random.Seed, net.Random.Steps);
}
