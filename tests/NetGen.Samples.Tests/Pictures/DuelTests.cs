using Gan;

namespace NetGen.Samples.Tests;

/// <summary>The generator and its critic, with few pictures.</summary>
public sealed class DuelTests
{
    private static readonly Dataset<float, int> Digits = PictureData.Centred(GeneratedDigits.Create(train: 640, test: 1).Train);

    [Fact]
    public void Pixels_go_from_minus_one_to_one()
    {
        var pixels = Enumerable.Range(0, 50).SelectMany(i => Digits.Input(i).ToArray()).ToArray();

        Assert.InRange(pixels.Min(), -1.001, -0.98);
        Assert.InRange(pixels.Max(), 0.98, 1.001);
    }

    // Untrained pictures are grey; real ones are mostly black.
    [Fact]
    public void Drawn_pictures_become_more_like_real_ones()
    {
        var duel = new Duel(1, 1e-3);
        var real = Mean(Enumerable.Range(0, Digits.Count).SelectMany(i => Digits.Input(i).ToArray()));
        var before = Mean(Drawn(duel));
        for (var epoch = 0; epoch < 4; epoch++)
        {
            var losses = duel.Train(Digits, epoch, CancellationToken.None);
            Assert.True(double.IsFinite(losses.Critic) && double.IsFinite(losses.Generator), $"{losses}");
        }

        var after = Mean(Drawn(duel));
        Assert.True(Math.Abs(after - real) < 0.5 * Math.Abs(before - real), $"real {real}, untrained {before}, trained {after}");
    }

    [Fact]
    public void Same_seed_has_the_same_losses()
    {
        var few = Digits.Take(128);

        Assert.Equal(new Duel(3, 1e-3).Train(few, 0, CancellationToken.None), new Duel(3, 1e-3).Train(few, 0, CancellationToken.None));
        Assert.NotEqual(new Duel(4, 1e-3).Train(few, 0, CancellationToken.None), new Duel(3, 1e-3).Train(few, 0, CancellationToken.None));
    }

    [Fact]
    public void Generator_takes_over_running_statistics()
    {
        var duel = new Duel(1, 1e-3);

        duel.Train(Digits.Take(128), 0, CancellationToken.None);

        Assert.Equal(2, ((NetworkCounter)duel.Generator.Buffers["batchnorm1.num_batches_tracked"]).Value);
    }

    [Fact]
    public void Picture_has_ten_rows_of_ten()
    {
        var picture = new Gallery(1).Draw(new Duel(1, 1e-3).Generator);

        Assert.Equal((2 * ((10 * 30) + 2), 2 * ((10 * 30) + 2)), (picture.Height, picture.Width));
    }

    private static float[] Drawn(Duel duel)
    {
        var codes = new float[100 * Generator.Codes];
        Codes.Draw(new Random(5), codes);
        return duel.Generator.Predict(codes);
    }

    private static double Mean(IEnumerable<float> pixels) => pixels.Average(pixel => (double)pixel);
}
