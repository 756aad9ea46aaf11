using NetGen.Digits;
using NetGen.Pictures;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Coloured pictures that nobody took: ten figures (disk, ring, square, triangle, cross, star, heart, crescent, bar, arrow) of any colour, size, place and direction on
/// shaded, cluttered, grainy grounds. A stand-in for CIFAR-10 with its shapes and no download.
/// </summary>
/// <remarks>A picture depends on the seed and on its number in its part alone: the same on every machine, and the first thousand are the same however many follow.</remarks>
public static class GeneratedPictures
{
    // Far above any number of training pictures, so that the two parts never share one.
    private const ulong TestStreams = 1UL << 40;

    private const int Channels = 3;

    /// <summary>Draws a set. Every figure occurs equally often: once in each ten pictures.</summary>
    /// <param name="train">Pictures in the training part, at least 1.</param>
    /// <param name="test">Pictures in the test part, at least 1. They are others than those of the training part.</param>
    /// <param name="seed">Other seeds give other pictures.</param>
    /// <returns>
    /// Two parts with inputs of the shape 3, 32, 32 (red, green and blue first) and labels from 0 to 9. As <c>Dataset.LoadCifar10</c> does it, pixels are scaled
    /// to 0 … 1, and then normalised by mean and standard deviation of each channel in the training part.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A part has less than one picture, or more than one array holds.</exception>
    public static (Dataset<float, int> Train, Dataset<float, int> Test) Create(int train = 5_000, int test = 1_000, ulong seed = 1)
    {
        RequireCount(train, nameof(train));
        RequireCount(test, nameof(test));
        var pictures = Draw(train, seed, firstStream: 0);
        var normalization = Normalization.OfPixels(Histograms(pictures));
        return (ToDataset(pictures, normalization), ToDataset(Draw(test, seed, TestStreams), normalization));
    }

    private static void RequireCount(int count, string name)
    {
        const int most = int.MaxValue / PictureArtist.Size;
        if (count is < 1 or > most)
        {
            throw new ArgumentOutOfRangeException(name, count, $"A part of the set has 1 to {most} pictures.");
        }
    }

    private static byte[] Draw(int count, ulong seed, ulong firstStream)
    {
        var pictures = new byte[count * PictureArtist.Size];
        Parallel.For(0, count, i => PictureArtist.Draw(Figure(i), new CounterRandom(seed, firstStream + (ulong)i), pictures.AsSpan(i * PictureArtist.Size, PictureArtist.Size)));
        return pictures;
    }

    private static int Figure(int picture) => picture % Outline.Names.Length;

    private static PixelHistogram[] Histograms(ReadOnlySpan<byte> pictures)
    {
        PixelHistogram[] channels = [new(), new(), new()];
        for (var (start, plane) = (0, PictureArtist.Size / Channels); start < pictures.Length; start += plane)
        {
            channels[start / plane % Channels].Add(pictures.Slice(start, plane));
        }

        return channels;
    }

    private static Dataset<float, int> ToDataset(byte[] pictures, Normalization normalization)
    {
        var inputs = Array.ConvertAll(pictures, level => (float)level);
        PixelLevels.ToInputs(inputs, Channels, PictureArtist.Size, normalization);
        int[] labels = [.. Enumerable.Range(0, pictures.Length / PictureArtist.Size).Select(Figure)];
        return Dataset.From(inputs, labels, Channels, PictureArtist.Side, PictureArtist.Side).WithNormalization(normalization).WithClassNames(Outline.Names);
    }
}
