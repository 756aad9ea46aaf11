using NetGen;

namespace Digits;

/// <summary>Where the images come from.</summary>
internal static class DigitData
{
    /// <summary>Reads the folder, or draws digits if there is none, and says so.</summary>
    /// <exception cref="InvalidDataException">The files do not fit the network, or are not what they should be.</exception>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    public static (Dataset<float, int> Train, Dataset<float, int> Test) Load(string? folder, NetworkInfo network)
    {
        var data = folder is null ? GeneratedDigits.Create() : Dataset.LoadIdx(folder);
        Check(data.Train, folder, network);
        Check(data.Test, folder, network);
        Console.WriteLine(folder is null
            ? "Data: digits drawn by this program (--data FOLDER reads MNIST or Fashion-MNIST instead)"
            : $"Data: {folder}");
        Console.WriteLine($"      {data.Train.Count:N0} images to train and validate with, {data.Test.Count:N0} to test with");
        Console.WriteLine();
        return data;
    }

    private static void Check(Dataset<float, int> part, string? folder, NetworkInfo info)
    {
        if (part.InputSize != info.InputSize)
        {
            throw new InvalidDataException($"The images in '{folder}' have {string.Join(" × ", part.InputShape)} values; {info.Name} takes {info.InputSize} (28 × 28).");
        }

        if (part.ClassCount > info.OutputSize)
        {
            throw new InvalidDataException($"The labels in '{folder}' go up to {part.ClassCount - 1}; {info.Name} knows the classes 0 to {info.OutputSize - 1}.");
        }
    }
}
