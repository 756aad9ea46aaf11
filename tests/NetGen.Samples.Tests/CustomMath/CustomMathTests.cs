using System.Xml.Linq;
using CustomMath;

namespace NetGen.Samples.Tests;

/// <summary>Mathematics of one's own, with short trainings.</summary>
public sealed class CustomMathTests
{
    [Fact]
    public void Activation_of_ones_own_learns_a_wave_better_than_ReLU()
    {
        var fit = PeriodicFit.Train(epochs: 150, seed: 1, CancellationToken.None);

        Assert.True(fit.SnakeError < 0.1 && fit.SnakeError < fit.ReluError, $"{fit.SnakeError}, with ReLU {fit.ReluError}");
        Assert.NotEqual(1, fit.Snake.Parameters["apply1.a"].ToArray()[0]);
    }

    [Fact]
    public void Bound_holds_about_as_often_as_was_asked_for()
    {
        var fit = QuantileFit.Train(epochs: 15, seed: 1, CancellationToken.None);

        Assert.InRange(fit.Below, 0.86, 0.94);
        Assert.InRange(fit.BelowOnTheLeft, 0.84, 0.96);
        Assert.InRange(fit.BelowOnTheRight, 0.84, 0.96);
    }

    [Fact]
    public void Differential_equation_is_solved_without_data()
    {
        var fit = OscillatorFit.Train(steps: 4000, seed: 1, CancellationToken.None);

        Assert.InRange(fit.LargestError, 0, 0.05);
        Assert.Equal([1.0], fit.Net.Predict([0.0]).Displacement);
        Assert.Equal(2, fit.Plot().Series.Count);
        Assert.NotNull(XDocument.Parse(fit.Plot().ToSvg()).Root);
    }

    [Fact]
    public void Command_line_takes_a_seed_and_refuses_a_negative_one()
    {
        Assert.NotNull(CommandLine.Parse(["--seed", "7"], out _));
        Assert.Null(CommandLine.Parse(["--seed", "-1"], out var exitCode));
        Assert.Equal(2, exitCode);
    }
}
