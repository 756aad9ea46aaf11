using NetGen;

namespace Autoencoder;

/// <summary>
/// A denoising autoencoder: Vincent, Larochelle, Bengio and Manzagol 2008, "Extracting and composing robust features with denoising autoencoders". Every batch gets
/// noise of its own, so that the network never sees an image twice in the same way.
/// </summary>
internal sealed class Denoising(ulong seed, double deviation)
{
    private const int BatchSize = 64;
    private const double LearningRate = 2e-3;

    private readonly Random _random = new(unchecked((int)(seed ^ (seed >> 32))));
    private readonly Adam _optimizer = new(LearningRate);

    /// <summary>The network.</summary>
    public DenoisingNet Net { get; } = new(seed);

    /// <summary>Trains for an epoch.</summary>
    /// <param name="images">Clean images.</param>
    /// <param name="epoch">Which one, from 0.</param>
    /// <param name="epochs">How many there will be: the learning rate falls in a straight line.</param>
    /// <param name="cancellation">Ends the training between two batches.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public double Train(Dataset<float, int> images, int epoch, int epochs, CancellationToken cancellation)
    {
        var noisy = new float[BatchSize * images.InputSize];
        var (loss, done) = (0.0, 0);
        foreach (var batch in images.Shuffle(seed + (ulong)epoch).Batches(BatchSize, cancellationToken: cancellation))
        {
            _optimizer.LearningRate = LearningRate * (1 - ((epoch + ((double)done / images.Count)) / epochs));
            var inputs = noisy.AsSpan(0, batch.Inputs.Length);
            AddNoise(batch.Inputs, inputs);
            loss += batch.Count * (double)Net.Step(inputs, batch.Inputs, _optimizer);
            done += batch.Count;
        }

        return loss / done;
    }

    /// <summary>The mean squared error of the noisy images, and that of the reconstructed ones.</summary>
    public (double Noisy, double Reconstructed) Test(Dataset<float, int> images)
    {
        var (before, after) = (0.0, 0.0);
        var (noisy, cleaned) = (new float[images.InputSize], new float[images.InputSize]);
        for (var i = 0; i < images.Count; i++)
        {
            AddNoise(images.Input(i), noisy);
            before += Error(noisy, images.Input(i));
            Net.Predict(noisy, cleaned);
            after += Error(cleaned, images.Input(i));
        }

        return (before / images.Count, after / images.Count);
    }

    /// <summary>Three rows: an image of each digit with noise, without, and what the network makes of the noisy one.</summary>
    public ColorImage Draw(Dataset<float, int> images)
    {
        var shown = Enumerable.Range(0, images.Count).DistinctBy(i => images.Target(i)[0]).OrderBy(i => images.Target(i)[0]).ToArray();
        var clean = shown.Select(i => images.Input(i).ToArray()).ToArray();
        var noisy = clean.Select(pixels =>
        {
            var copy = new float[pixels.Length];
            AddNoise(pixels, copy);
            return copy;
        }).ToArray();
        var rows = noisy.Concat(clean).Concat(noisy.Select(pixels => Net.Predict(pixels)));
        return ColorImage.Grid([.. rows.Select(pixels => ColorImage.Of(new GrayImage(pixels, DigitData.Side, DigitData.Side, black: 0, white: 1)))], shown.Length).Enlarge(3);
    }

    private static double Error(ReadOnlySpan<float> image, ReadOnlySpan<float> clean)
    {
        var sum = 0.0;
        for (var i = 0; i < clean.Length; i++)
        {
            sum += ((double)image[i] - clean[i]) * ((double)image[i] - clean[i]);
        }

        return sum / clean.Length;
    }

    private void AddNoise(ReadOnlySpan<float> clean, Span<float> noisy)
    {
        for (var i = 0; i < clean.Length; i += 2)
        {
            // Box and Muller 1958: two independent normal numbers of two uniform ones.
            var (radius, angle) = (deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())), 2 * Math.PI * _random.NextDouble());
            var (sine, cosine) = Math.SinCos(angle);
            noisy[i] = (float)Math.Clamp(clean[i] + (radius * cosine), 0, 1);
            if (i + 1 < clean.Length)
            {
                noisy[i + 1] = (float)Math.Clamp(clean[i + 1] + (radius * sine), 0, 1);
            }
        }
    }
}
