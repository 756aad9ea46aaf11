using NetGen;

namespace Autoencoder;

/// <summary>Images of digits whose pixels go from 0 to 1.</summary>
internal static class DigitData
{
    /// <summary>Rows and columns of an image.</summary>
    public const int Side = 28;

    /// <summary>Reads the folder, or draws digits if there is none.</summary>
    /// <exception cref="InvalidDataException">The images have another size.</exception>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    public static (Dataset<float, int> Train, Dataset<float, int> Test) Load(string? folder)
    {
        var (train, test) = folder is null ? GeneratedDigits.Create() : Dataset.LoadIdx(folder);
        return train.InputSize == Side * Side
            ? (Pixels(train), Pixels(test))
            : throw new InvalidDataException($"The images in '{folder}' have {string.Join(" × ", train.InputShape)} values; {Side} × {Side} are needed.");
    }

    /// <summary>Undoes the normalisation: the output of a sigmoid is to be compared with the pixels.</summary>
    public static Dataset<float, int> Pixels(Dataset<float, int> images)
    {
        var normalization = images.Normalization!;
        var pixels = new float[images.Count * images.InputSize];
        var labels = new int[images.Count];
        for (var i = 0; i < images.Count; i++)
        {
            images.Target(i).CopyTo(labels.AsSpan(i));
            images.Input(i).CopyTo(pixels.AsSpan(i * images.InputSize));
        }

        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (float)Math.Clamp((pixels[i] * normalization.StandardDeviation) + normalization.Mean, 0, 1);
        }

        return Dataset.From(pixels, labels, 1, Side, Side);
    }
}
