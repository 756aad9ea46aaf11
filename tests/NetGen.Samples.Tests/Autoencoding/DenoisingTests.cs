using Autoencoder;

namespace NetGen.Samples.Tests;

/// <summary>The denoising autoencoder, with few images.</summary>
public sealed class DenoisingTests
{
    private static readonly (Dataset<float, int> Train, Dataset<float, int> Test) Digits = Load();

    [Fact]
    public void Pixels_go_from_zero_to_one()
    {
        var pixels = Enumerable.Range(0, Digits.Test.Count).SelectMany(i => Digits.Test.Input(i).ToArray()).ToArray();

        Assert.InRange(pixels.Min(), 0, 0.01);
        Assert.InRange(pixels.Max(), 0.99, 1);
    }

    [Fact]
    public void Noise_is_taken_out()
    {
        var denoising = new Denoising(1, 0.4);
        var (noisy, before) = denoising.Test(Digits.Test);
        var first = denoising.Train(Digits.Train, 0, 4, CancellationToken.None);
        var last = first;
        for (var epoch = 1; epoch < 4; epoch++)
        {
            last = denoising.Train(Digits.Train, epoch, 4, CancellationToken.None);
        }

        var after = denoising.Test(Digits.Test).Reconstructed;
        Assert.True(last < first, $"{first} -> {last}");
        Assert.True(after < 0.6 * noisy && after < before, $"noisy {noisy}, untrained {before}, trained {after}");
    }

    [Fact]
    public void Picture_has_three_rows_with_a_column_per_digit()
    {
        var picture = new Denoising(1, 0.4).Draw(Digits.Test);

        Assert.Equal((3 * ((3 * 30) + 2), 3 * ((10 * 30) + 2)), (picture.Height, picture.Width));
    }

    private static (Dataset<float, int> Train, Dataset<float, int> Test) Load()
    {
        var (train, test) = GeneratedDigits.Create(train: 1000, test: 50);
        return (DigitData.Pixels(train), DigitData.Pixels(test));
    }
}
