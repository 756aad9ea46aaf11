namespace NetGen.Digits;

/// <summary>Many drawn digits: images of 784 bytes one after another, and their labels.</summary>
/// <param name="Pixels">Row by row, 0 being background.</param>
/// <param name="Labels">0 to 9.</param>
internal sealed record DigitImages(byte[] Pixels, int[] Labels)
{
    /// <summary>Pixels of one image.</summary>
    public const int ImageSize = Sheet.Size * Sheet.Size;

    /// <summary>
    /// Draws images, on all processors; what an image looks like depends on the seed and its stream alone. Any ten images from a
    /// multiple of ten on hold each digit once.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Other seeds give other images.</param>
    /// <param name="firstStream">The stream of the first image; the others follow.</param>
    public static DigitImages Draw(int count, ulong seed, ulong firstStream)
    {
        var pixels = new byte[(long)count * ImageSize];
        var labels = new int[count];
        Parallel.For(0, (count + 9) / 10, () => new DigitArtist(), (block, _, artist) =>
        {
            Span<int> order = stackalloc int[10];
            Shuffle(order, new CounterRandom(~seed, firstStream + (ulong)block));
            for (var i = block * 10; i < Math.Min(count, (block * 10) + 10); i++)
            {
                labels[i] = order[i - (block * 10)];
                artist.Draw(labels[i], new CounterRandom(seed, firstStream + (ulong)i), pixels.AsSpan(i * ImageSize, ImageSize));
            }

            return artist;
        }, _ => { });
        return new(pixels, labels);
    }

    private static void Shuffle(Span<int> order, CounterRandom random)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var j = random.Below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }
}
