using Service.Observation;

namespace NetGen.Service.Tests;

/// <summary>The population stability index of inputs.</summary>
public sealed class InputDriftTests
{
    private static readonly double[] Edges = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    [Fact]
    public void There_is_none_before_there_are_enough_images()
    {
        var drift = new InputDrift(Edges);
        for (var i = 0; i < 99; i++)
        {
            drift.Add(0.5);
        }

        Assert.Null(drift.Index);
    }

    [Fact]
    public void Images_like_those_of_the_training_have_none()
    {
        var drift = new InputDrift(Edges);
        for (var i = 0; i < 5000; i++)
        {
            drift.Add((i % 10 / 10.0) + 0.05);
        }

        Assert.Equal(0, drift.Index!.Value, 1e-9);
    }

    [Fact]
    public void Index_is_the_sum_over_the_classes()
    {
        var drift = new InputDrift(Edges);
        for (var i = 0; i < 1000; i++)
        {
            // Half of the images in the first class, the others evenly in the nine behind it.
            drift.Add(i % 2 == 0 ? 0.05 : (i / 2 % 9 / 10.0) + 0.15);
        }

        // (0.5 - 0.1) ln(5) + 9 (1/18 - 1/10) ln(5/9), but for rounding to whole images.
        Assert.Equal((0.4 * Math.Log(5)) + (9 * ((1 / 18.0) - 0.1) * Math.Log(5 / 9.0)), drift.Index!.Value, 1e-3);
    }

    [Fact]
    public void Old_images_are_forgotten()
    {
        var drift = new InputDrift(Edges);
        for (var i = 0; i < 3000; i++)
        {
            drift.Add(0.95);
        }

        for (var i = 0; i < 2000; i++)
        {
            drift.Add((i % 10 / 10.0) + 0.05);
        }

        Assert.Equal(0, drift.Index!.Value, 1e-9);
    }
}
