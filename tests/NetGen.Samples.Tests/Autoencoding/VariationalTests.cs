using Autoencoder;

namespace NetGen.Samples.Tests;

/// <summary>The variational autoencoder, with few images.</summary>
public sealed class VariationalTests
{
    private static readonly Dataset<float, int> Digits = DigitData.Pixels(GeneratedDigits.Create(train: 1000, test: 50).Train);

    [Fact]
    public void Training_lowers_the_loss_and_uses_the_code()
    {
        var variational = new Variational(1);
        var (before, _) = variational.Test(Digits);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            variational.Train(Digits, epoch, 3, CancellationToken.None);
        }

        var (after, divergence) = variational.Test(Digits);
        Assert.True(after < 0.6 * before, $"{before} -> {after}");
        Assert.True(divergence > 1, $"The codes say nothing: {divergence} nats");
    }

    [Fact]
    public void Decoder_draws_alone_what_it_draws_as_a_part()
    {
        var variational = new Variational(1);
        variational.Train(Digits, 0, 1, CancellationToken.None);

        var (image, mean, _) = variational.Net.Predict(Digits.Input(0));
        var alone = variational.Decoder().Predict(mean);

        Assert.Equal(image.Length, alone.Length);
        Assert.All(image.Zip(alone), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Picture_has_as_many_rows_as_columns()
    {
        var picture = new Variational(1).Draw(side: 4);

        Assert.Equal((3 * ((4 * 30) + 2), 3 * ((4 * 30) + 2)), (picture.Height, picture.Width));
    }
}
