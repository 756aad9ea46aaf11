using NetGen;

namespace Autoencoder;

/// <summary>Trains the variational autoencoder, and draws digits that nobody has written.</summary>
internal sealed class Variational(ulong seed)
{
    private const int BatchSize = 64;
    private const double LearningRate = 2e-3;

    private readonly Adam _optimizer = new(LearningRate);

    /// <summary>The network.</summary>
    public VariationalNet Net { get; } = new(seed);

    /// <summary>Trains for an epoch.</summary>
    /// <param name="images">The images.</param>
    /// <param name="epoch">Which one, from 0.</param>
    /// <param name="epochs">How many there will be: the learning rate falls in a straight line.</param>
    /// <param name="cancellation">Ends the training between two batches.</param>
    /// <returns>The mean loss in nats per image.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public double Train(Dataset<float, int> images, int epoch, int epochs, CancellationToken cancellation)
    {
        var (loss, done) = (0.0, 0);
        foreach (var batch in images.Shuffle(seed + (ulong)epoch).Batches(BatchSize, cancellationToken: cancellation))
        {
            _optimizer.LearningRate = LearningRate * (1 - ((epoch + ((double)done / images.Count)) / epochs));
            loss += batch.Count * (double)Net.Step(batch.Inputs, batch.Inputs, _optimizer);
            done += batch.Count;
        }

        return loss / done;
    }

    /// <summary>The loss of images that were not learned from, in nats per image, and the divergence, which is a part of it.</summary>
    public (double Loss, double Divergence) Test(Dataset<float, int> images)
    {
        var (loss, divergence) = (0.0, 0.0);
        foreach (var batch in images.Batches(BatchSize))
        {
            loss += batch.Count * (double)Net.Loss(batch.Inputs, batch.Inputs);
            var (_, means, logVariances) = Net.Predict(batch.Inputs);
            divergence += means.Zip(logVariances, (mean, log) => 0.5 * ((mean * mean) + Math.Exp(log) - 1 - log)).Sum();
        }

        return (loss / images.Count, divergence / images.Count);
    }

    /// <summary>The decoder as a network of its own, with the weights that it has learned as a part.</summary>
    public DecoderNet Decoder()
    {
        var decoder = new DecoderNet(seed);
        decoder.Parameters.CopyFrom(Net.Parameters, sourcePrefix: "decoder.block1.");
        return decoder;
    }

    /// <summary>A square of digits from random codes.</summary>
    /// <param name="side">Digits in a row, and rows.</param>
    public ColorImage Draw(int side)
    {
        var random = new Random(unchecked((int)(seed ^ (seed >> 32))));
        var codes = new float[side * side * VariationalNet.Codes];
        for (var i = 0; i < codes.Length; i++)
        {
            // Box and Muller 1958: a normal number of two uniform ones.
            codes[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        var images = Decoder().Predict(codes).Chunk(DecoderNet.Info.OutputSize);
        return ColorImage.Grid([.. images.Select(pixels => ColorImage.Of(new GrayImage(pixels, DigitData.Side, DigitData.Side, black: 0, white: 1)))], side).Enlarge(3);
    }
}
