using NetGen;

namespace Gan;

/// <summary>Real pictures, whose pixels go from −1 to 1 as those of the generator do.</summary>
internal static class PictureData
{
    /// <summary>Rows and columns of a picture.</summary>
    public const int Side = 28;

    /// <summary>Reads the folder, or draws digits if there is none.</summary>
    /// <exception cref="InvalidDataException">The pictures have another size.</exception>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    public static Dataset<float, int> Load(string? folder)
    {
        Console.WriteLine(folder is null ? "Data: digits drawn by this program (--data FOLDER reads MNIST or Fashion-MNIST instead)" : $"Data: {folder}");
        var train = folder is null ? GeneratedDigits.Create(test: 1).Train : Dataset.LoadIdx(folder).Train;
        return train.InputSize == Side * Side
            ? Centred(train)
            : throw new InvalidDataException($"The images in '{folder}' have {string.Join(" × ", train.InputShape)} values; {Side} × {Side} are needed.");
    }

    /// <summary>Undoes the normalisation, then brings 0 … 1 to −1 … 1.</summary>
    public static Dataset<float, int> Centred(Dataset<float, int> images)
    {
        var (pixels, labels) = (new float[images.Count * images.InputSize], new int[images.Count]);
        for (var i = 0; i < images.Count; i++)
        {
            var picture = pixels.AsSpan(i * images.InputSize, images.InputSize);
            images.Target(i).CopyTo(labels.AsSpan(i));
            images.Input(i).CopyTo(picture);
            images.Normalization!.Undo(picture);
        }

        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (2 * pixels[i]) - 1;
        }

        return Dataset.From(pixels, labels, 1, Side, Side);
    }
}
